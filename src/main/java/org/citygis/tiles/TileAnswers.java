package org.citygis.tiles;

import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Visibility;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How a tile is told over HTTP: its tag, who may keep it, compressed or not. */
@Component
class TileAnswers {
  static final String MVT = "application/vnd.mapbox-vector-tile";
  private static final MediaType MVT_TYPE = MediaType.parseMediaType(MVT);

  private final TileProperties properties;

  TileAnswers(TileProperties properties) {
    this.properties = properties;
  }

  /** A weak tag: compressed and plain bytes mean the same. */
  static String tag(String state) {
    return "W/\"" + state + '"';
  }

  HttpHeaders headers(String tag, CacheControl caching) {
    HttpHeaders headers = new HttpHeaders();
    headers.setETag(tag);
    headers.setCacheControl(caching);
    headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return headers;
  }

  ResponseEntity<byte[]> answer(EncodedTile tile, HttpHeaders headers, String encodings) {
    if (tile.isEmpty()) {
      return new ResponseEntity<>(headers, HttpStatus.NO_CONTENT);
    }
    headers.setContentType(MVT_TYPE);
    if (encodings.contains("gzip")) {
      headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
      return new ResponseEntity<>(tile.gzip(), headers, HttpStatus.OK);
    }
    return new ResponseEntity<>(tile.plain(), headers, HttpStatus.OK);
  }

  /**
   * An address that names the version can be kept by any cache on the way, if everybody sees the
   * same.
   *
   * @param version the version that the address names, null for none
   */
  CacheControl caching(OpenLayer open, @Nullable String version) {
    if (!isForAll(open)) {
      return CacheControl.noCache().cachePrivate();
    }
    return open.layer().etag().equals(version)
        ? CacheControl.maxAge(properties.browserCache()).cachePublic()
        : CacheControl.noCache().cachePublic();
  }

  /** Whether everybody sees the same of the layer. */
  static boolean isForAll(OpenLayer open) {
    return open.definition().visibility() == Visibility.PUBLIC
        && open.access().rows() == Filter.INCLUDE;
  }
}
