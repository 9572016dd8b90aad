package org.citygis.maps.raster;

import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.maps.image.ImageFormat;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Drawn tiles in the XYZ scheme, of single and of double density. */
@RestController
@RequestMapping("/tiles/raster/{layer}/{z}/{x}")
class RasterTileController {
  private final Layers layers;
  private final RasterTiles tiles;
  private final RasterAnswer answer;

  RasterTileController(Layers layers, RasterTiles tiles, RasterAnswer answer) {
    this.layers = layers;
    this.tiles = tiles;
    this.answer = answer;
  }

  @GetMapping("/{y:-?\\d+}.png")
  ResponseEntity<byte[]> single(
      @PathVariable String layer,
      @PathVariable int z,
      @PathVariable int x,
      @PathVariable int y,
      @RequestParam(required = false) @Nullable String style,
      User user,
      Lang lang,
      ServletWebRequest request) {
    return tile(
        layer, new RasterTile(MatrixSet.WEB_MERCATOR_QUAD, z, x, y, 1, lang), style, user, request);
  }

  @GetMapping("/{y:-?\\d+}@2x.png")
  ResponseEntity<byte[]> dense(
      @PathVariable String layer,
      @PathVariable int z,
      @PathVariable int x,
      @PathVariable int y,
      @RequestParam(required = false) @Nullable String style,
      User user,
      Lang lang,
      ServletWebRequest request) {
    return tile(
        layer, new RasterTile(MatrixSet.WEB_MERCATOR_QUAD, z, x, y, 2, lang), style, user, request);
  }

  private ResponseEntity<byte[]> tile(
      String id, RasterTile tile, @Nullable String style, User user, ServletWebRequest request) {
    // Looked at before the layer, so that a wrong number is told whatever the layer.
    tile.view();
    OpenLayer layer = layers.open(user, id, Action.VIEW);
    return answer.of(layer, tiles.style(layer, style), tile, ImageFormat.PNG, request);
  }
}
