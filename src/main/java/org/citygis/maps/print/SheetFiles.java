package org.citygis.maps.print;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.citygis.maps.Legends;
import org.citygis.maps.Pictures;
import org.citygis.maps.draw.MapRenderer;
import org.citygis.maps.draw.View;
import org.citygis.maps.image.PngWriter;
import org.springframework.stereotype.Component;

/** Makes files of sheets. */
@Component
class SheetFiles {
  private static final double METRES_PER_INCH = 0.0254;
  private static final double POINTS_PER_PIXEL = View.PIXEL_METRES / METRES_PER_INCH * 72;

  /** As much as lines and areas of a page may take in memory, counted as pixels. */
  private static final long PAGE = 8_000_000;

  private final Pictures pictures;
  private final MapRenderer renderer;
  private final Legends legends;

  SheetFiles(Pictures pictures, MapRenderer renderer, Legends legends) {
    this.pictures = pictures;
    this.renderer = renderer;
    this.legends = legends;
  }

  byte[] pdf(Sheet sheet) {
    return pictures.inTurn(
        PAGE,
        budget -> {
          float width = (float) (sheet.width() * POINTS_PER_PIXEL);
          float height = (float) (sheet.height() * POINTS_PER_PIXEL);
          try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(width, height));
            document.addPage(page);
            document.getDocumentInformation().setTitle(sheet.title().zh());
            document.getDocumentInformation().setProducer("CityGIS");
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(document, width, height);
            graphics.scale(POINTS_PER_PIXEL, POINTS_PER_PIXEL);
            new SheetPainter(legends, sheet)
                .draw(graphics, map -> renderer.draw(map, sheet.view(), sheet.layers(), budget));
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
              content.drawForm(graphics.getXFormObject());
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  byte[] png(Sheet sheet, int dpi) {
    double ratio = dpi * View.PIXEL_METRES / METRES_PER_INCH;
    int width = (int) Math.round(sheet.width() * ratio);
    int height = (int) Math.round(sheet.height() * ratio);
    pictures.checkSize("dpi", width, height);
    return pictures.inTurn(
        2L * width * height,
        budget -> {
          View view = sheet.view();
          View dense =
              new View(view.crs(), view.box(), view.width(), view.height(), ratio, view.lang());
          BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
          Graphics2D graphics = image.createGraphics();
          graphics.scale(ratio, ratio);
          new SheetPainter(legends, sheet)
              .draw(
                  graphics,
                  frame -> {
                    BufferedImage map = renderer.image(dense, sheet.layers(), Color.WHITE, budget);
                    AffineTransform toPixels =
                        AffineTransform.getScaleInstance(1 / ratio, 1 / ratio);
                    frame.drawImage(map, toPixels, null);
                  });
          graphics.dispose();
          return new PngWriter().write(image, (int) Math.round(dpi / METRES_PER_INCH));
        });
  }
}
