package org.citygis.maps.wmts;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.maps.Kvp;
import org.citygis.maps.image.ImageFormat;
import org.citygis.maps.raster.MatrixSet;
import org.citygis.maps.raster.RasterAnswer;
import org.citygis.maps.raster.RasterTile;
import org.citygis.maps.raster.RasterTiles;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.style.Style;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The Web Map Tile Service. */
@RestController
class WmtsController {
  private final Layers layers;
  private final RasterTiles tiles;
  private final RasterAnswer answers;
  private final WmtsCapabilities capabilities;

  WmtsController(
      Layers layers, RasterTiles tiles, RasterAnswer answers, WmtsCapabilities capabilities) {
    this.layers = layers;
    this.tiles = tiles;
    this.answers = answers;
    this.capabilities = capabilities;
  }

  @GetMapping("/wmts")
  ResponseEntity<byte[]> byParameters(User user, Lang lang, ServletWebRequest request) {
    Kvp kvp = Kvp.of(request.getRequest());
    try {
      String service = kvp.find("SERVICE", "WMTS");
      if (!service.equalsIgnoreCase("WMTS")) {
        throw WmtsException.invalid("SERVICE", service, Text.same("WMTS"));
      }
      String operation = need(kvp, "REQUEST");
      return switch (operation.toLowerCase(Locale.ROOT)) {
        case "getcapabilities" -> capabilities(user, lang, request);
        case "gettile" ->
            tile(
                need(kvp, "LAYER"),
                kvp.find("STYLE"),
                kvp.find("FORMAT", "image/png"),
                need(kvp, "TILEMATRIXSET"),
                need(kvp, "TILEMATRIX"),
                need(kvp, "TILEROW"),
                need(kvp, "TILECOL"),
                user,
                lang,
                request);
        default ->
            throw new WmtsException(
                "OperationNotSupported", "REQUEST", Text.same("GetCapabilities, GetTile"));
      };
    } catch (WmtsException wrong) {
      return wrong.answer(lang);
    }
  }

  @GetMapping("/wmts/1.0.0/WMTSCapabilities.xml")
  ResponseEntity<byte[]> document(User user, Lang lang, ServletWebRequest request) {
    return capabilities(user, lang, request);
  }

  @GetMapping("/wmts/1.0.0/{layer}/{style}/{set}/{matrix}/{row}/{column}.{ending:png|jpg}")
  ResponseEntity<byte[]> byAddress(
      @PathVariable String layer,
      @PathVariable String style,
      @PathVariable String set,
      @PathVariable String matrix,
      @PathVariable String row,
      @PathVariable String column,
      @PathVariable String ending,
      User user,
      Lang lang,
      ServletWebRequest request) {
    try {
      return tile(layer, style, ending, set, matrix, row, column, user, lang, request);
    } catch (WmtsException wrong) {
      return wrong.answer(lang);
    }
  }

  private ResponseEntity<byte[]> capabilities(User user, Lang lang, ServletWebRequest request) {
    String base =
        ServletUriComponentsBuilder.fromContextPath(request.getRequest()).build().toUriString();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/xml;charset=UTF-8"))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(capabilities.write(user, base, lang).getBytes(StandardCharsets.UTF_8));
  }

  private ResponseEntity<byte[]> tile(
      String layerName,
      @Nullable String styleName,
      String formatName,
      String setName,
      String matrix,
      String row,
      String column,
      User user,
      Lang lang,
      ServletWebRequest request) {
    ImageFormat format =
        ImageFormat.find(formatName)
            .orElseThrow(
                () ->
                    WmtsException.invalid(
                        "FORMAT", formatName, Text.same("image/png, image/jpeg")));
    MatrixSet set =
        MatrixSet.find(setName)
            .orElseThrow(
                () ->
                    WmtsException.invalid(
                        "TILEMATRIXSET", setName, Text.same("WebMercatorQuad, CGCS2000Quad")));
    // Some servers write the set before the zoom.
    int zoom = number("TILEMATRIX", matrix.substring(matrix.lastIndexOf(':') + 1));
    RasterTile tile =
        new RasterTile(set, zoom, number("TILECOL", column), number("TILEROW", row), 1, lang);
    try {
      tile.view();
    } catch (Problem.Invalid outside) {
      throw new WmtsException(
          "TileOutOfRange", String.valueOf(outside.parameter()), outside.detail());
    }
    try {
      OpenLayer layer = layers.open(user, layerName, Action.VIEW);
      Style style = tiles.style(layer, styleName);
      return answers.of(layer, style, tile, format, request);
    } catch (Problem.NotFound unknown) {
      throw new WmtsException("InvalidParameterValue", "LAYER", unknown.detail());
    }
  }

  private static int number(String parameter, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw WmtsException.invalid(parameter, text, Text.of("整数", "an integer"));
    }
  }

  private static String need(Kvp kvp, String parameter) {
    String value = kvp.find(parameter);
    if (value == null) {
      throw WmtsException.missing(parameter);
    }
    return value;
  }
}
