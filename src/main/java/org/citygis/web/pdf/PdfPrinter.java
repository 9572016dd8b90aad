package org.citygis.web.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.citygis.web.Html;

/**
 * Lays out a page of XHTML and CSS 2.1 and writes it as PDF: text stays text, to be searched and
 * copied, in a subset of {@link ChineseFont}. Nothing outside the page is ever fetched.
 */
public final class PdfPrinter {
  /** The type of an {@code object} element whose {@code data} names a picture. */
  public static final String PICTURE = "application/x-citygis-picture";

  static {
    // What it logs are remarks on styles that print does not know.
    XRLog.setLoggingEnabled(false);
  }

  private PdfPrinter() {}

  /**
   * @param page a whole document, well-formed, with its styles inside
   * @param pictures by the name in an object's {@code data}; the object's size comes from its style
   */
  public static byte[] print(Html page, Map<String, Picture> pictures) {
    DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
    drawers.registerDrawer(
        PICTURE,
        (element, x, y, width, height, device, context, dotsPerPixel) -> {
          Picture picture = pictures.get(element.getAttribute("data"));
          if (picture != null) {
            device.drawWithGraphics(
                (float) x,
                (float) y,
                (float) width / dotsPerPixel,
                (float) height / dotsPerPixel,
                graphics -> picture.draw(graphics, width / dotsPerPixel, height / dotsPerPixel));
          }
          return Map.of();
        });
    ParsedFonts fonts = ParsedFonts.take();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      for (ChineseFont font : ChineseFont.values()) {
        builder.useFont(
            fonts.in(document, font), ChineseFont.FAMILY, font.weight(), FontStyle.NORMAL, true);
      }
      builder
          .usePDDocument(document)
          .useFastMode()
          .useObjectDrawerFactory(drawers)
          .useUriResolver((base, uri) -> null)
          .withProducer("CityGIS")
          .withHtmlContent(page.markup(), null)
          .toStream(bytes);
      builder.run();
    } catch (IOException e) {
      throw new IllegalStateException("a page could not be laid out", e);
    }
    fonts.giveBack();
    return bytes.toByteArray();
  }
}
