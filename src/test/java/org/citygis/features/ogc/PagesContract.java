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
          .doesNotContain("<script>", "<script src=\"http")
          .doesNotContain("<style")
          .doesNotContain(" style=");
    }
  }

  @Test
  void theTableShowsAliasesAndWhatCodesMean() {
    String page = get("/ogc/collections/plots/items?f=html&lang=zh&limit=2").body();
    assertThat(page)
        .contains("容积率<span aria-hidden", "<td>R 居住用地</td>", "<td>是</td>")
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
        .doesNotContain("<script>");
  }

  @Test
  void nothingFoundSaysWhatToDo() {
    assertThat(get("/ogc/collections/plots/items?f=html&lang=en&code=X").body())
        .contains("Widen the conditions");
  }

  @Test
  void aColumnIsSortedByItsHeadUpDownAndNoMore() {
    String items = "/ogc/collections/plots/items?f=html&lang=en&limit=3";
    String page = get(items).body();
    assertThat(page).contains("items?f=html&amp;lang=en&amp;limit=3&amp;sortby=far\"");
    page = get(items + "&sortby=far").body();
    assertThat(page).contains("aria-sort=\"ascending\"", "limit=3&amp;sortby=-far\"");
    page = get(items + "&sortby=-far").body();
    assertThat(page)
        .contains("aria-sort=\"descending\"", "items?f=html&amp;lang=en&amp;limit=3\" title")
        .contains("rel=\"next\" href=\"" + base() + "/ogc/collections/plots/items?f=html");
  }

  @Test
  void theFormTakesCql2AndSaysWhatIsWrongWithIt() {
    String items = "/ogc/collections/plots/items?f=html&lang=en&limit=3&filter=";
    assertThat(get(items + "far%20%3E%205%20AND%20code='R'").body())
        .contains(">far &gt; 5 AND code=&#39;R&#39;</textarea>", "14 features, 3 on this page");
    HttpResponse<String> wrong = get(items + "far%20%3E%3E%205");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(header(wrong, "Content-Type")).startsWith("text/html");
    assertThat(wrong.body())
        .contains("role=\"alert\"", ">far &gt;&gt; 5</textarea>")
        .doesNotContain("rel=\"next\"");
  }

  @Test
  void thePageLeadsToItsOtherEncodingsAndToDataForItsMap() {
    String page = get("/ogc/collections/plots/items?f=html&code=B&crs=EPSG:4547").body();
    assertThat(page)
        .contains("f=csv&amp;code=B", "f=fgb&amp;code=B", ">GeoJSON</a>")
        .contains(
            "data-items=\""
                + base()
                + "/ogc/collections/plots/items?f=json&amp;code=B&amp;limit=100\"")
        .contains("<svg class=\"sketch\"");
    assertThat(get("/ogc/collections/timetable/items?f=html").body()).doesNotContain("page-map");
  }

  @Test
  void thePageOfAFeatureLeadsToItsOwnGeoJsonAndOtherLanguage() {
    String feature = base() + "/ogc/collections/plots/items/7";
    assertThat(get(feature + "?f=html&lang=zh").body())
        .contains("data-items=\"" + feature + "?f=json\"")
        .contains("href=\"" + feature + "?f=html&amp;lang=en\"")
        .contains("href=\"" + feature + "?f=json\">GeoJSON</a>");
  }

  @Test
  void everyAddressOfAPageIsThatOfTheProxy() {
    String city = "https://gis.example.cn/city";
    for (String path : new String[] {"", "/items", "/items/7", "/queryables"}) {
      String page =
          get(
                  "/ogc/collections/plots" + path + "?f=html",
                  "X-Forwarded-Host",
                  "gis.example.cn",
                  "X-Forwarded-Proto",
                  "https",
                  "X-Forwarded-Prefix",
                  "/city")
              .body();
      assertThat(page)
          .contains(city + "/css/pages.css", city + "/ogc/collections?f=html")
          .doesNotContain("localhost", "href=\"/", "src=\"/");
      assertThat(page.contains(city + "/app/ogc/page.js")).isEqualTo(path.startsWith("/items"));
    }
  }

  @Test
  void aCollectionLeadsToItsSchemas() {
    assertThat(get("/ogc/collections/plots?f=html&lang=en").body())
        .contains("/plots/queryables?f=html&amp;lang=en\">Queryables</a>", ">Sortables</a>");
  }
}
