package org.citygis.style;

import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citygis.style.Symbolizer.Fill;
import org.citygis.style.Symbolizer.Graphic;
import org.citygis.style.Symbolizer.Stroke;
import org.citygis.text.Text;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.jspecify.annotations.Nullable;

/** The rules as the browser reads them. */
public final class StyleJson {
  private static final Legend.Codes CODES_THEMSELVES = (field, code) -> Optional.empty();

  private StyleJson() {}

  /**
   * A style: {@code id}, {@code title}, {@code rules} in drawing order, and what is {@code
   * unsupported}. A rule has a filter, zooms and symbolizers; values that depend on the feature are
   * arrays that begin with the name of an operator.
   */
  public static Map<String, @Nullable Object> of(Style style) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", style.id());
    json.put("title", style.title());
    json.put("rules", style.rules().stream().map(StyleJson::rule).toList());
    json.put("unsupported", style.unsupported());
    return json;
  }

  private static Map<String, @Nullable Object> rule(Rule rule) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", rule.id());
    json.put("title", rule.title());
    json.put("pass", rule.pass());
    json.put("minZoom", rule.minZoom());
    json.put("maxZoom", rule.maxZoom());
    json.put("filter", rule.filter() == null ? null : ExpressionJson.of(rule.filter()));
    json.put("else", rule.otherwise());
    json.put("symbolizers", rule.symbolizers().stream().map(StyleJson::symbolizer).toList());
    Text title = rule.title();
    List<Legend.Entry> choices =
        title == null ? List.of() : Legend.entries(rule, title, CODES_THEMSELVES);
    if (choices.size() > 1) {
      json.put("legend", choices.stream().map(StyleJson::choice).toList());
    }
    return json;
  }

  /** One of several looks that a rule gives to features. */
  private static Map<String, @Nullable Object> choice(Legend.Entry entry) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("title", entry.title());
    json.put("symbolizers", entry.symbols().stream().map(StyleJson::symbolizer).toList());
    return json;
  }

  static Map<String, @Nullable Object> symbolizer(Symbolizer symbolizer) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    if (symbolizer.unit() == Symbolizer.Unit.METRE) {
      json.put("unit", "metre");
    }
    switch (symbolizer) {
      case Symbolizer.Point point -> {
        json.put("type", "point");
        json.putAll(graphic(point.graphic()));
      }
      case Symbolizer.Line line -> {
        json.put("type", "line");
        json.put("stroke", stroke(line.stroke()));
        json.put("offset", value(line.offset()));
      }
      case Symbolizer.Polygon polygon -> {
        json.put("type", "polygon");
        json.put("fill", fill(polygon.fill()));
        json.put("stroke", stroke(polygon.stroke()));
        if (!isZero(polygon.offset())) {
          json.put("offset", value(polygon.offset()));
        }
      }
      case Symbolizer.Label label -> label(label, json);
    }
    return json;
  }

  private static void label(Symbolizer.Label label, Map<String, @Nullable Object> json) {
    json.put("type", "text");
    json.put("label", value(label.text()));
    Map<String, @Nullable Object> font = new LinkedHashMap<>();
    font.put("family", label.font().family());
    font.put("size", value(label.font().size()));
    font.put("weight", label.font().weight());
    font.put("style", label.font().style());
    json.put("font", font);
    json.put("fill", fill(label.fill()));
    json.put("halo", halo(label.halo()));
    json.put("placement", label.alongLine() ? "line" : "point");
    json.put("anchor", List.of(label.anchorX(), label.anchorY()));
    json.put("offset", Arrays.asList(value(label.offsetX()), value(label.offsetY())));
    json.put("rotation", value(label.rotation()));
    json.put("priority", value(label.priority()));
    layout(label.layout(), json);
  }

  /** Only what differs from the usual. */
  private static void layout(Symbolizer.Layout layout, Map<String, @Nullable Object> json) {
    positive("repeat", layout.repeat(), json);
    positive("wrap", layout.wrap(), json);
    positive("maxDisplacement", layout.maxDisplacement(), json);
    if (layout.group()) {
      json.put("group", true);
    }
    if (!layout.conflictResolution()) {
      json.put("always", true);
    }
    if (layout.spaceAround() != 0) {
      json.put("spaceAround", layout.spaceAround());
    }
    if (layout.maxAngleDelta() != 30) {
      json.put("maxAngle", layout.maxAngleDelta());
    }
  }

  private static void positive(String name, double length, Map<String, @Nullable Object> json) {
    if (length > 0) {
      json.put(name, length);
    }
  }

  private static @Nullable Map<String, @Nullable Object> halo(Symbolizer.@Nullable Halo halo) {
    if (halo == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("color", value(halo.color()));
    json.put("opacity", value(halo.opacity()));
    json.put("width", value(halo.width()));
    return json;
  }

  private static Map<String, @Nullable Object> graphic(Graphic graphic) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("mark", graphic.mark());
    if (graphic.icon() != null) {
      json.put("icon", icon(graphic.icon()));
    }
    json.put("size", value(graphic.size()));
    json.put("rotation", value(graphic.rotation()));
    json.put("opacity", value(graphic.opacity()));
    json.put("fill", fill(graphic.fill()));
    json.put("stroke", stroke(graphic.stroke()));
    json.put("offset", Arrays.asList(value(graphic.offsetX()), value(graphic.offsetY())));
    return json;
  }

  private static Map<String, @Nullable Object> icon(Icon icon) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", icon.id());
    json.put("width", icon.width());
    json.put("height", icon.height());
    json.put("parts", icon.parts().stream().map(StyleJson::part).toList());
    return json;
  }

  private static Map<String, @Nullable Object> part(Icon.Part part) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("path", IconPath.text(part.path()));
    json.put("rule", part.path().getWindingRule() == Path2D.WIND_EVEN_ODD ? "evenodd" : "nonzero");
    if (part.fill() != null) {
      json.put("fill", part.fill());
      json.put("fillOpacity", part.fillOpacity());
    }
    if (part.stroke() != null) {
      json.put("stroke", part.stroke());
      json.put("width", part.strokeWidth());
      json.put("strokeOpacity", part.strokeOpacity());
    }
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> fill(@Nullable Fill fill) {
    if (fill == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("color", fill.color() == null ? null : value(fill.color()));
    json.put("opacity", value(fill.opacity()));
    if (fill.hatch() != null) {
      json.put("hatch", hatch(fill.hatch()));
    }
    return json;
  }

  /** Line marks are told by their stroke, others by their fill. */
  private static Map<String, @Nullable Object> hatch(Graphic graphic) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    Stroke stroke = graphic.stroke();
    Fill fill = graphic.fill();
    json.put("mark", graphic.mark());
    if (graphic.icon() != null) {
      json.put("icon", icon(graphic.icon()));
    }
    json.put("size", value(graphic.size()));
    if (stroke != null) {
      json.put("color", value(stroke.color()));
      json.put("width", value(stroke.width()));
      json.put("opacity", value(stroke.opacity()));
    } else {
      json.put("color", fill == null || fill.color() == null ? "#000000" : value(fill.color()));
      json.put("width", 1.0);
      json.put("opacity", fill == null ? value(graphic.opacity()) : value(fill.opacity()));
    }
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> stroke(@Nullable Stroke stroke) {
    if (stroke == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("color", value(stroke.color()));
    json.put("width", value(stroke.width()));
    json.put("opacity", value(stroke.opacity()));
    json.put("dash", stroke.dash().isEmpty() ? null : stroke.dash());
    json.put("dashOffset", stroke.dashOffset());
    json.put("cap", stroke.cap());
    json.put("join", stroke.join().equals("mitre") ? "miter" : stroke.join());
    if (stroke.marks() != null) {
      json.put("marks", graphic(stroke.marks()));
    }
    return json;
  }

  private static boolean isZero(Expression expression) {
    return expression instanceof Literal literal && Double.valueOf(0).equals(literal.getValue());
  }

  private static @Nullable Object value(Expression expression) {
    return ExpressionJson.of(expression);
  }
}
