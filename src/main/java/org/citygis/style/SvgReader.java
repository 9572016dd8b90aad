package org.citygis.style;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain part of SVG that map icons are made of: shapes and paths, groups, transforms,
 * flat fills and strokes. Text, gradients, pictures and whatever points elsewhere are not drawn.
 */
final class SvgReader {
  private static final Set<String> SILENT =
      Set.of("title", "desc", "metadata", "namedview", "defs", "clipPath");
  private static final Set<String> REFUSED = Set.of("script", "foreignObject", "iframe", "handler");
  private static final int MAX_PARTS = 1_000;

  private final List<Icon.Part> parts = new ArrayList<>();

  private SvgReader() {}

  /**
   * Reads a picture.
   *
   * @param svg the outermost element
   * @throws NotSupported when it has parts that cannot be drawn
   * @throws InvalidStyle when it is wrong, or carries a script
   */
  static Icon read(Element svg) {
    double[] box = viewBox(svg);
    SvgReader reader = new SvgReader();
    reader.inside(
        svg, Paint.FIRST.with(svg), AffineTransform.getTranslateInstance(-box[0], -box[1]));
    StringBuilder content = new StringBuilder();
    reader.parts.forEach(
        part ->
            content
                .append(IconPath.text(part.path()))
                .append(part.fill())
                .append(part.stroke())
                .append(part.strokeWidth()));
    String id =
        UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8)).toString();
    return new Icon(id, box[2], box[3], reader.parts);
  }

  private static double[] viewBox(Element svg) {
    String text = svg.attribute("viewBox", "");
    double[] box =
        text.isEmpty()
            ? new double[] {0, 0, size(svg, "width"), size(svg, "height")}
            : SvgPath.numbers(svg, text);
    if (box.length != 4 || !(box[2] > 0 && box[3] > 0)) {
      throw svg.wrong(
          "图标需要有四个数的 viewBox，且宽、高大于 0",
          "an icon needs a viewBox of four numbers, width and height above 0");
    }
    return box;
  }

  private static double size(Element svg, String side) {
    return Values.number(svg, svg.attribute(side, "24").replaceFirst("px$", ""), 0, 10_000);
  }

  private void inside(Element group, Paint paint, AffineTransform transform) {
    for (Element element : group.elements()) {
      if (REFUSED.contains(element.name())) {
        throw element.wrong("图标中不允许有 <%s>", "<%s> is not allowed in an icon", element.name());
      }
      if (!SILENT.contains(element.name())) {
        draw(element, paint, transform);
      }
    }
  }

  private void draw(Element element, Paint inherited, AffineTransform outer) {
    Paint paint = inherited.with(element);
    AffineTransform transform = new AffineTransform(outer);
    transform.concatenate(SvgPath.transform(element, element.attribute("transform", "")));
    if (element.name().equals("g")) {
      inside(element, paint, transform);
      return;
    }
    Path2D path = SvgPath.of(element);
    if (path == null) {
      throw element.notSupported("SVG <%s>".formatted(element.name()));
    }
    if (paint.fill() == null && paint.stroke() == null) {
      return;
    }
    if (parts.size() >= MAX_PARTS) {
      throw element.wrong("图标超过 %d 个部分", "an icon of more than %d parts", MAX_PARTS);
    }
    path.setWindingRule(paint.evenOdd() ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO);
    path.transform(transform);
    double enlarged = Math.sqrt(Math.abs(transform.getDeterminant()));
    parts.add(
        new Icon.Part(
            path,
            paint.fill(),
            paint.fillOpacity(),
            paint.stroke(),
            paint.strokeWidth() * enlarged,
            paint.strokeOpacity()));
  }

  /** What an element takes over from those around it. */
  private record Paint(
      @Nullable String fill,
      double fillOpacity,
      @Nullable String stroke,
      double strokeWidth,
      double strokeOpacity,
      boolean evenOdd) {
    static final Paint FIRST = new Paint("#000000", 1, null, 1, 1, false);

    Paint with(Element element) {
      Map<String, String> style = new HashMap<>();
      for (String declaration : element.attribute("style", "").split(";")) {
        int colon = declaration.indexOf(':');
        if (colon > 0) {
          style.put(
              declaration.substring(0, colon).strip(), declaration.substring(colon + 1).strip());
        }
      }
      String fillText = value(element, style, "fill");
      String strokeText = value(element, style, "stroke");
      double through = number(element, style, "opacity", 1);
      return new Paint(
          fillText.isEmpty() ? fill : SvgColor.of(element, fillText),
          number(element, style, "fill-opacity", fillOpacity) * through,
          strokeText.isEmpty() ? stroke : SvgColor.of(element, strokeText),
          number(element, style, "stroke-width", strokeWidth),
          number(element, style, "stroke-opacity", strokeOpacity) * through,
          value(element, style, "fill-rule").isEmpty()
              ? evenOdd
              : value(element, style, "fill-rule").equals("evenodd"));
    }

    private static String value(Element element, Map<String, String> style, String name) {
      return style.getOrDefault(name, element.attribute(name, ""));
    }

    private static double number(
        Element element, Map<String, String> style, String name, double otherwise) {
      String text = value(element, style, name).replaceFirst("^param\\([\\w-]+\\)\\s*", "");
      return text.isEmpty()
          ? otherwise
          : Values.number(element, text.replaceFirst("(px|mm)$", ""), 0, 10_000);
    }
  }
}
