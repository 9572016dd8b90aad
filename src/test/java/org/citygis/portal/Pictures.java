package org.citygis.portal;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

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
        write(SHOWN.resolve(name + ".png"), png.length <= LARGEST ? png : smaller(png));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, byte[] png) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, png);
  }

  /** Three quarters of the size, indexed with as many colours as the limit allows. */
  private static byte[] smaller(byte[] png) throws IOException {
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(png));
    BufferedImage full =
        new BufferedImage(
            seen.getWidth() * 3 / 4, seen.getHeight() * 3 / 4, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = full.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    pen.drawImage(seen, 0, 0, full.getWidth(), full.getHeight(), null);
    pen.dispose();
    byte[] smaller = png;
    for (int colours = 256; smaller.length > LARGEST && colours >= 64; colours /= 2) {
      smaller = indexed(Palette.reduce(full, colours));
    }
    return smaller;
  }

  private static byte[] indexed(BufferedImage picture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ImageWriteParam hard = writer.getDefaultWriteParam();
    hard.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    hard.setCompressionQuality(0);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), hard);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
