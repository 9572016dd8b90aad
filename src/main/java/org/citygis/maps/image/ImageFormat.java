package org.citygis.maps.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.springframework.http.MediaType;

/** The formats in which pictures are sent. */
public enum ImageFormat {
  PNG(MediaType.IMAGE_PNG),
  JPEG(MediaType.IMAGE_JPEG);

  private static final float JPEG_QUALITY = 0.85f;

  private final MediaType type;

  ImageFormat(MediaType type) {
    this.type = type;
  }

  /**
   * By media type, as WMS clients write it: {@code image/png; mode=8bit}, {@code image/png8},
   * {@code image/jpg} too.
   */
  public static Optional<ImageFormat> find(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT).replaceFirst("[;].*", "").strip();
    return switch (plain) {
      case "image/png", "image/png8", "image/png24", "image/png32", "png" -> Optional.of(PNG);
      case "image/jpeg", "image/jpg", "jpeg", "jpg" -> Optional.of(JPEG);
      default -> Optional.empty();
    };
  }

  public MediaType type() {
    return type;
  }

  public boolean hasTransparency() {
    return this == PNG;
  }

  /**
   * @param image of type {@link BufferedImage#TYPE_INT_ARGB_PRE}
   */
  public byte[] write(BufferedImage image) {
    return switch (this) {
      case PNG -> new PngWriter().write(image);
      case JPEG -> jpeg(image);
    };
  }

  private static byte[] jpeg(BufferedImage image) {
    BufferedImage opaque =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = opaque.createGraphics();
    graphics.drawImage(image, 0, 0, Color.WHITE, null);
    graphics.dispose();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(JPEG_QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(opaque, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
