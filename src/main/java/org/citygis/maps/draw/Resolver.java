package org.citygis.maps.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import org.citygis.maps.font.Lettering;
import org.citygis.style.Symbolizer;
import org.citygis.style.Symbolizer.Fill;
import org.citygis.style.Symbolizer.Graphic;
import org.citygis.style.Symbolizer.Halo;
import org.citygis.style.Symbolizer.Stroke;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a symbol's expressions are for one feature. A value that is none, such as the
 * width of a feature without width, becomes the one that SLD takes where nothing is said.
 */
final class Resolver {
  private static final double LONGEST = 10_000;
  private static final double SMALLEST_FONT = 1;
  private static final double LARGEST_FONT = 200;

  private Resolver() {}

  static @Nullable Ink ink(Symbolizer symbolizer, @Nullable Object feature) {
    return switch (symbolizer) {
      case Symbolizer.Polygon polygon ->
          new Ink.Area(
              polygon.fill() == null ? null : tint(polygon.fill(), feature),
              polygon.stroke() == null ? null : pen(polygon.stroke(), feature),
              number(polygon.offset(), feature, 0));
      case Symbolizer.Line line ->
          new Ink.Trace(pen(line.stroke(), feature), number(line.offset(), feature, 0));
      case Symbolizer.Point point -> new Ink.Spot(stamp(point.graphic(), feature));
      case Symbolizer.Label label -> null;
    };
  }

  static Lettering lettering(Symbolizer.Label label, @Nullable Object feature) {
    Color color = color(label.fill().color(), label.fill().opacity(), feature, Color.BLACK);
    Halo halo = label.halo();
    String weight = label.font().weight();
    return new Lettering(
        label.font().family(),
        Math.clamp(number(label.font().size(), feature, 10), SMALLEST_FONT, LARGEST_FONT),
        weight.equals("bold") || (weight.length() == 3 && weight.compareTo("600") >= 0),
        !label.font().style().equals("normal"),
        color == null ? Color.BLACK : color,
        halo == null ? null : color(halo.color(), halo.opacity(), feature, Color.WHITE),
        halo == null ? 0 : Math.clamp(number(halo.width(), feature, 1), 0, 20));
  }

  static double number(Expression expression, @Nullable Object feature, double otherwise) {
    Double number = expression.evaluate(feature, Double.class);
    return number == null || !Double.isFinite(number) ? otherwise : number;
  }

  private static Tint tint(Fill fill, @Nullable Object feature) {
    return new Tint(
        color(fill.color(), fill.opacity(), feature, Color.GRAY),
        fill.hatch() == null ? null : stamp(fill.hatch(), feature));
  }

  private static Pen pen(Stroke stroke, @Nullable Object feature) {
    Color color = color(stroke.color(), stroke.opacity(), feature, Color.BLACK);
    return new Pen(
        color == null ? Color.BLACK : color,
        length(stroke.width(), feature, 1),
        stroke.dash(),
        stroke.dashOffset(),
        switch (stroke.cap()) {
          case "round" -> BasicStroke.CAP_ROUND;
          case "square" -> BasicStroke.CAP_SQUARE;
          default -> BasicStroke.CAP_BUTT;
        },
        switch (stroke.join()) {
          case "round" -> BasicStroke.JOIN_ROUND;
          case "bevel" -> BasicStroke.JOIN_BEVEL;
          default -> BasicStroke.JOIN_MITER;
        },
        stroke.marks() == null ? null : stamp(stroke.marks(), feature));
  }

  private static Stamp stamp(Graphic graphic, @Nullable Object feature) {
    return new Stamp(
        graphic.mark(),
        graphic.icon(),
        graphic.fill() == null ? null : tint(graphic.fill(), feature),
        graphic.stroke() == null ? null : pen(graphic.stroke(), feature),
        Math.min(1000, length(graphic.size(), feature, 6)),
        number(graphic.rotation(), feature, 0),
        Math.clamp(number(graphic.opacity(), feature, 1), 0, 1),
        number(graphic.offsetX(), feature, 0),
        number(graphic.offsetY(), feature, 0));
  }

  private static double length(Expression expression, @Nullable Object feature, double otherwise) {
    return Math.clamp(number(expression, feature, otherwise), 0, LONGEST);
  }

  private static @Nullable Color color(
      @Nullable Expression color, Expression opacity, @Nullable Object feature, Color otherwise) {
    if (color == null) {
      return null;
    }
    int alpha = (int) Math.round(255 * Math.clamp(number(opacity, feature, 1), 0, 1));
    Color opaque = parse(color.evaluate(feature, String.class), otherwise);
    return new Color(opaque.getRed(), opaque.getGreen(), opaque.getBlue(), alpha);
  }

  /** {@code #rrggbb}. */
  static Color parse(@Nullable String text, Color otherwise) {
    if (text == null || !text.matches("#[0-9a-fA-F]{6}")) {
      return otherwise;
    }
    return new Color(Integer.parseInt(text.substring(1), 16));
  }
}
