package org.citygis.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citygis.style.Symbolizer.Fill;
import org.citygis.style.Symbolizer.Graphic;
import org.citygis.style.Symbolizer.Stroke;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;

/** Reads the symbols of a rule. */
final class SymbolizerReader {
  /**
   * The marks of SLD and, with the prefix {@code shape://} in the file, those that GeoServer added.
   */
  private static final Set<String> MARKS =
      Set.of(
          "square",
          "circle",
          "triangle",
          "star",
          "cross",
          "x",
          "diamond",
          "pentagon",
          "hexagon",
          "octagon",
          "arrow",
          "vertline",
          "horline",
          "slash",
          "backslash",
          "dot",
          "plus",
          "times",
          "oarrow",
          "carrow");

  private static final String BLACK = "#000000";
  private static final String GRAY = "#808080";

  private SymbolizerReader() {}

  static Symbolizer read(Element element) {
    String unit = element.attribute("uom", "");
    if (!unit.isEmpty() && !unit.endsWith("pixel")) {
      throw element.notSupported(element.name() + " uom " + unit);
    }
    element.all("Name").forEach(Element::discard);
    return switch (element.name()) {
      case "PointSymbolizer" -> point(element);
      case "LineSymbolizer" -> line(element);
      case "PolygonSymbolizer" -> polygon(element);
      case "TextSymbolizer" -> LabelReader.read(element);
      default -> throw element.notSupported(element.name());
    };
  }

  private static Symbolizer point(Element element) {
    return new Symbolizer.Point(graphic(element.get("Graphic"), 6));
  }

  private static Symbolizer line(Element element) {
    return new Symbolizer.Line(
        stroke(element.get("Stroke")), Values.number(element.find("PerpendicularOffset"), 0));
  }

  private static Symbolizer polygon(Element element) {
    Element fill = element.find("Fill");
    Element stroke = element.find("Stroke");
    return new Symbolizer.Polygon(
        fill == null ? null : fill(fill, GRAY), stroke == null ? null : stroke(stroke));
  }

  static Fill fill(Element element, String otherwise) {
    Element hatch = element.find("GraphicFill");
    Element color = Values.parameter(element, "fill");
    return new Fill(
        hatch != null && color == null ? null : Values.color(color, otherwise),
        Values.opacity(Values.parameter(element, "fill-opacity")),
        hatch == null ? null : graphic(hatch.get("Graphic"), 8));
  }

  private static Stroke stroke(Element element) {
    Element marks = element.find("GraphicStroke");
    return new Stroke(
        Values.color(Values.parameter(element, "stroke"), BLACK),
        Values.length(Values.parameter(element, "stroke-width"), 1),
        Values.opacity(Values.parameter(element, "stroke-opacity")),
        dash(Values.parameter(element, "stroke-dasharray")),
        Values.constant(Values.parameter(element, "stroke-dashoffset"), 0),
        Values.word(Values.parameter(element, "stroke-linecap"), "butt", "butt", "round", "square"),
        Values.word(
            Values.parameter(element, "stroke-linejoin"),
            "mitre",
            "mitre",
            "miter",
            "round",
            "bevel"),
        marks == null ? null : graphic(marks.get("Graphic"), 6));
  }

  private static List<Double> dash(@Nullable Element element) {
    List<Double> dash = new ArrayList<>();
    if (element != null) {
      for (String length : element.text().split("[\\s,]+")) {
        dash.add(Values.number(element, length, 0, 10_000));
      }
    }
    return dash;
  }

  private static Graphic graphic(Element element, double defaultSize) {
    Element mark = element.find("Mark");
    if (mark == null && element.find("ExternalGraphic") != null) {
      throw element.notSupported("Graphic/ExternalGraphic");
    }
    Element displacement = element.find("Displacement");
    Element fill = mark == null ? null : mark.find("Fill");
    Element stroke = mark == null ? null : mark.find("Stroke");
    return new Graphic(
        mark == null ? "square" : name(mark),
        fill == null ? null : fill(fill, GRAY),
        stroke == null ? null : stroke(stroke),
        Values.length(element.find("Size"), defaultSize),
        Values.number(element.find("Rotation"), 0),
        Values.opacity(element.find("Opacity")),
        Values.number(displacement == null ? null : displacement.find("DisplacementX"), 0),
        upward(displacement == null ? null : displacement.find("DisplacementY")));
  }

  private static String name(Element mark) {
    Element element = mark.find("WellKnownName");
    if (element == null) {
      return "square";
    }
    String name = element.text().replaceFirst("^shape://", "");
    if (!MARKS.contains(name)) {
      throw element.notSupported("WellKnownName " + element.text());
    }
    return name;
  }

  /** SLD counts displacements upwards, screens downwards. */
  static Expression upward(@Nullable Element element) {
    Expression up = Values.number(element, 0);
    return up instanceof Literal literal
        ? FilterReader.literal(0.0 - (Double) literal.getValue())
        : CommonFactoryFinder.getFilterFactory().multiply(FilterReader.literal(-1.0), up);
  }
}
