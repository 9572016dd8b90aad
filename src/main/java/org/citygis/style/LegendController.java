package org.citygis.style;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The legend of a layer, from the rules that draw it. */
@RestController
class LegendController {
  private static final Set<String> PARAMETERS = Set.of("style", "zoom");
  private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

  private final Layers layers;
  private final StyleShelf shelf;
  private final Catalog catalog;

  LegendController(Layers layers, StyleShelf shelf, Catalog catalog) {
    this.layers = layers;
    this.shelf = shelf;
    this.catalog = catalog;
  }

  @GetMapping("/api/layers/{id}/legend")
  ResponseEntity<?> legend(
      @PathVariable String id, User user, Lang lang, HttpServletRequest request) {
    OpenLayer layer = layers.open(user, id, Action.VIEW);
    Query query = Query.of(request, PARAMETERS);
    StyleSheet sheet = shelf.choose(layer, query.find("style"));
    Legend legend =
        Legend.of(sheet.style(), zoom(query), layer.definition().title(), codes(catalog, layer));
    String format = Optional.ofNullable(query.find("f")).orElse("json");
    return switch (format) {
      case "json" -> ResponseEntity.ok(json(sheet, legend));
      case "svg" ->
          ResponseEntity.ok()
              .contentType(SVG)
              .body(LegendSvg.of(legend, lang).getBytes(StandardCharsets.UTF_8));
      default -> throw Problem.Invalid.parameter("f", format, Text.of("json 或 svg", "json or svg"));
    };
  }

  /** What the codes of the layer's visible fields mean. */
  static Legend.Codes codes(Catalog catalog, OpenLayer layer) {
    return (name, code) ->
        layer.fields().stream()
            .filter(field -> field.name().equals(name))
            .findFirst()
            .flatMap(field -> catalog.findLabel(field, code));
  }

  private static @Nullable Double zoom(Query query) {
    String text = query.find("zoom");
    if (text == null) {
      return null;
    }
    double zoom = Parameters.number("zoom", text);
    if (zoom < 0 || zoom > 30) {
      throw Problem.Invalid.parameter("zoom", text, Text.of("0 至 30 的数", "a number from 0 to 30"));
    }
    return zoom;
  }

  private static Map<String, Object> json(StyleSheet sheet, Legend legend) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("style", sheet.id());
    json.put("title", sheet.style().title());
    json.put("entries", legend.entries().stream().map(LegendController::entry).toList());
    return json;
  }

  private static Map<String, @Nullable Object> entry(Legend.Entry entry) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rule", entry.rule());
    json.put("title", entry.title());
    json.put("minZoom", entry.minZoom());
    json.put("maxZoom", entry.maxZoom());
    json.put("symbolizers", entry.symbols().stream().map(StyleJson::symbolizer).toList());
    List<Symbolizer> symbols = entry.symbols();
    json.put(
        "svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"30\" height=\"18\" viewBox=\"0 0 30 18\">"
            + SymbolSvg.of(symbols, 30, 18, "h")
            + "</svg>");
    return json;
  }
}
