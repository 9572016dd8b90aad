package org.citygis.style;

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

/** Multiplies the lengths of a symbol, so that metres become pixels. */
record Enlargement(double factor) {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  Symbolizer of(Symbolizer symbolizer) {
    return switch (symbolizer) {
      case Symbolizer.Point point -> new Symbolizer.Point(Unit.PIXEL, graphic(point.graphic()));
      case Symbolizer.Line line ->
          new Symbolizer.Line(Unit.PIXEL, stroke(line.stroke()), length(line.offset()));
      case Symbolizer.Polygon polygon ->
          new Symbolizer.Polygon(
              Unit.PIXEL,
              polygon.fill() == null ? null : fill(polygon.fill()),
              polygon.stroke() == null ? null : stroke(polygon.stroke()),
              length(polygon.offset()));
      case Symbolizer.Label label -> label(label);
    };
  }

  private Symbolizer label(Symbolizer.Label label) {
    Font font = label.font();
    Halo halo = label.halo();
    return new Symbolizer.Label(
        Unit.PIXEL,
        label.text(),
        new Font(font.family(), length(font.size()), font.weight(), font.style()),
        fill(label.fill()),
        halo == null ? null : new Halo(halo.color(), halo.opacity(), length(halo.width())),
        label.alongLine(),
        label.anchorX(),
        label.anchorY(),
        length(label.offsetX()),
        length(label.offsetY()),
        label.rotation(),
        label.priority(),
        label.layout());
  }

  private Fill fill(Fill fill) {
    return new Fill(fill.color(), fill.opacity(), graphicOrNone(fill.hatch()));
  }

  private Stroke stroke(Stroke stroke) {
    return new Stroke(
        stroke.color(),
        length(stroke.width()),
        stroke.opacity(),
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
        graphic.rotation(),
        graphic.opacity(),
        length(graphic.offsetX()),
        length(graphic.offsetY()));
  }

  private Expression length(Expression length) {
    return length instanceof Literal literal && literal.getValue() instanceof Double number
        ? FILTERS.literal(number * factor)
        : FILTERS.multiply(length, FILTERS.literal(factor));
  }
}
