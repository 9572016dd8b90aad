package org.citygis.maps.draw;

import org.citygis.maps.label.Labels;
import org.citygis.packed.Shape;
import org.citygis.style.Symbolizer;
import org.geotools.api.feature.simple.SimpleFeature;
import org.jspecify.annotations.Nullable;

/** Where the marks and texts of a feature belong: its points, the middle of its area, its line. */
final class LabelWishes {
  private static final int LONGEST_TEXT = 200;

  private final Labels labels;
  private final int order;
  private final Frame frame;
  private Shape shape = new Shape();
  private @Nullable Anchor anchor;
  private boolean anchored;

  LabelWishes(Labels labels, int order, Frame frame) {
    this.labels = labels;
    this.order = order;
    this.frame = frame;
  }

  /** The feature that the next calls are about. */
  void next(Shape of) {
    shape = of;
    anchored = false;
  }

  void add(Symbolizer.Label symbol, Slot slot, SimpleFeature feature) {
    if (shape.fid() == Shape.MERGED) {
      return;
    }
    String text = symbol.text().evaluate(feature, String.class);
    if (text == null || text.isBlank()) {
      return;
    }
    String shown = text.strip();
    Labels.Wish wish =
        new Labels.Wish(
            symbol,
            slot.lettering(symbol, feature),
            shown.length() <= LONGEST_TEXT ? shown : shown.substring(0, LONGEST_TEXT),
            Resolver.number(symbol.priority(), feature, 0),
            order,
            shape.fid(),
            Math.clamp(Resolver.number(symbol.offsetX(), feature, 0), -200, 200),
            Math.clamp(Resolver.number(symbol.offsetY(), feature, 0), -200, 200),
            Resolver.number(symbol.rotation(), feature, 0));
    double[] xy = shape.xy();
    switch (shape.kind()) {
      case POINT -> {
        for (int i = 0; i < shape.points(); i++) {
          labels.atPoint(wish, xy[2 * i], xy[2 * i + 1]);
        }
      }
      case LINE -> {
        if (symbol.alongLine()) {
          for (int part = 0; part < shape.parts(); part++) {
            labels.alongLine(wish, xy, shape.partStart(part), shape.partEnd(part));
          }
        } else {
          int middle = middle();
          labels.atPoint(wish, xy[2 * middle], xy[2 * middle + 1]);
        }
      }
      case POLYGON -> {
        Anchor at = anchor();
        if (at != null) {
          labels.inArea(wish, at.x(), at.y(), at.area(), at.room());
        }
      }
    }
  }

  /** Collects the feature's marks, and keeps labels off them. */
  void marks(Shape of, Stamp stamp, Batch batch) {
    switch (of.kind()) {
      case POINT -> {
        for (int i = 0; i < of.points(); i++) {
          mark(of.xy()[2 * i], of.xy()[2 * i + 1], stamp, batch);
        }
      }
      case LINE -> mark(of.xy()[2 * middle()], of.xy()[2 * middle() + 1], stamp, batch);
      case POLYGON -> {
        Anchor at = anchor();
        if (at != null) {
          mark(at.x(), at.y(), stamp, batch);
        }
      }
    }
  }

  private void mark(double pointX, double pointY, Stamp stamp, Batch batch) {
    double x = pointX + stamp.offsetX();
    double y = pointY + stamp.offsetY();
    if (frame.contains(x, y)) {
      batch.addPlace(x, y, Math.toRadians(stamp.rotation()));
    }
    labels.keepFree(x, y, stamp.size() / 2, order, shape.fid());
  }

  private @Nullable Anchor anchor() {
    if (!anchored) {
      anchor = Anchor.of(shape);
      anchored = true;
    }
    return anchor;
  }

  /** The middle point of the part with the most points. */
  private int middle() {
    int best = 0;
    for (int part = 1; part < shape.parts(); part++) {
      int points = shape.partEnd(part) - shape.partStart(part);
      if (points > shape.partEnd(best) - shape.partStart(best)) {
        best = part;
      }
    }
    return (shape.partStart(best) + shape.partEnd(best)) / 2;
  }
}
