package org.citygis.style.derive;

import org.citygis.catalog.GeometryKind;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** Writes a style of one flat symbol per class as SLD 1.0. */
final class SldWriter {
  private final StringBuilder sld = new StringBuilder();
  private final GeometryKind geometry;

  /**
   * @param title of the style
   */
  SldWriter(String layer, String id, Text title, GeometryKind geometry) {
    this.geometry = geometry;
    line(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    line(
        0,
        "<StyledLayerDescriptor version=\"1.0.0\" xmlns=\"http://www.opengis.net/sld\" xmlns:ogc=\"http://www.opengis.net/ogc\">");
    line(1, "<NamedLayer>");
    line(2, "<Name>%s</Name>".formatted(escaped(layer)));
    line(2, "<UserStyle>");
    line(3, "<Name>%s</Name>".formatted(escaped(id)));
    line(3, "<Title>%s</Title>".formatted(both(title)));
    line(3, "<FeatureTypeStyle>");
  }

  /**
   * Adds a rule.
   *
   * @param filter the inside of its Filter, null for what no other rule draws
   */
  void rule(Text title, @Nullable String filter, String color, Pack.@Nullable Hatch hatch) {
    line(4, "<Rule>");
    line(5, "<Title>%s</Title>".formatted(both(title)));
    line(5, filter == null ? "<ElseFilter/>" : "<ogc:Filter>" + filter + "</ogc:Filter>");
    switch (geometry) {
      case POINT -> point(color);
      case LINE -> stroke("LineSymbolizer", color, 2);
      case POLYGON, MIXED, NONE -> polygon(color, hatch);
    }
    line(4, "</Rule>");
  }

  /** Areas are parted by a thin line of their own. */
  private void polygon(String color, Pack.@Nullable Hatch hatch) {
    line(5, "<PolygonSymbolizer>");
    line(6, "<Fill>%s%s</Fill>".formatted(css("fill", color), css("fill-opacity", "0.75")));
    line(
        6, "<Stroke>%s%s</Stroke>".formatted(css("stroke", "#ffffff"), css("stroke-width", "0.6")));
    line(5, "</PolygonSymbolizer>");
    if (hatch != null) {
      line(5, "<PolygonSymbolizer>");
      line(
          6,
          "<Fill><GraphicFill><Graphic><Mark><WellKnownName>%s</WellKnownName><Stroke>%s%s</Stroke></Mark><Size>8</Size></Graphic></GraphicFill></Fill>"
              .formatted(
                  "shape://" + hatch.mark(),
                  css("stroke", hatch.color()),
                  css("stroke-width", "0.7")));
      line(5, "</PolygonSymbolizer>");
    }
  }

  private void point(String color) {
    line(5, "<PointSymbolizer>");
    line(
        6,
        "<Graphic><Mark><WellKnownName>circle</WellKnownName><Fill>%s</Fill><Stroke>%s%s</Stroke></Mark><Size>9</Size></Graphic>"
            .formatted(css("fill", color), css("stroke", "#ffffff"), css("stroke-width", "1.2")));
    line(5, "</PointSymbolizer>");
  }

  private void stroke(String symbolizer, String color, int width) {
    line(5, "<" + symbolizer + ">");
    line(
        6,
        "<Stroke>%s%s%s</Stroke>"
            .formatted(
                css("stroke", color),
                css("stroke-width", String.valueOf(width)),
                css("stroke-linecap", "round")));
    line(5, "</" + symbolizer + ">");
  }

  String finish() {
    line(3, "</FeatureTypeStyle>");
    line(2, "</UserStyle>");
    line(1, "</NamedLayer>");
    line(0, "</StyledLayerDescriptor>");
    return sld.toString();
  }

  static String comparison(String operator, String field, String value) {
    return "<ogc:%1$s><ogc:PropertyName>%2$s</ogc:PropertyName><ogc:Literal>%3$s</ogc:Literal></ogc:%1$s>"
        .formatted(operator, escaped(field), escaped(value));
  }

  /** Values that begin with a text. */
  static String begins(String field, String start) {
    return "<ogc:PropertyIsLike wildCard=\"*\" singleChar=\".\" escapeChar=\"!\"><ogc:PropertyName>%s</ogc:PropertyName><ogc:Literal>%s*</ogc:Literal></ogc:PropertyIsLike>"
        .formatted(escaped(field), escaped(start.replaceAll("[*.!]", "!$0")));
  }

  static String missing(String field) {
    return "<ogc:PropertyIsNull><ogc:PropertyName>%s</ogc:PropertyName></ogc:PropertyIsNull>"
        .formatted(escaped(field));
  }

  private static String css(String name, String value) {
    return "<CssParameter name=\"%s\">%s</CssParameter>".formatted(name, value);
  }

  private static String both(Text title) {
    return escaped(title.zh().equals(title.en()) ? title.zh() : title.zh() + " | " + title.en());
  }

  private void line(int depth, String text) {
    sld.append("  ".repeat(depth)).append(text).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
