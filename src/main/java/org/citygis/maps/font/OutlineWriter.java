package org.citygis.maps.font;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

/** Writes with outlines: for turned letters, and for pages of print. */
public final class OutlineWriter implements Writer {
  private final Graphics2D graphics;

  /**
   * @param graphics whose units are pixels of the style
   */
  public OutlineWriter(Graphics2D graphics) {
    this.graphics = graphics;
  }

  @Override
  public void write(List<Writing> pieces, Lettering lettering) {
    Path2D letters = outline(pieces, Face.of(lettering));
    if (lettering.halo() != null && lettering.haloWidth() > 0) {
      graphics.setColor(lettering.halo());
      graphics.setStroke(halo(lettering.haloWidth()));
      graphics.draw(letters);
      graphics.fill(letters);
    }
    graphics.setColor(lettering.color());
    graphics.fill(letters);
  }

  static BasicStroke halo(double width) {
    return new BasicStroke((float) (2 * width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  private static Path2D outline(List<Writing> pieces, Face face) {
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (Writing piece : pieces) {
      AffineTransform place = AffineTransform.getTranslateInstance(piece.x(), piece.y());
      place.rotate(piece.angle());
      for (int i = 0; i < piece.text().length(); ) {
        int character = piece.text().codePointAt(i);
        Shape letter = face.outline(character);
        all.append(letter.getPathIterator(place), false);
        place.translate(face.advance(character), 0);
        i += Character.charCount(character);
      }
    }
    return all;
  }
}
