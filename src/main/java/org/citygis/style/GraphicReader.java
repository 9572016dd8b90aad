package org.citygis.style;

import java.util.Set;
import org.citygis.style.Symbolizer.Graphic;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code Graphic}: a mark, or an icon with a mark in its place where it cannot be drawn.
 */
final class GraphicReader {
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

  private GraphicReader() {}

  static Graphic read(Element element, double defaultSize) {
    Element external = element.find("ExternalGraphic");
    Element mark = element.find("Mark");
    Element displacement = element.find("Displacement");
    Element fill = mark == null ? null : mark.find("Fill");
    Element stroke = mark == null ? null : mark.find("Stroke");
    Icon icon = external == null ? null : IconReader.read(external);
    return new Graphic(
        mark == null ? "square" : name(mark),
        icon,
        fill == null ? null : SymbolizerReader.fill(fill, SymbolizerReader.GRAY),
        stroke == null ? null : SymbolizerReader.stroke(stroke),
        Values.length(element.find("Size"), icon == null ? defaultSize : icon.height()),
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
