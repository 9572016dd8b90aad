package org.citygis.maps.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * Writes PNG (ISO 15948) of maps: with a palette where the picture has no more than 256 colours,
 * else in true colour, with transparency only where there is any. Maps are areas of one colour, for
 * which the fastest compression does nearly as well as the best.
 */
public final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int GRAY_DEPTH = 8;
  private static final int TRUE_COLOR = 2;
  private static final int INDEXED = 3;
  private static final int TRUE_COLOR_ALPHA = 6;
  private static final int LEVEL = 1;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 15);

  /**
   * @param image of type {@link BufferedImage#TYPE_INT_ARGB_PRE}
   */
  public byte[] write(BufferedImage image) {
    return write(image, null);
  }

  /**
   * @param pixelsPerMetre on paper, null where it does not matter
   */
  public byte[] write(BufferedImage image, @Nullable Integer pixelsPerMetre) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] multiplied = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    boolean opaque = isOpaque(multiplied);
    int[] pixels = opaque ? multiplied : straight(multiplied);
    out.writeBytes(SIGNATURE);
    byte[] indexes = new byte[pixels.length];
    Palette palette = Palette.of(pixels, indexes);
    int kind = palette != null ? INDEXED : opaque ? TRUE_COLOR : TRUE_COLOR_ALPHA;
    chunk(
        "IHDR",
        ByteBuffer.allocate(13)
            .putInt(width)
            .putInt(height)
            .put((byte) GRAY_DEPTH)
            .put((byte) kind)
            .array());
    if (pixelsPerMetre != null) {
      chunk(
          "pHYs",
          ByteBuffer.allocate(9)
              .putInt(pixelsPerMetre)
              .putInt(pixelsPerMetre)
              .put((byte) 1)
              .array());
    }
    if (palette != null) {
      colors(palette);
      chunk("IDAT", deflated(PngRows.indexed(indexes, width, height)));
    } else {
      chunk("IDAT", deflated(PngRows.colors(pixels, width, height, opaque)));
    }
    chunk("IEND", new byte[0]);
    return out.toByteArray();
  }

  private void colors(Palette palette) {
    byte[] colors = new byte[3 * palette.size()];
    byte[] alphas = new byte[palette.size()];
    boolean opaque = true;
    for (int i = 0; i < palette.size(); i++) {
      int color = palette.color(i);
      colors[3 * i] = (byte) (color >> 16);
      colors[3 * i + 1] = (byte) (color >> 8);
      colors[3 * i + 2] = (byte) color;
      alphas[i] = (byte) (color >>> 24);
      opaque &= alphas[i] == -1;
    }
    chunk("PLTE", colors);
    if (!opaque) {
      chunk("tRNS", alphas);
    }
  }

  /** Colours that are not multiplied by their alpha, as PNG wants them. */
  private static int[] straight(int[] multiplied) {
    int[] pixels = multiplied.clone();
    for (int i = 0; i < pixels.length; i++) {
      int alpha = pixels[i] >>> 24;
      if (alpha == 0) {
        pixels[i] = 0;
      } else if (alpha != 255) {
        int half = alpha / 2;
        int red = Math.min(255, ((pixels[i] >> 16 & 255) * 255 + half) / alpha);
        int green = Math.min(255, ((pixels[i] >> 8 & 255) * 255 + half) / alpha);
        int blue = Math.min(255, ((pixels[i] & 255) * 255 + half) / alpha);
        pixels[i] = alpha << 24 | red << 16 | green << 8 | blue;
      }
    }
    return pixels;
  }

  private static boolean isOpaque(int[] pixels) {
    for (int pixel : pixels) {
      if (pixel >>> 24 != 255) {
        return false;
      }
    }
    return true;
  }

  private static byte[] deflated(byte[] rows) {
    Deflater deflater = new Deflater(LEVEL);
    try {
      deflater.setInput(rows);
      deflater.finish();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.length / 8 + 1024);
      byte[] buffer = new byte[1 << 14];
      while (!deflater.finished()) {
        bytes.write(buffer, 0, deflater.deflate(buffer));
      }
      return bytes.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private void chunk(String name, byte[] data) {
    byte[] kind = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(kind);
    sum.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(kind);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
