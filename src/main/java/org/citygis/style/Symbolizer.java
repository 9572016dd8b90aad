package org.citygis.style;

import java.util.List;
import java.util.stream.Stream;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * One symbol of a rule. Every value may depend on the feature; constants are literals. Lengths are
 * in pixels, opacities from 0 to 1, angles in degrees clockwise, offsets x to the right and y down.
 */
public sealed interface Symbolizer {

  /** All values that may depend on the feature. */
  Stream<Expression> values();

  /** A mark at a point. */
  record Point(Graphic graphic) implements Symbolizer {
    @Override
    public Stream<Expression> values() {
      return graphic.values();
    }
  }

  /**
   * A stroke along a line or an outline.
   *
   * @param offset to the left of the line
   */
  record Line(Stroke stroke, Expression offset) implements Symbolizer {
    @Override
    public Stream<Expression> values() {
      return Stream.concat(stroke.values(), Stream.of(offset));
    }
  }

  /** An area. */
  record Polygon(@Nullable Fill fill, @Nullable Stroke stroke) implements Symbolizer {
    @Override
    public Stream<Expression> values() {
      return Stream.concat(
          fill == null ? Stream.of() : fill.values(),
          stroke == null ? Stream.of() : stroke.values());
    }
  }

  /**
   * A label.
   *
   * @param alongLine whether it follows the line instead of standing at a point
   * @param anchorX the place of the label's box that is put on the point: 0 its left side, 1 its
   *     right side
   * @param anchorY 0 its bottom, 1 its top
   * @param priority the label with the larger one stays where two meet
   * @param repeat distance after which a label along a line comes again, 0 for once
   * @param wrap width at which the text breaks into lines, 0 for none
   */
  record Label(
      Expression text,
      Font font,
      Fill fill,
      @Nullable Halo halo,
      boolean alongLine,
      double anchorX,
      double anchorY,
      Expression offsetX,
      Expression offsetY,
      Expression rotation,
      Expression priority,
      double repeat,
      double wrap)
      implements Symbolizer {
    @Override
    public Stream<Expression> values() {
      Stream<Expression> own = Stream.of(text, font.size(), offsetX, offsetY, rotation, priority);
      Stream<Expression> rim =
          halo == null ? Stream.of() : Stream.of(halo.color(), halo.opacity(), halo.width());
      return Stream.of(own, fill.values(), rim).flatMap(s -> s);
    }
  }

  /**
   * The inside of an area, a mark or a letter.
   *
   * @param color {@code #rrggbb}; null when only the hatch is drawn
   */
  record Fill(@Nullable Expression color, Expression opacity, @Nullable Graphic hatch) {
    Stream<Expression> values() {
      Stream<Expression> own = color == null ? Stream.of(opacity) : Stream.of(color, opacity);
      return hatch == null ? own : Stream.concat(own, hatch.values());
    }
  }

  /**
   * A line.
   *
   * @param dash lengths of dashes and gaps, empty for a solid line
   * @param cap butt, round or square
   * @param join mitre, round or bevel
   * @param marks set along the line in place of the line itself
   */
  record Stroke(
      Expression color,
      Expression width,
      Expression opacity,
      List<Double> dash,
      double dashOffset,
      String cap,
      String join,
      @Nullable Graphic marks) {
    Stream<Expression> values() {
      Stream<Expression> own = Stream.of(color, width, opacity);
      return marks == null ? own : Stream.concat(own, marks.values());
    }
  }

  /**
   * A well-known mark.
   *
   * @param mark its name without a prefix
   */
  record Graphic(
      String mark,
      @Nullable Fill fill,
      @Nullable Stroke stroke,
      Expression size,
      Expression rotation,
      Expression opacity,
      Expression offsetX,
      Expression offsetY) {
    Stream<Expression> values() {
      Stream<Expression> own = Stream.of(size, rotation, opacity, offsetX, offsetY);
      Stream<Expression> inside = fill == null ? Stream.of() : fill.values();
      Stream<Expression> rim = stroke == null ? Stream.of() : stroke.values();
      return Stream.of(own, inside, rim).flatMap(s -> s);
    }
  }

  /**
   * The letters of a label.
   *
   * @param family names in order of preference, separated by commas
   */
  record Font(String family, Expression size, String weight, String style) {}

  /** The rim that keeps a label readable. */
  record Halo(Expression color, Expression opacity, Expression width) {}
}
