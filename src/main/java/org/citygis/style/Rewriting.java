package org.citygis.style;

import java.util.function.UnaryOperator;
import org.citygis.style.Symbolizer.Fill;
import org.citygis.style.Symbolizer.Font;
import org.citygis.style.Symbolizer.Graphic;
import org.citygis.style.Symbolizer.Halo;
import org.citygis.style.Symbolizer.Stroke;
import org.citygis.style.Symbolizer.Unit;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;

/**
 * Makes the same symbol with other values.
 *
 * @param value changes values that are no lengths
 * @param length changes lengths
 * @param factor of lengths that are plain numbers
 * @param unit of the result, null for that of the symbol
 */
record Rewriting(
    UnaryOperator<Expression> value,
    UnaryOperator<Expression> length,
    double factor,
    @Nullable Unit unit) {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  /** Metres become pixels. */
  static Rewriting enlarging(double factor) {
    return new Rewriting(e -> e, e -> times(e, factor), factor, Unit.PIXEL);
  }

  /** Every value becomes another one. */
  static Rewriting of(UnaryOperator<Expression> change) {
    return new Rewriting(change, change, 1, null);
  }

  private static Expression times(Expression length, double factor) {
    return length instanceof Literal literal && literal.getValue() instanceof Double number
        ? FILTERS.literal(number * factor)
        : FILTERS.multiply(length, FILTERS.literal(factor));
  }

  Symbolizer of(Symbolizer symbolizer) {
    Unit counts = unit == null ? symbolizer.unit() : unit;
    return switch (symbolizer) {
      case Symbolizer.Point point -> new Symbolizer.Point(counts, graphic(point.graphic()));
      case Symbolizer.Line line ->
          new Symbolizer.Line(counts, stroke(line.stroke()), length(line.offset()));
      case Symbolizer.Polygon polygon ->
          new Symbolizer.Polygon(
              counts,
              polygon.fill() == null ? null : fill(polygon.fill()),
              polygon.stroke() == null ? null : stroke(polygon.stroke()),
              length(polygon.offset()));
      case Symbolizer.Label label -> label(label, counts);
    };
  }

  private Symbolizer label(Symbolizer.Label label, Unit counts) {
    Font font = label.font();
    Halo halo = label.halo();
    return new Symbolizer.Label(
        counts,
        value(label.text()),
        new Font(font.family(), length(font.size()), font.weight(), font.style()),
        fill(label.fill()),
        halo == null
            ? null
            : new Halo(value(halo.color()), value(halo.opacity()), length(halo.width())),
        label.alongLine(),
        label.anchorX(),
        label.anchorY(),
        length(label.offsetX()),
        length(label.offsetY()),
        value(label.rotation()),
        value(label.priority()),
        label.layout());
  }

  private Fill fill(Fill fill) {
    return new Fill(
        fill.color() == null ? null : value(fill.color()),
        value(fill.opacity()),
        graphicOrNone(fill.hatch()));
  }

  private Stroke stroke(Stroke stroke) {
    return new Stroke(
        value(stroke.color()),
        length(stroke.width()),
        value(stroke.opacity()),
        stroke.dash().stream().map(dash -> dash * factor).toList(),
        stroke.dashOffset() * factor,
        stroke.cap(),
        stroke.join(),
        graphicOrNone(stroke.marks()));
  }

  private @Nullable Graphic graphicOrNone(@Nullable Graphic graphic) {
    return graphic == null ? null : graphic(graphic);
  }

  private Graphic graphic(Graphic graphic) {
    return new Graphic(
        graphic.mark(),
        graphic.icon(),
        graphic.fill() == null ? null : fill(graphic.fill()),
        graphic.stroke() == null ? null : stroke(graphic.stroke()),
        length(graphic.size()),
        value(graphic.rotation()),
        value(graphic.opacity()),
        length(graphic.offsetX()),
        length(graphic.offsetY()));
  }

  private Expression value(Expression expression) {
    return value.apply(expression);
  }

  private Expression length(Expression expression) {
    return length.apply(expression);
  }
}
