package org.citygis.features.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.citygis.features.AgainstTheTestCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for people. */
abstract class PagesContract extends AgainstTheTestCity {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc",
        "/ogc/conformance",
        "/ogc/collections",
        "/ogc/collections/plots",
        "/ogc/collections/plots/items",
        "/ogc/collections/plots/items/1",
        "/ogc/collections/timetable/items",
        "/ogc/api",
        "/ogc/api.html"
      })
  void everyResourceIsAPageInBothLanguagesWithoutInlineScriptOrStyle(String path) {
    for (String lang : new String[] {"zh", "en"}) {
      String f = path.endsWith(".html") ? "" : "&f=html";
      HttpResponse<String> response = get(path + "?lang=" + lang + f);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(header(response, "Content-Type")).startsWith("text/html");
      assertThat(response.body())
          .startsWith("<!doctype html>")
          .contains("<html lang=\"" + (lang.equals("zh") ? "zh-CN" : "en"))
          .contains("/css/pages.css")
          .doesNotContain("<script")
          .doesNotContain("<style")
          .doesNotContain(" style=");
    }
  }

  @Test
  void theTableShowsAliasesAndWhatCodesMean() {
    String page = get("/ogc/collections/plots/items?f=html&lang=zh&limit=2").body();
    assertThat(page)
        .contains("<th scope=\"col\">容积率</th>", "<td>R 居住用地</td>", "<td>是</td>")
        .contains("共 100 个要素")
        .contains("rel=\"next\"")
        .doesNotContain("秘密");
    assertThat(get("/ogc/collections/plots/items?f=html&lang=en&limit=2").body())
        .contains("Floor area ratio", "R Residential", "100 features, 2 on this page");
  }

  @Test
  void theFormKeepsWhatWasAsked() {
    assertThat(get("/ogc/collections/plots/items?f=html&code=B&far=2.5").body())
        .contains("<option value=\"B\" selected>", "name=\"far\" value=\"2.5\"");
  }

  @Test
  void aValueThatIsMarkupIsShownAndNotObeyed() {
    assertThat(get("/ogc/collections/stops/items/4?f=html").body())
        .contains("Nowhere &lt;b&gt;&amp;")
        .doesNotContain("<b>");
    assertThat(get("/ogc/collections/plots/items?f=html&name=%22%3E%3Cscript%3E").body())
        .contains("value=\"&quot;&gt;&lt;script&gt;\"")
        .doesNotContain("<script");
  }

  @Test
  void nothingFoundSaysWhatToDo() {
    assertThat(get("/ogc/collections/plots/items?f=html&lang=en&code=X").body())
        .contains("Widen the conditions");
  }
}
