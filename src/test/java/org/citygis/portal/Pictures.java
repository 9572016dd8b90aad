package org.citygis.portal;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Screenshots of the journeys: always in {@code target/screenshots}; with {@code -Dscreenshots}
 * they also replace those of the README.
 */
final class Pictures {
  private static final Path SEEN = Path.of("target", "screenshots");
  private static final Path SHOWN = Path.of("docs", "screenshots");
  private static final int LARGEST = 300_000;

  private Pictures() {}

  static void keep(String name, byte[] png) {
    try {
      write(SEEN.resolve(name + ".png"), png);
      if (System.getProperty("screenshots") != null) {
        write(SHOWN.resolve(name + ".png"), png.length <= LARGEST ? png : fewerColours(png));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, byte[] png) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, png);
  }

  /** The same picture in a palette of 252 colours, six by seven by six. */
  private static byte[] fewerColours(byte[] png) throws IOException {
    BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
    byte[] red = new byte[256];
    byte[] green = new byte[256];
    byte[] blue = new byte[256];
    for (int i = 0; i < 252; i++) {
      red[i] = (byte) Math.round(i / 42 * 51.0);
      green[i] = (byte) Math.round(i / 6 % 7 * 42.5);
      blue[i] = (byte) Math.round(i % 6 * 51.0);
    }
    BufferedImage few =
        new BufferedImage(
            full.getWidth(),
            full.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, 256, red, green, blue));
    few.createGraphics().drawImage(full, 0, 0, null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(few, "png", out);
    return out.toByteArray();
  }
}
