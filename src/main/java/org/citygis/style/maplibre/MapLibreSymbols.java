package org.citygis.style.maplibre;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.citygis.style.ExpressionJson;
import org.citygis.style.Symbolizer;
import org.citygis.style.Symbolizer.Fill;
import org.citygis.style.Symbolizer.Graphic;
import org.citygis.style.Symbolizer.Stroke;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.jspecify.annotations.Nullable;

/** Symbols as the type, layout and paint of layers. */
final class MapLibreSymbols {
  private static final String NOTHING = "rgba(0,0,0,0)";

  private final MapLibreExpression expressions;
  private final Sprite sprite;
  private final Consumer<String> approximate;
  private final boolean pointsOnly;

  /**
   * @param pointsOnly whether all features are points, which a circle may stand for
   */
  MapLibreSymbols(
      MapLibreExpression expressions,
      Sprite sprite,
      Consumer<String> approximate,
      boolean pointsOnly) {
    this.expressions = expressions;
    this.sprite = sprite;
    this.approximate = approximate;
    this.pointsOnly = pointsOnly;
  }

  List<Map<String, @Nullable Object>> of(Symbolizer symbolizer) {
    Lengths lengths = new Lengths(expressions, symbolizer.unit());
    return switch (symbolizer) {
      case Symbolizer.Polygon polygon -> polygon(polygon, lengths);
      case Symbolizer.Line line ->
          List.of(
              line.stroke().marks() == null
                  ? line(line.stroke(), line.offset(), lengths)
                  : beads(line.stroke(), line.stroke().marks()));
      case Symbolizer.Point point -> List.of(point(point.graphic(), lengths));
      case Symbolizer.Label label -> List.of(new MapLibreLabel(expressions, lengths).of(label));
    };
  }

  private List<Map<String, @Nullable Object>> polygon(Symbolizer.Polygon polygon, Lengths lengths) {
    List<Map<String, @Nullable Object>> drawn = new ArrayList<>();
    Fill fill = polygon.fill();
    if (fill != null && fill.color() != null) {
      Map<String, @Nullable Object> paint = new LinkedHashMap<>();
      paint.put("fill-color", color(fill.color()));
      paint.put("fill-opacity", value(fill.opacity(), 1));
      drawn.add(layer("fill", Map.of(), paint));
    }
    if (fill != null && fill.hatch() != null) {
      Map<String, @Nullable Object> paint = new LinkedHashMap<>();
      paint.put("fill-pattern", sprite.hatch(fill.hatch()));
      drawn.add(layer("fill", Map.of(), paint));
    }
    if (polygon.stroke() != null) {
      drawn.add(line(polygon.stroke(), polygon.offset(), lengths));
    }
    return drawn;
  }

  private Map<String, @Nullable Object> line(Stroke stroke, Expression offset, Lengths lengths) {
    Map<String, @Nullable Object> layout = new LinkedHashMap<>();
    layout.put("line-cap", stroke.cap());
    layout.put("line-join", stroke.join().startsWith("mit") ? "miter" : stroke.join());
    Map<String, @Nullable Object> paint = new LinkedHashMap<>();
    paint.put("line-color", color(stroke.color()));
    paint.put("line-width", lengths.of(stroke.width(), 1, 1));
    paint.put("line-opacity", value(stroke.opacity(), 1));
    if (!stroke.dash().isEmpty()) {
      double width = stroke.width() instanceof Literal ? constant(stroke.width(), 1) : 1;
      if (!(stroke.width() instanceof Literal) || stroke.dashOffset() != 0) {
        approximate.accept("dash");
      }
      paint.put(
          "line-dasharray",
          stroke.dash().stream().map(dash -> dash / Math.max(0.01, width)).toList());
    }
    if (!(offset instanceof Literal) || constant(offset, 0) != 0) {
      // MapLibre counts to the right of the line, we to the left.
      paint.put("line-offset", lengths.of(offset, -1, 0));
    }
    return layer("line", layout, paint);
  }

  private Map<String, @Nullable Object> beads(Stroke stroke, Graphic marks) {
    double period = stroke.dash().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, @Nullable Object> layout = new LinkedHashMap<>();
    layout.put("symbol-placement", "line");
    layout.put("symbol-spacing", Math.max(1, period > 0 ? period : 2 * constant(marks.size(), 8)));
    layout.put("icon-image", sprite.graphic(marks));
    layout.put("icon-allow-overlap", true);
    layout.put("icon-ignore-placement", true);
    return layer("symbol", layout, Map.of());
  }

  private Map<String, @Nullable Object> point(Graphic graphic, Lengths lengths) {
    boolean circle = graphic.icon() == null && graphic.mark().equals("circle") && pointsOnly;
    return circle ? circle(graphic, lengths) : icon(graphic, lengths);
  }

  private Map<String, @Nullable Object> circle(Graphic graphic, Lengths lengths) {
    Map<String, @Nullable Object> paint = new LinkedHashMap<>();
    Fill fill = graphic.fill();
    Stroke stroke = graphic.stroke();
    paint.put("circle-radius", lengths.of(graphic.size(), 0.5, 3));
    paint.put("circle-color", fill == null ? NOTHING : color(fill.color()));
    paint.put("circle-opacity", value(fill == null ? graphic.opacity() : fill.opacity(), 1));
    if (stroke != null) {
      paint.put("circle-stroke-color", color(stroke.color()));
      paint.put("circle-stroke-width", lengths.of(stroke.width(), 1, 1));
      paint.put("circle-stroke-opacity", value(stroke.opacity(), 1));
    }
    return layer("circle", Map.of(), paint);
  }

  private Map<String, @Nullable Object> icon(Graphic graphic, Lengths lengths) {
    if (Sprite.varies(graphic)) {
      approximate.accept("colours of a mark that depend on the feature");
    }
    Map<String, @Nullable Object> layout = new LinkedHashMap<>();
    layout.put("icon-image", sprite.graphic(graphic));
    layout.put("icon-size", lengths.of(graphic.size(), 1 / Sprite.size(graphic), 1));
    layout.put("icon-rotate", value(graphic.rotation(), 0));
    layout.put("icon-allow-overlap", true);
    layout.put("icon-ignore-placement", true);
    double x = constant(graphic.offsetX(), 0);
    double y = constant(graphic.offsetY(), 0);
    if (x != 0 || y != 0) {
      layout.put("icon-offset", List.of(x, y));
    }
    Map<String, @Nullable Object> paint = new LinkedHashMap<>();
    paint.put("icon-opacity", value(graphic.opacity(), 1));
    return layer("symbol", layout, paint);
  }

  private @Nullable Object color(@Nullable Expression color) {
    return color == null ? NOTHING : value(color, NOTHING);
  }

  private @Nullable Object value(Expression expression, Object otherwise) {
    return expressions.of(ExpressionJson.of(expression), otherwise);
  }

  static double constant(Expression expression, double otherwise) {
    Double number = expression.evaluate(null, Double.class);
    return number == null ? otherwise : number;
  }

  static Map<String, @Nullable Object> layer(
      String type, Map<String, @Nullable Object> layout, Map<String, @Nullable Object> paint) {
    Map<String, @Nullable Object> layer = new LinkedHashMap<>();
    layer.put("type", type);
    if (!layout.isEmpty()) {
      layer.put("layout", layout);
    }
    if (!paint.isEmpty()) {
      layer.put("paint", paint);
    }
    return layer;
  }
}
