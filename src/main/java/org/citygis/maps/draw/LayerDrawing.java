package org.citygis.maps.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.citygis.maps.label.Labels;
import org.citygis.packed.Shape;
import org.citygis.style.Rule;
import org.citygis.style.Style;
import org.citygis.style.Symbolizer;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.filter.FilterAttributeExtractor;
import org.jspecify.annotations.Nullable;

/** Sorts the features of one layer by the symbols that draw them. Used once, by one thread. */
final class LayerDrawing {
  /** How far a stroke or a mark may reach from its place and still be seen, in pixels. */
  static final double REACH = 64;

  private final List<Rule> rules;
  private final List<List<Slot>> slots = new ArrayList<>();
  private final List<String> fields;
  private final Row row;
  private final RuleChoice choice;
  private final Frame frame;
  private final Budget budget;
  private final LabelWishes wishes;

  /**
   * @param order of the layer, low below
   * @param visible the fields that the user may see
   */
  LayerDrawing(
      Style style, Set<String> visible, View view, int order, Labels labels, Budget budget) {
    this.budget = budget;
    double scale = view.scaleDenominator();
    double pixelsPerMetre = view.pixelsPerMetre();
    rules =
        style.rules().stream().filter(r -> scale >= r.minScale() && scale < r.maxScale()).toList();
    for (Rule rule : rules) {
      slots.add(
          rule.symbolizers().stream().map(s -> new Slot(s.inPixels(pixelsPerMetre))).toList());
    }
    fields = fieldsOf(rules).stream().filter(visible::contains).toList();
    row = new Row(fields);
    choice = new RuleChoice(rules, fields, row);
    frame = Frame.around(view, REACH);
    wishes = new LabelWishes(labels, order, frame);
  }

  private static Set<String> fieldsOf(List<Rule> rules) {
    FilterAttributeExtractor extractor = new FilterAttributeExtractor();
    for (Rule rule : rules) {
      if (rule.filter() != null) {
        rule.filter().accept(extractor, null);
      }
      rule.symbolizers().forEach(s -> s.values().forEach(value -> value.accept(extractor, null)));
    }
    return new TreeSet<>(extractor.getAttributeNameSet());
  }

  /** Whether nothing is drawn at this scale. */
  boolean isEmpty() {
    return rules.isEmpty();
  }

  boolean hasLabels() {
    return symbols().anyMatch(Symbolizer.Label.class::isInstance);
  }

  boolean hasLabelsAlongLines() {
    return symbols().anyMatch(s -> s instanceof Symbolizer.Label label && label.alongLine());
  }

  boolean hasMarks() {
    return symbols().anyMatch(Symbolizer.Point.class::isInstance);
  }

  /** How far from its place a feature of the layer may be seen, in pixels. */
  double reach() {
    return symbols().mapToDouble(LayerDrawing::reach).max().orElse(0);
  }

  private static double reach(Symbolizer symbolizer) {
    return switch (symbolizer) {
      case Symbolizer.Polygon polygon ->
          polygon.stroke() == null ? 1 : reach(polygon.stroke()) + length(polygon.offset());
      case Symbolizer.Line line -> reach(line.stroke()) + length(line.offset());
      case Symbolizer.Point point -> reach(point.graphic());
      case Symbolizer.Label label -> 0;
    };
  }

  private static double reach(Symbolizer.Stroke stroke) {
    return stroke.marks() == null ? length(stroke.width()) : reach(stroke.marks());
  }

  private static double reach(Symbolizer.Graphic graphic) {
    return length(graphic.size()) + length(graphic.offsetX()) + length(graphic.offsetY());
  }

  /** A length that depends on the feature is taken to be no longer than usual. */
  private static double length(Expression expression) {
    double length = expression instanceof Literal ? Resolver.number(expression, null, 1) : 16;
    return Math.min(REACH, Math.abs(length));
  }

  private Stream<Symbolizer> symbols() {
    return slots.stream().flatMap(List::stream).map(slot -> slot.symbolizer);
  }

  /** The values that shapes have to bring, in this order. */
  List<String> fields() {
    return fields;
  }

  /** What each symbol draws, in drawing order. */
  List<Slot> slots() {
    return slots.stream().flatMap(List::stream).toList();
  }

  /**
   * Adds a feature.
   *
   * @param shape in pixels of the view
   */
  void add(Shape shape) {
    budget.feature(shape.points());
    if (shape.isEmpty()) {
      return;
    }
    wishes.next(shape);
    for (int rule : choice.of(shape.values())) {
      for (Slot slot : slots.get(rule)) {
        Object feature = slot.constant ? null : row.of(shape.values());
        if (slot.symbolizer instanceof Symbolizer.Label label) {
          wishes.add(label, slot, row.of(shape.values()));
        } else {
          Ink ink = slot.ink(feature);
          if (ink != null) {
            collect(shape, ink, slot.batch(ink));
          }
        }
      }
    }
  }

  private void collect(Shape shape, Ink ink, Batch batch) {
    boolean closed = shape.kind() == Shape.Kind.POLYGON;
    switch (ink) {
      case Ink.Area area -> {
        if (closed) {
          batch.addOutline(shape, true, frame);
          beads(shape, true, area.outline(), batch);
        }
      }
      case Ink.Trace trace -> {
        if (shape.kind() != Shape.Kind.POINT) {
          if (trace.pen().beads() != null) {
            beads(shape, closed, trace.pen(), batch);
          } else if (trace.offset() != 0 && !closed) {
            Sideways.addShifted(shape, trace.offset(), frame, batch.path);
          } else {
            batch.addOutline(shape, closed, frame);
          }
        }
      }
      case Ink.Spot spot -> wishes.marks(shape, spot.stamp(), batch);
    }
  }

  private void beads(Shape shape, boolean closed, @Nullable Pen pen, Batch batch) {
    if (pen != null && pen.beads() != null) {
      Sideways.addBeads(shape, closed, pen, pen.beads(), frame, batch);
    }
  }
}
