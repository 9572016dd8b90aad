package org.citygis.features.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.citygis.text.Text;
import org.citygis.web.Html;
import org.citygis.web.pdf.PdfPrinter;
import org.springframework.stereotype.Component;

/** A report for people: a page to print from the browser, and the same as PDF. */
@Component
class SitePages {
  private static final String STYLES = "/static/css/site-report.css";
  private static final Text SKETCH = Text.of("地块及周边示意图", "Sketch of the site and its surroundings");

  private final SketchMaker sketches;

  SitePages(SketchMaker sketches) {
    this.sketches = sketches;
  }

  /** What a page is made of. */
  record Order(Site site, SiteReport report, List<SiteReports.Asked> asked, Words words) {}

  byte[] html(Order order, String context) {
    Sketch sketch = sketches.make(order.site, order.asked);
    Html map = SketchSvg.of(sketch, order.words.plain(SKETCH));
    Html styles =
        Html.of(
            "<link rel=\"icon\" href=\"{}/favicon.svg\" type=\"image/svg+xml\"/>\n<link rel=\"stylesheet\" href=\"{}/css/site-report.css\"/>",
            context,
            context);
    return page(order, sketch, map, styles).markup().getBytes(StandardCharsets.UTF_8);
  }

  byte[] pdf(Order order) {
    Sketch sketch = sketches.make(order.site, order.asked);
    Html map =
        Html.of(
            "<object class=\"sketch\" type=\"{}\" data=\"sketch\"></object>", PdfPrinter.PICTURE);
    Html styles = new Html("<style>" + styles() + "</style>");
    return PdfPrinter.print(
        page(order, sketch, map, styles), Map.of("sketch", new SketchPicture(sketch)));
  }

  private static Html page(Order order, Sketch sketch, Html map, Html styles) {
    return new SitePage(order.site, order.report, order.words).html(sketch, map, styles);
  }

  private static String styles() {
    try (InputStream stream = SitePages.class.getResourceAsStream(STYLES)) {
      if (stream == null) {
        throw new IOException("not on the class path: " + STYLES);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
