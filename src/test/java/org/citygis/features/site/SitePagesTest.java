package org.citygis.features.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.citygis.features.AgainstTheTestCity;
import org.citygis.testing.OnH2gis;
import org.junit.jupiter.api.Test;

/** The report on paper. */
@OnH2gis
class SitePagesTest extends AgainstTheTestCity {
  private static final String SITE = "/api/site-report?lon=114.0005&lat=30.5767";

  @Test
  void thePageIsWellFormedAndHasASketch() throws Exception {
    HttpResponse<String> response = get(SITE + "&f=html&lang=zh");
    assertThat(header(response, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("path").getLength()).isGreaterThan(10);
    assertThat(response.body())
        .contains("地块适用信息报告", "位于云川地块1。", "居住用地", "访客", "仅供参考")
        .doesNotContain("style=");
  }

  @Test
  void aPageIsInOneLanguageOrBoth() {
    assertThat(get(SITE + "&f=html&lang=en").body())
        .contains("Lies in Plot 1.")
        .doesNotContain("位于");
    assertThat(get(SITE + "&f=html&bilingual=true").body()).contains("Lies in Plot 1.", "位于云川地块1。");
  }

  @Test
  void thePdfHasTheSameWordsInAFontOfItsOwn() throws IOException {
    try (PDDocument document = Loader.loadPDF(bytes(SITE + "&f=pdf&bilingual=true"))) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text)
          .contains("地块适用信息报告", "Site report: what applies here", "位于云川地块1。")
          .contains("Lies in Plot 1.", "居住用地", "Residential", "仅供参考", "1 / ");
      List<PDFont> fonts = new ArrayList<>();
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          fonts.add(page.getResources().getFont(name));
        }
      }
      assertThat(fonts)
          .isNotEmpty()
          .allMatch(PDFont::isEmbedded)
          .allMatch(font -> font.getName().contains("NotoSansSC"));
    }
  }

  private byte[] bytes(String path) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(base() + path)).build(),
              HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(path, e);
    }
  }
}
