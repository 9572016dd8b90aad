package org.citygis.maps.font;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.List;

/**
 * Writes on an image with masks of letters that are kept: a letter is drawn once for each size and
 * each quarter of a pixel, and then only copied. The halo of a word is worked out as a whole before
 * it is blended, so that halves do not shine through one another where two letters' rims meet.
 */
public final class MaskWriter implements Writer {
  private static final int PHASES = 4;
  private static final int MOST_KEPT = 40_000;

  private static final Cache<Key, GlyphMask> MASKS =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  private record Key(Face face, int character, double halo, double ratio, int phase) {}

  private final OutlineWriter outlines;
  private final int[] pixels;
  private final int width;
  private final int height;
  private final double ratio;
  private byte[] word = new byte[0];
  private int wordLeft;
  private int wordTop;
  private int wordWidth;
  private int wordHeight;

  /**
   * @param image of type {@link BufferedImage#TYPE_INT_ARGB_PRE}
   * @param graphics of the image, its units pixels of the style
   * @param ratio device pixels per pixel
   */
  public MaskWriter(BufferedImage image, Graphics2D graphics, double ratio) {
    outlines = new OutlineWriter(graphics);
    pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    width = image.getWidth();
    height = image.getHeight();
    this.ratio = ratio;
  }

  @Override
  public void write(List<Writing> pieces, Lettering lettering) {
    if (pieces.stream().anyMatch(piece -> piece.angle() != 0)) {
      outlines.write(pieces, lettering);
      return;
    }
    Face face = Face.of(lettering);
    double haloWidth = lettering.haloWidth();
    for (Writing piece : pieces) {
      open(piece, face, haloWidth);
      if (lettering.halo() != null && haloWidth > 0) {
        cover(piece, face, haloWidth);
        blend(lettering.halo());
      }
      cover(piece, face, 0);
      blend(lettering.color());
    }
  }

  private void open(Writing piece, Face face, double halo) {
    double around = halo + 2 + face.ascent() / 2;
    wordLeft = (int) Math.floor((piece.x() - around) * ratio);
    wordTop = (int) Math.floor((piece.y() - face.ascent() - around) * ratio);
    wordWidth = (int) Math.ceil((face.width(piece.text()) + 2 * around) * ratio) + 2;
    wordHeight = (int) Math.ceil((face.ascent() + face.descent() + 2 * around) * ratio) + 2;
    if (word.length < wordWidth * wordHeight) {
      word = new byte[wordWidth * wordHeight];
    }
  }

  /** Lays the masks of the word's letters over one another; each pixel keeps the largest. */
  private void cover(Writing piece, Face face, double halo) {
    double x = piece.x() * ratio;
    int y = (int) Math.round(piece.y() * ratio);
    for (int i = 0; i < piece.text().length(); ) {
      int character = piece.text().codePointAt(i);
      int quarters = (int) Math.round(x * PHASES);
      int phase = Math.floorMod(quarters, PHASES);
      GlyphMask mask =
          MASKS.get(
              new Key(face, character, halo, ratio, phase),
              k -> GlyphMask.of(k.face, k.character, k.halo, k.ratio, k.phase / (double) PHASES));
      lay(mask, Math.floorDiv(quarters, PHASES) + mask.left() - wordLeft, y + mask.top() - wordTop);
      x += face.advance(character) * ratio;
      i += Character.charCount(character);
    }
  }

  private void lay(GlyphMask mask, int left, int top) {
    byte[] cover = mask.cover();
    for (int row = Math.max(0, -top); row < Math.min(mask.height(), wordHeight - top); row++) {
      int from = Math.max(0, -left);
      int to = Math.min(mask.width(), wordWidth - left);
      int in = row * mask.width() + from;
      int out = (top + row) * wordWidth + left + from;
      for (int i = from; i < to; i++, in++, out++) {
        if ((cover[in] & 255) > (word[out] & 255)) {
          word[out] = cover[in];
        }
      }
    }
  }

  /** Blends the word in one colour over the image, and empties it. */
  private void blend(Color color) {
    int alpha = color.getAlpha();
    int red = color.getRed();
    int green = color.getGreen();
    int blue = color.getBlue();
    for (int row = 0; row < wordHeight; row++) {
      int y = wordTop + row;
      if (y < 0 || y >= height) {
        continue;
      }
      int from = Math.max(0, -wordLeft);
      int to = Math.min(wordWidth, width - wordLeft);
      for (int i = from; i < to; i++) {
        int cover = word[row * wordWidth + i] & 255;
        if (cover != 0) {
          int a = cover * alpha / 255;
          int at = y * width + wordLeft + i;
          int below = pixels[at];
          int keep = 255 - a;
          pixels[at] =
              (a + ((below >>> 24) * keep + 127) / 255) << 24
                  | ((red * a + (below >> 16 & 255) * keep + 127) / 255) << 16
                  | ((green * a + (below >> 8 & 255) * keep + 127) / 255) << 8
                  | (blue * a + (below & 255) * keep + 127) / 255;
        }
      }
    }
    Arrays.fill(word, 0, wordWidth * wordHeight, (byte) 0);
  }
}
