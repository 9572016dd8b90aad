package org.citygis.maps.draw;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws what the symbols of a layer have collected. */
final class Painter {
  private final Graphics2D graphics;
  private final Hatches hatches;
  private final @Nullable Sprites sprites;

  /**
   * @param graphics whose units are pixels of the style
   * @param sprites for an image; null for a page of print, on which marks stay outlines
   */
  Painter(Graphics2D graphics, View view, @Nullable Sprites sprites) {
    this.graphics = graphics;
    this.sprites = sprites;
    hatches = new Hatches(view);
  }

  /** Sets the hints with which everything is drawn. */
  static void smooth(Graphics2D graphics) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  void paint(List<Slot> slots) {
    for (Slot slot : slots) {
      slot.batches.forEach(this::paint);
    }
  }

  private void paint(Ink ink, Batch batch) {
    switch (ink) {
      case Ink.Area area -> {
        fill(batch.path, area.fill());
        if (area.outline() != null) {
          Shape outline =
              area.offset() == 0 ? batch.path : Sideways.grown(batch.path, area.offset());
          stroke(outline, area.outline(), batch);
        }
      }
      case Ink.Trace trace -> stroke(batch.path, trace.pen(), batch);
      case Ink.Spot spot -> stamps(spot.stamp(), batch);
    }
  }

  private void fill(Shape path, @Nullable Tint tint) {
    if (tint == null) {
      return;
    }
    if (tint.color() != null && tint.color().getAlpha() > 0) {
      graphics.setColor(tint.color());
      graphics.fill(path);
    }
    if (tint.hatch() != null) {
      graphics.setPaint(hatches.of(tint.hatch()));
      graphics.fill(path);
    }
  }

  private void stroke(Shape path, Pen pen, Batch batch) {
    if (pen.beads() != null) {
      stamps(pen.beads(), batch);
    } else if (pen.isVisible()) {
      graphics.setColor(pen.color());
      graphics.setStroke(pen.stroke());
      graphics.draw(path);
    }
  }

  private void stamps(Stamp stamp, Batch batch) {
    double[] places = batch.places;
    for (int i = 0; i < 3 * batch.placeCount; i += 3) {
      if (sprites == null || Math.abs(places[i + 2] - Math.toRadians(stamp.rotation())) > 1e-9) {
        StampPainter.draw(graphics, stamp, places[i], places[i + 1], places[i + 2]);
      } else {
        sprites.draw(graphics, stamp, places[i], places[i + 1], places[i + 2]);
      }
    }
  }
}
