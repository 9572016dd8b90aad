package org.citygis.maps.font;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineMetrics;
import java.awt.geom.AffineTransform;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A font in one size: how wide its characters are and what they look like. Widths are those of the
 * outlines, not of a screen's pixels, so that the same label is as long on every picture.
 */
public final class Face {
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final int MOST_KEPT = 256;
  private static final double SLANT = -0.2;

  private static final Map<Key, Face> KNOWN = new ConcurrentHashMap<>();

  private record Key(String family, double size, boolean bold, boolean italic) {}

  private final Font font;
  private final Font fallback;
  private final boolean italic;
  private final double ascent;
  private final double descent;
  private final Map<Integer, Double> advances = new ConcurrentHashMap<>();

  private Face(Key key) {
    font = Fonts.choose(key.family, key.bold).deriveFont((float) key.size);
    fallback = Fonts.fallback(key.bold).deriveFont((float) key.size);
    italic = key.italic;
    LineMetrics metrics = font.getLineMetrics("市g", CONTEXT);
    // The line box of a Chinese font is far taller than its characters.
    double scale = Math.min(1, 1.16 * key.size / (metrics.getAscent() + metrics.getDescent()));
    ascent = metrics.getAscent() * scale;
    descent = metrics.getDescent() * scale;
  }

  public static Face of(Lettering lettering) {
    if (KNOWN.size() > MOST_KEPT) {
      KNOWN.clear();
    }
    return KNOWN.computeIfAbsent(
        new Key(lettering.family(), lettering.size(), lettering.bold(), lettering.italic()),
        Face::new);
  }

  /** From the baseline up, in pixels. */
  public double ascent() {
    return ascent;
  }

  /** From the baseline down. */
  public double descent() {
    return descent;
  }

  public double width(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      width += advance(character);
      i += Character.charCount(character);
    }
    return width;
  }

  /** How far the next character stands from this one. */
  public double advance(int character) {
    Double known = advances.get(character);
    if (known == null) {
      known = glyph(character).getGlyphMetrics(0).getAdvanceX() * 1.0;
      advances.put(character, known);
    }
    return known;
  }

  /** The outline of a character, its baseline starting at 0,0 and y down. */
  public Shape outline(int character) {
    Shape outline = glyph(character).getOutline();
    return italic
        ? AffineTransform.getShearInstance(SLANT, 0).createTransformedShape(outline)
        : outline;
  }

  private GlyphVector glyph(int character) {
    Font able = font.canDisplay(character) ? font : fallback;
    return able.createGlyphVector(CONTEXT, Character.toChars(character));
  }
}
