package org.citygis.maps.draw;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/**
 * Marks drawn once for each quarter of a device pixel and then copied, for images on which the same
 * mark stands at many places.
 */
final class Sprites {
  private static final int PHASES = 4;
  private static final int MOST_KEPT = 2_000;

  private record Key(Stamp stamp, int phaseX, int phaseY, double angle) {}

  private final double ratio;
  private final Map<Key, BufferedImage> known = new HashMap<>();

  Sprites(double ratio) {
    this.ratio = ratio;
  }

  /** Draws the stamp with its middle at x, y. */
  void draw(Graphics2D graphics, Stamp stamp, double x, double y, double angle) {
    if (known.size() > MOST_KEPT) {
      known.clear();
    }
    int quartersX = (int) Math.round(x * ratio * PHASES);
    int quartersY = (int) Math.round(y * ratio * PHASES);
    Key key =
        new Key(stamp, Math.floorMod(quartersX, PHASES), Math.floorMod(quartersY, PHASES), angle);
    BufferedImage sprite = known.computeIfAbsent(key, this::draw);
    AffineTransform before = graphics.getTransform();
    graphics.setTransform(new AffineTransform());
    graphics.drawImage(
        sprite,
        Math.floorDiv(quartersX, PHASES) - sprite.getWidth() / 2,
        Math.floorDiv(quartersY, PHASES) - sprite.getHeight() / 2,
        null);
    graphics.setTransform(before);
  }

  private BufferedImage draw(Key key) {
    Stamp stamp = key.stamp;
    double wide =
        stamp.icon() == null ? 1 : Math.max(1, stamp.icon().width() / stamp.icon().height());
    double rim = stamp.pen() == null ? 0 : 2 * stamp.pen().width();
    int half = (int) Math.ceil((stamp.size() * wide * 0.85 + rim + 1) * ratio) + 1;
    BufferedImage image = new BufferedImage(2 * half, 2 * half, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = image.createGraphics();
    Painter.smooth(graphics);
    graphics.translate(half + (double) key.phaseX / PHASES, half + (double) key.phaseY / PHASES);
    graphics.scale(ratio, ratio);
    StampPainter.draw(graphics, stamp, 0, 0, key.angle);
    graphics.dispose();
    return image;
  }
}
