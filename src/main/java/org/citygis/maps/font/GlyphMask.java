package org.citygis.maps.font;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * How much of each device pixel a letter covers, 0 to 255.
 *
 * @param left of its first column from the start of the baseline, in device pixels
 * @param top of its first row
 */
record GlyphMask(int left, int top, int width, int height, byte[] cover) {
  private static final GlyphMask BLANK = new GlyphMask(0, 0, 0, 0, new byte[0]);

  /**
   * @param halo width of the rim that belongs to it, in pixels; 0 for the letter alone
   * @param ratio device pixels per pixel
   * @param phase how far right of a device pixel's side it starts, 0 to below 1
   */
  static GlyphMask of(Face face, int character, double halo, double ratio, double phase) {
    AffineTransform place = new AffineTransform(ratio, 0, 0, ratio, phase, 0);
    Shape letter = face.outline(character);
    Shape drawn = place.createTransformedShape(letter);
    Shape rim =
        halo > 0
            ? place.createTransformedShape(OutlineWriter.halo(halo).createStrokedShape(letter))
            : drawn;
    Rectangle bounds = rim.getBounds();
    if (bounds.isEmpty()) {
      return BLANK;
    }
    bounds.grow(1, 1);
    BufferedImage image =
        new BufferedImage(bounds.width, bounds.height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.translate(-bounds.x, -bounds.y);
    graphics.setColor(Color.WHITE);
    graphics.fill(drawn);
    if (halo > 0) {
      graphics.fill(rim);
    }
    graphics.dispose();
    byte[] cover = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    return new GlyphMask(bounds.x, bounds.y, bounds.width, bounds.height, cover);
  }
}
