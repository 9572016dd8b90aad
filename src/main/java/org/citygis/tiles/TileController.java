package org.citygis.tiles;

import jakarta.servlet.http.HttpServletRequest;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Tiles in the XYZ scheme, and what a client must know to ask for them. */
@RestController
@RequestMapping("/tiles")
class TileController {
  private final Layers layers;
  private final Tiles tiles;
  private final TileAnswers answers;

  TileController(Layers layers, Tiles tiles, TileAnswers answers) {
    this.layers = layers;
    this.tiles = tiles;
    this.answers = answers;
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
    TileAddress tile = new TileAddress(TileMatrixSet.WEB_MERCATOR_QUAD, z, x, y);
    OpenLayer open = layers.open(user, layer, Action.VIEW);
    String tag = TileAnswers.tag(tiles.state(open));
    HttpHeaders headers = answers.headers(tag, answers.caching(open, version));
    if (request.checkNotModified(tag)) {
      return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
    }
    return answers.answer(tiles.get(open, tile), headers, encodings);
  }

  @GetMapping("/{layer}.json")
  ResponseEntity<TileJson> describe(
      @PathVariable String layer, User user, Lang lang, HttpServletRequest request) {
    OpenLayer open = layers.open(user, layer, Action.VIEW);
    String base = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    return ResponseEntity.ok()
        .eTag(TileAnswers.tag(tiles.state(open) + lang.tag()))
        .cacheControl(answers.caching(open, null))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(TileJson.of(open, base, lang));
  }
}
