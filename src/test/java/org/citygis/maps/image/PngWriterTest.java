package org.citygis.maps.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngWriterTest {
  /** Colours, whether some are transparent, and the kind that the file must be of. */
  @ParameterizedTest
  @CsvSource({"1, false, 3", "200, false, 3", "200, true, 3", "5000, false, 2", "5000, true, 6"})
  void anotherReaderSeesTheSamePixels(int colors, boolean transparent, int kind)
      throws IOException {
    Random random = new Random(colors);
    int[] palette = random.ints(colors).map(c -> transparent ? c : c | 0xff000000).toArray();
    BufferedImage straight = new BufferedImage(97, 61, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < 61; y++) {
      for (int x = 0; x < 97; x++) {
        straight.setRGB(x, y, palette[(x * 61 + y) % colors]);
      }
    }
    BufferedImage image = new BufferedImage(97, 61, BufferedImage.TYPE_INT_ARGB_PRE);
    image.createGraphics().drawImage(straight, 0, 0, null);

    byte[] png = new PngWriter().write(image);

    assertThat(png[25]).isEqualTo((byte) kind);
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
    for (int y = 0; y < 61; y++) {
      for (int x = 0; x < 97; x++) {
        assertNear(read.getRGB(x, y), image.getRGB(x, y));
      }
    }
  }

  /** Colours behind an alpha are rounded twice. */
  private static void assertNear(int actual, int expected) {
    int alpha = expected >>> 24;
    assertThat(actual >>> 24).isEqualTo(alpha);
    if (alpha > 0) {
      for (int shift = 0; shift < 24; shift += 8) {
        assertThat(Math.abs((actual >> shift & 255) - (expected >> shift & 255)))
            .isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void theResolutionOnPaperIsSaid() throws IOException {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_ARGB_PRE);
    byte[] png = new PngWriter().write(image, 5906);
    assertThat(new String(png, java.nio.charset.StandardCharsets.ISO_8859_1)).contains("pHYs");
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(3);
  }
}
