package org.citygis.style;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/**
 * One symbol of a rule. Every value may depend on the feature; constants are literals. Lengths are
 * in the symbol's unit, opacities from 0 to 1, angles in degrees clockwise, offsets x to the right
 * and y down.
 */
public sealed interface Symbolizer {

  /** What the lengths of a symbol count. */
  enum Unit {
    /** 0.28 mm on the screen, whatever the scale. */
    PIXEL,
    /** A metre on the ground: the symbol grows with the map. */
    METRE
  }

  Unit unit();

  /** All values that may depend on the feature. */
  Stream<Expression> values();

  /**
   * The same symbol with its lengths in pixels; itself where they are already.
   *
   * @param pixelsPerMetre of the map where the symbol is drawn
   */
  default Symbolizer inPixels(double pixelsPerMetre) {
    return unit() == Unit.PIXEL ? this : Rewriting.enlarging(pixelsPerMetre).of(this);
  }

  /** The same symbol with every value changed. */
  default Symbolizer map(UnaryOperator<Expression> change) {
    return Rewriting.of(change).of(this);
  }

  /** A mark or an icon at a point. */
  record Point(Unit unit, Graphic graphic) implements Symbolizer {
    @Override
    public Stream<Expression> values() {
      return graphic.values();
    }
  }

  /**
   * A stroke along a line or an outline. The casing of a road is a wider line in an earlier pass,
   * or before it in the same rule.
   *
   * @param offset to the left of the line
   */
  record Line(Unit unit, Stroke stroke, Expression offset) implements Symbolizer {
    @Override
    public Stream<Expression> values() {
      return Stream.concat(stroke.values(), Stream.of(offset));
    }
  }

  /**
   * An area.
   *
   * @param offset by which its outline lies outside of the area; negative for inside
   */
  record Polygon(Unit unit, @Nullable Fill fill, @Nullable Stroke stroke, Expression offset)
      implements Symbolizer {
    @Override
    public Stream<Expression> values() {
      Stream<Expression> rim =
          stroke == null ? Stream.of() : Stream.concat(stroke.values(), Stream.of(offset));
      return Stream.concat(fill == null ? Stream.of() : fill.values(), rim);
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
   */
  record Label(
      Unit unit,
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
      Layout layout)
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
   * How a label makes do with the others. Lengths are in pixels whatever the symbol's unit.
   *
   * @param repeat distance after which a label along a line comes again, 0 for once
   * @param wrap width at which the text breaks into lines, 0 for none
   * @param maxDisplacement how far it may move from its place to find room, 0 for not at all
   * @param group whether features of the same text share one label
   * @param conflictResolution whether it gives way to others; without it always stands
   * @param spaceAround room that it keeps free around itself; negative lets labels overlap so far
   * @param maxAngleDelta most degrees from one letter to the next along a line
   */
  record Layout(
      double repeat,
      double wrap,
      double maxDisplacement,
      boolean group,
      boolean conflictResolution,
      double spaceAround,
      double maxAngleDelta) {}

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
   * An icon or a well-known mark.
   *
   * @param mark its name without a prefix; drawn where there is no icon
   * @param icon a picture, which has colours of its own; null for a mark
   * @param size height; a mark is as wide, an icon keeps its proportions
   */
  record Graphic(
      String mark,
      @Nullable Icon icon,
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
