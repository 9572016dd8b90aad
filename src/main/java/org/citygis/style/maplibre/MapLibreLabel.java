package org.citygis.style.maplibre;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.style.ExpressionJson;
import org.citygis.style.Symbolizer;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/** A label as a symbol layer. Its fonts are those of the reader's machine. */
record MapLibreLabel(MapLibreExpression expressions, Lengths lengths) {
  private static final String[] VERTICAL = {"bottom", "", "top"};
  private static final String[] HORIZONTAL = {"left", "", "right"};

  Map<String, @Nullable Object> of(Symbolizer.Label label) {
    Symbolizer.Layout layout = label.layout();
    double size = MapLibreSymbols.constant(label.font().size(), 10);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("text-field", MapLibreExpression.call("to-string", value(label.text(), "")));
    json.put("text-font", fonts(label.font()));
    json.put("text-size", lengths.of(label.font().size(), 1, 10));
    json.put("symbol-sort-key", priority(label.priority()));
    json.put("text-padding", Math.max(0, 2 + layout.spaceAround()));
    if (!layout.conflictResolution()) {
      json.put("text-allow-overlap", true);
      json.put("text-ignore-placement", true);
    }
    if (label.alongLine()) {
      json.put("symbol-placement", "line");
      json.put("symbol-spacing", layout.repeat() > 0 ? layout.repeat() : 300);
      json.put("text-max-angle", layout.maxAngleDelta());
    } else {
      json.put("text-anchor", anchor(label));
      json.put("text-rotate", value(label.rotation(), 0));
      json.put("text-max-width", layout.wrap() > 0 ? layout.wrap() / size : 10);
    }
    double x = MapLibreSymbols.constant(label.offsetX(), 0) / size;
    double y = MapLibreSymbols.constant(label.offsetY(), 0) / size;
    if (x != 0 || y != 0) {
      json.put("text-offset", List.of(x, y));
    }
    return MapLibreSymbols.layer("symbol", json, paint(label));
  }

  private Map<String, @Nullable Object> paint(Symbolizer.Label label) {
    Map<String, @Nullable Object> paint = new LinkedHashMap<>();
    Expression color = label.fill().color();
    paint.put("text-color", color == null ? "#000000" : value(color, "#000000"));
    paint.put("text-opacity", value(label.fill().opacity(), 1));
    Symbolizer.Halo halo = label.halo();
    if (halo != null) {
      paint.put("text-halo-color", value(halo.color(), "#ffffff"));
      paint.put("text-halo-width", lengths.of(halo.width(), 1, 1));
    }
    return paint;
  }

  /** What is to stay comes first. */
  private @Nullable Object priority(Expression priority) {
    Object value = value(priority, 0);
    return value instanceof Number number
        ? 0.0 - number.doubleValue()
        : MapLibreExpression.call("-", 0, MapLibreExpression.call("to-number", value));
  }

  /** MapLibre reads the weight off the first name, and takes the others as names of families. */
  private static List<String> fonts(Symbolizer.Font font) {
    List<String> fonts = new ArrayList<>();
    for (String family : font.family().split(",")) {
      fonts.add(family.strip());
    }
    String weight = font.weight();
    if (weight.equals("bold") || (weight.length() == 3 && weight.compareTo("600") >= 0)) {
      fonts.add(0, fonts.get(0) + " Bold");
    }
    return fonts;
  }

  /** The nearest of the nine that MapLibre knows. */
  private static String anchor(Symbolizer.Label label) {
    String vertical = VERTICAL[(int) Math.round(2 * Math.clamp(label.anchorY(), 0, 1))];
    String horizontal = HORIZONTAL[(int) Math.round(2 * Math.clamp(label.anchorX(), 0, 1))];
    if (vertical.isEmpty() && horizontal.isEmpty()) {
      return "center";
    }
    return vertical.isEmpty() || horizontal.isEmpty()
        ? vertical + horizontal
        : vertical + "-" + horizontal;
  }

  private @Nullable Object value(Expression expression, Object otherwise) {
    return expressions.of(ExpressionJson.of(expression), otherwise);
  }
}
