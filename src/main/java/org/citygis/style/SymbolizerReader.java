package org.citygis.style;

import java.util.ArrayList;
import java.util.List;
import org.citygis.style.Symbolizer.Fill;
import org.citygis.style.Symbolizer.Stroke;
import org.jspecify.annotations.Nullable;

/** Reads the symbols of a rule. */
final class SymbolizerReader {
  private static final String BLACK = "#000000";
  static final String GRAY = "#808080";

  private SymbolizerReader() {}

  static Symbolizer read(Element element) {
    for (String name : List.of("Name", "Description")) {
      element.all(name).forEach(Element::discard);
    }
    geometry(element);
    return switch (element.name()) {
      case "PointSymbolizer" -> point(element);
      case "LineSymbolizer" -> line(element);
      case "PolygonSymbolizer" -> polygon(element);
      case "TextSymbolizer" -> LabelReader.read(element);
      default -> throw element.notSupported(element.name());
    };
  }

  /** The shape of the feature itself is what is drawn; one worked out by a function is not. */
  private static void geometry(Element element) {
    Element geometry = element.find("Geometry");
    if (geometry == null) {
      return;
    }
    if (geometry.find("PropertyName", "ValueReference") == null) {
      throw geometry.notSupported(element.name() + " Geometry");
    }
  }

  /** What the {@code uom} of a symbolizer says. */
  static Symbolizer.Unit unit(Element element) {
    String unit = element.attribute("uom", "");
    return switch (unit.replaceFirst("^https?://www\\.opengeospatial\\.org/se/units/", "")) {
      case "", "pixel" -> Symbolizer.Unit.PIXEL;
      case "metre" -> Symbolizer.Unit.METRE;
      default -> throw element.notSupported(element.name() + " uom " + unit);
    };
  }

  private static Symbolizer point(Element element) {
    return new Symbolizer.Point(unit(element), GraphicReader.read(element.get("Graphic"), 6));
  }

  private static Symbolizer line(Element element) {
    return new Symbolizer.Line(
        unit(element),
        stroke(element.get("Stroke")),
        Values.number(element.find("PerpendicularOffset"), 0));
  }

  private static Symbolizer polygon(Element element) {
    Element fill = element.find("Fill");
    Element stroke = element.find("Stroke");
    return new Symbolizer.Polygon(
        unit(element),
        fill == null ? null : fill(fill, GRAY),
        stroke == null ? null : stroke(stroke),
        Values.number(element.find("PerpendicularOffset"), 0));
  }

  static Fill fill(Element element, String otherwise) {
    Element hatch = element.find("GraphicFill");
    Element color = Values.parameter(element, "fill");
    return new Fill(
        hatch != null && color == null ? null : Values.color(color, otherwise),
        Values.opacity(Values.parameter(element, "fill-opacity")),
        hatch == null ? null : GraphicReader.read(hatch.get("Graphic"), 8));
  }

  static Stroke stroke(Element element) {
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
        marks == null ? null : GraphicReader.read(marks.get("Graphic"), 6));
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
}
