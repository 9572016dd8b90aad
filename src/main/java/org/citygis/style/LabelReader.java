package org.citygis.style;

import org.citygis.style.Symbolizer.Fill;
import org.citygis.style.Symbolizer.Font;
import org.citygis.style.Symbolizer.Halo;
import org.citygis.style.Symbolizer.Layout;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/** Reads a {@code TextSymbolizer}. */
final class LabelReader {
  private static final String[] WEIGHTS = {
    "normal", "bold", "100", "200", "300", "400", "500", "600", "700", "800", "900"
  };

  private LabelReader() {}

  static Symbolizer read(Element element) {
    Element fill = element.find("Fill");
    Element halo = element.find("Halo");
    Element placement = element.find("LabelPlacement");
    Element line = placement == null ? null : placement.find("LinePlacement");
    Element point = placement == null ? null : placement.find("PointPlacement");
    boolean along = line != null || flag(element, "followLine", false);
    Element anchor = point == null ? null : point.find("AnchorPoint");
    Element displacement = point == null ? null : point.find("Displacement");
    return new Symbolizer.Label(
        SymbolizerReader.unit(element),
        FilterReader.value(element.get("Label")),
        font(element.find("Font")),
        fill == null
            ? new Fill(FilterReader.literal("#000000"), FilterReader.literal(1.0), null)
            : SymbolizerReader.fill(fill, "#000000"),
        halo == null ? null : halo(halo),
        along,
        Values.constant(child(anchor, "AnchorPointX"), along ? 0.5 : 0),
        Values.constant(child(anchor, "AnchorPointY"), 0.5),
        Values.number(child(displacement, "DisplacementX"), 0),
        GraphicReader.upward(
            line == null ? child(displacement, "DisplacementY") : line.find("PerpendicularOffset")),
        Values.number(child(point, "Rotation"), 0),
        Values.number(element.find("Priority"), 0),
        layout(element, line));
  }

  private static Layout layout(Element element, @Nullable Element line) {
    return new Layout(
        gap(line, option(element, "repeat", 0)),
        option(element, "autoWrap", 0),
        option(element, "maxDisplacement", 0),
        flag(element, "group", false),
        flag(element, "conflictResolution", true),
        option(element, "spaceAround", 0),
        option(element, "maxAngleDelta", 30));
  }

  /** Symbology Encoding repeats a label after a gap. */
  private static double gap(@Nullable Element line, double repeat) {
    Element repeated = line == null ? null : line.find("IsRepeated");
    Element gap = line == null ? null : line.find("Gap");
    boolean again = repeated != null && Boolean.parseBoolean(repeated.text());
    return again && repeat == 0 ? Values.constant(gap, 300) : repeat;
  }

  private static Font font(@Nullable Element font) {
    if (font == null) {
      return new Font("sans-serif", FilterReader.literal(10.0), "normal", "normal");
    }
    Element family = Values.parameter(font, "font-family");
    return new Font(
        family == null ? "sans-serif" : family.text(),
        Values.length(Values.parameter(font, "font-size"), 10),
        Values.word(Values.parameter(font, "font-weight"), "normal", WEIGHTS),
        Values.word(Values.parameter(font, "font-style"), "normal", "normal", "italic", "oblique"));
  }

  private static Halo halo(Element halo) {
    Element fill = halo.find("Fill");
    Expression width = Values.length(halo.find("Radius"), 1);
    return fill == null
        ? new Halo(FilterReader.literal("#ffffff"), FilterReader.literal(1.0), width)
        : new Halo(
            Values.color(Values.parameter(fill, "fill"), "#ffffff"),
            Values.opacity(Values.parameter(fill, "fill-opacity")),
            width);
  }

  private static @Nullable Element child(@Nullable Element parent, String name) {
    return parent == null ? null : parent.find(name);
  }

  /** An option that GeoServer added to SLD. */
  private static @Nullable Element option(Element element, String name) {
    for (Element option : element.elements()) {
      if (option.name().equals("VendorOption") && option.attribute("name", "").equals(name)) {
        return option.use();
      }
    }
    return null;
  }

  private static double option(Element element, String name, double otherwise) {
    return Values.constant(option(element, name), otherwise);
  }

  private static boolean flag(Element element, String name, boolean otherwise) {
    String text =
        Values.word(option(element, name), String.valueOf(otherwise), "true", "false", "yes", "no");
    return text.equals("true") || text.equals("yes");
  }
}
