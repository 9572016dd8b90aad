package org.citygis.style;

import java.awt.geom.Path2D;
import java.util.List;
import java.util.Locale;
import org.citygis.style.Symbolizer.Fill;
import org.citygis.style.Symbolizer.Graphic;
import org.citygis.style.Symbolizer.Stroke;
import org.jspecify.annotations.Nullable;

/**
 * Draws symbols with constant values as SVG: an area, a line through it or a mark in its middle.
 */
final class SymbolSvg {
  private final double width;
  private final double height;
  private final StringBuilder svg = new StringBuilder();
  private final String prefix;
  private int patterns;

  /**
   * @param prefix of the ids of hatches, one of its own for each symbol of a page
   */
  SymbolSvg(double width, double height, String prefix) {
    this.width = width;
    this.height = height;
    this.prefix = prefix;
  }

  /** The elements that draw the symbols, over the box from 0,0 to width,height. */
  static String of(List<Symbolizer> symbols, double width, double height, String prefix) {
    SymbolSvg drawing = new SymbolSvg(width, height, prefix);
    // A metre of a legend is a pixel: what it would be on the map depends on the zoom.
    symbols.forEach(s -> drawing.draw(s.inPixels(1)));
    return drawing.svg.toString();
  }

  private void draw(Symbolizer symbolizer) {
    switch (symbolizer) {
      case Symbolizer.Polygon polygon -> {
        String box = "M2.5 2.5H%sV%sH2.5Z".formatted(number(width - 2.5), number(height - 2.5));
        if (polygon.fill() != null) {
          area(box, polygon.fill());
        }
        if (polygon.stroke() != null) {
          stroke(box, polygon.stroke(), 3);
        }
      }
      case Symbolizer.Line line -> {
        Stroke stroke = line.stroke();
        if (stroke.marks() == null) {
          stroke("M1 %1$sH%2$s".formatted(number(height / 2), number(width - 1)), stroke, 6);
        } else {
          graphic(stroke.marks(), width / 2, height / 2);
        }
      }
      case Symbolizer.Point point -> graphic(point.graphic(), width / 2, height / 2);
      case Symbolizer.Label label -> {}
    }
  }

  private void area(String path, Fill fill) {
    double opacity = Constants.number(fill.opacity(), 1);
    if (fill.color() != null) {
      path(path, Constants.color(fill.color(), "#808080"), opacity);
    }
    if (fill.hatch() != null) {
      String id = prefix + "-" + patterns++;
      double period = Math.max(4, Constants.number(fill.hatch().size(), 8));
      svg.append(
          "<pattern id=\"%s\" width=\"%2$s\" height=\"%2$s\" patternUnits=\"userSpaceOnUse\">"
              .formatted(id, number(period)));
      hatch(fill.hatch(), period);
      svg.append("</pattern><path d=\"%s\" fill=\"url(#%s)\"/>".formatted(path, id));
    }
  }

  /** The mark stands in the neighbours too, so that slanting lines meet at the seams. */
  private void hatch(Graphic mark, double period) {
    boolean slants = mark.mark().equals("slash") || mark.mark().equals("backslash");
    for (int x = slants ? -1 : 0; x <= (slants ? 1 : 0); x++) {
      for (int y = slants ? -1 : 0; y <= (slants ? 1 : 0); y++) {
        drawGraphic(mark, (x + 0.5) * period, (y + 0.5) * period, slants ? period : period * 0.75);
      }
    }
  }

  private void graphic(Graphic graphic, double x, double y) {
    double size = Constants.number(graphic.size(), 6);
    drawGraphic(graphic, x, y, Math.min(height - 3, size));
  }

  private void drawGraphic(Graphic graphic, double x, double y, double size) {
    svg.append(
        "<g transform=\"translate(%s %s) rotate(%s)\" opacity=\"%s\">"
            .formatted(
                number(x),
                number(y),
                number(Constants.number(graphic.rotation(), 0)),
                number(Constants.number(graphic.opacity(), 1))));
    Icon icon = graphic.icon();
    if (icon != null) {
      icon(icon, size);
    } else {
      mark(graphic, size);
    }
    svg.append("</g>");
  }

  private void mark(Graphic graphic, double size) {
    String path = IconPath.text(Marks.outline(graphic.mark(), size));
    Fill fill = graphic.fill();
    Stroke stroke = graphic.stroke();
    if (fill != null && !Marks.isOpen(graphic.mark())) {
      path(path, Constants.color(fill.color(), "#808080"), Constants.number(fill.opacity(), 1));
    }
    if (stroke != null) {
      stroke(path, stroke, 3);
    }
    if (fill == null && stroke == null) {
      svg.append("<path d=\"%s\" fill=\"#808080\" stroke=\"#000000\"/>".formatted(path));
    }
  }

  private void icon(Icon icon, double size) {
    double scale = size / icon.height();
    svg.append(
        "<g transform=\"scale(%s) translate(%s %s)\">"
            .formatted(number(scale), number(-icon.width() / 2), number(-icon.height() / 2)));
    for (Icon.Part part : icon.parts()) {
      svg.append(
          "<path d=\"%s\" fill=\"%s\" fill-opacity=\"%s\" fill-rule=\"%s\""
              .formatted(
                  IconPath.text(part.path()),
                  orNone(part.fill()),
                  number(part.fillOpacity()),
                  part.path().getWindingRule() == Path2D.WIND_EVEN_ODD ? "evenodd" : "nonzero"));
      svg.append(
          " stroke=\"%s\" stroke-width=\"%s\" stroke-opacity=\"%s\"/>"
              .formatted(
                  orNone(part.stroke()), number(part.strokeWidth()), number(part.strokeOpacity())));
    }
    svg.append("</g>");
  }

  private void stroke(String path, Stroke stroke, double most) {
    double wide = Constants.number(stroke.width(), 1);
    String dash =
        stroke.dash().isEmpty()
            ? ""
            : " stroke-dasharray=\"%s\""
                .formatted(
                    String.join(" ", stroke.dash().stream().map(SymbolSvg::number).toList()));
    svg.append(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-opacity=\"%s\" stroke-linecap=\"%s\" stroke-linejoin=\"%s\"%s/>"
            .formatted(
                path,
                Constants.color(stroke.color(), "#000000"),
                number(Math.min(most, wide)),
                number(Constants.number(stroke.opacity(), 1)),
                stroke.cap(),
                stroke.join().equals("mitre") ? "miter" : stroke.join(),
                dash));
  }

  private void path(String path, String fill, double opacity) {
    svg.append(
        "<path d=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/>".formatted(path, fill, number(opacity)));
  }

  private static String orNone(@Nullable String color) {
    return color == null ? "none" : color;
  }

  private static String number(double number) {
    String text = String.format(Locale.ROOT, "%.3f", number);
    return text.replaceFirst("\\.?0+$", "");
  }
}
