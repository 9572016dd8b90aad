package org.citygis.tiles;

import jakarta.servlet.http.HttpServletRequest;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Visibility;
import org.citygis.geo.TileCoord;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Tiles and what a client must know to ask for them. */
@RestController
@RequestMapping("/tiles")
class TileController {
  private static final MediaType MVT =
      MediaType.parseMediaType("application/vnd.mapbox-vector-tile");

  private final Layers layers;
  private final Tiles tiles;
  private final TileProperties properties;

  TileController(Layers layers, Tiles tiles, TileProperties properties) {
    this.layers = layers;
    this.tiles = tiles;
    this.properties = properties;
  }

  @GetMapping("/{layer}/{z}/{x}/{y}.mvt")
  ResponseEntity<byte[]> tile(
      @PathVariable String layer,
      @PathVariable int z,
      @PathVariable int x,
      @PathVariable int y,
      @RequestParam(name = "v", required = false) @Nullable String version,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String encodings,
      User user,
      ServletWebRequest request) {
    TileCoord coord = new TileCoord(z, x, y);
    OpenLayer open = layers.open(user, layer, Action.VIEW);
    HttpHeaders headers = new HttpHeaders();
    String etag = "W/\"" + tiles.state(open) + '"';
    headers.setETag(etag);
    headers.setCacheControl(caching(open, version));
    headers.setVary(java.util.List.of(HttpHeaders.ACCEPT_ENCODING));
    if (request.checkNotModified(etag)) {
      return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
    }
    EncodedTile tile = tiles.get(open, coord);
    if (tile.isEmpty()) {
      return new ResponseEntity<>(headers, HttpStatus.NO_CONTENT);
    }
    headers.setContentType(MVT);
    if (encodings.contains("gzip")) {
      headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
      return new ResponseEntity<>(tile.gzip(), headers, HttpStatus.OK);
    }
    return new ResponseEntity<>(tile.plain(), headers, HttpStatus.OK);
  }

  @GetMapping("/{layer}.json")
  ResponseEntity<TileJson> describe(
      @PathVariable String layer, User user, Lang lang, HttpServletRequest request) {
    OpenLayer open = layers.open(user, layer, Action.VIEW);
    String base = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    return ResponseEntity.ok()
        .eTag("W/\"" + tiles.state(open) + lang.tag() + '"')
        .cacheControl(caching(open, null))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(TileJson.of(open, base, lang));
  }

  /**
   * An address that names the version can be kept by any cache on the way, if everybody sees the
   * same.
   */
  private CacheControl caching(OpenLayer open, @Nullable String version) {
    boolean forAll =
        open.definition().visibility() == Visibility.PUBLIC
            && open.access().rows() == Filter.INCLUDE;
    if (!forAll) {
      return CacheControl.noCache().cachePrivate();
    }
    return open.layer().etag().equals(version)
        ? CacheControl.maxAge(properties.browserCache()).cachePublic()
        : CacheControl.noCache().cachePublic();
  }
}
