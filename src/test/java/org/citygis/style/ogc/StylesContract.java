package org.citygis.style.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.citygis.features.AgainstTheTestCity;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Styles over HTTP: read, saved, derived, told as legends. */
abstract class StylesContract extends AgainstTheTestCity {
  private static final String SLD = "application/vnd.ogc.sld+xml";

  @Test
  void aStyleOfAFileIsServedAsItWasWritten() {
    HttpResponse<String> sld = get("/ogc/styles/zoning?f=sld");
    assertThat(sld.statusCode()).isEqualTo(200);
    assertThat(header(sld, "Content-Type")).startsWith(SLD).contains("version=1.0");
    assertThat(sld.body()).contains("<!-- The code stands in every plot");
    assertThat(get("/ogc/styles/zoning", "If-None-Match", header(sld, "ETag")).statusCode())
        .isEqualTo(304);
    assertThat(header(get("/ogc/styles/zoning", "Accept", "text/xml"), "Content-Type"))
        .startsWith(SLD);
    assertThat(get("/ogc/styles/zoning", "Accept", "image/gif").statusCode()).isEqualTo(406);
    assertThat(get("/ogc/styles/zoning?f=sld11").body()).contains("sld10, mapbox, json");
    assertThat(get("/ogc/styles/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void theListNamesEveryEncodingOfEveryStyle() {
    JsonNode list = json("/ogc/styles?lang=en");
    JsonNode zoning = null;
    for (JsonNode style : list.get("styles")) {
      zoning = style.get("id").asString().equals("zoning") ? style : zoning;
    }
    assertThat(zoning).isNotNull();
    List<String> links = new ArrayList<>();
    zoning
        .get("links")
        .forEach(link -> links.add(link.get("rel").asString() + " " + link.get("type").asString()));
    assertThat(links)
        .containsExactly(
            "stylesheet application/vnd.ogc.sld+xml;version=1.0",
            "stylesheet application/vnd.mapbox.style+json",
            "stylesheet application/json",
            "describedby application/json");
    JsonNode metadata = json("/ogc/styles/zoning/metadata");
    assertThat(metadata.get("source").asString()).isEqualTo("file");
    assertThat(metadata.at("/stylesheets/0/native").asBoolean()).isTrue();
  }

  @Test
  void whoMayPublishSavesAStyleOthersReadIt() {
    HttpResponse<String> made =
        post("/ogc/collections/plots/styles?id=plots-far", style("#123456"));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(header(made, "Location")).endsWith("/ogc/styles/plots-far");
    assertThat(json(made).get("version").asInt()).isEqualTo(1);
    assertThat(get("/ogc/styles/plots-far").body()).contains("#123456");
    assertThat(json("/api/layers/plots/styles").at("/styles/1/id").asString())
        .isEqualTo("plots-far");

    HttpResponse<String> again =
        post("/ogc/collections/plots/styles?id=plots-far", style("#654321"));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(put("plots-far", style("#654321"), "\"0\"").statusCode()).isEqualTo(412);
    String etag = header(get("/ogc/styles/plots-far"), "ETag");
    HttpResponse<String> changed = put("plots-far", style("#654321"), etag);
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(json(changed).get("version").asInt()).isEqualTo(2);
    assertThat(get("/ogc/styles/plots-far").body()).contains("#654321");

    assertThat(choose("plots-far").statusCode()).isEqualTo(200);
    assertThat(json("/api/layers/plots").get("style").asString()).isEqualTo("plots-far");
    assertThat(delete("plots-far").statusCode()).isEqualTo(409);
    assertThat(choose("default-polygon").statusCode()).isEqualTo(400);
    assertThat(choose("plots-far").statusCode()).isEqualTo(200);
    assertThat(post("/ogc/collections/plots/styles?id=plots-two", style("#222222")).statusCode())
        .isEqualTo(201);
    assertThat(choose("plots-two").statusCode()).isEqualTo(200);
    assertThat(delete("plots-far").statusCode()).isEqualTo(204);
    assertThat(get("/ogc/styles/plots-far").statusCode()).isEqualTo(404);
    assertThat(post("/ogc/collections/plots/styles?id=plots-far", style("#333333")).statusCode())
        .isEqualTo(201);
    assertThat(delete("plots-far").statusCode()).isEqualTo(204);
  }

  @Test
  void tilesBringTheFieldsOfAStyleThatIsTriedOutToWhoMaySaveIt() {
    String tile = "/tiles/plots/12/3345/1683.mvt?v=1&fields=";
    assertThat(get(tile + "far").statusCode()).isIn(401, 403);
    assertThat(getAsAdmin(tile + "far").statusCode()).isIn(200, 204);
    assertThat(getAsAdmin(tile + "owner").statusCode()).isEqualTo(400);
  }

  @Test
  void theApiTellsOfItsStyles() {
    assertThat(get("/ogc?f=json").body()).contains("def/rel/ogc/1.0/styles", "/ogc/styles");
    assertThat(get("/ogc/conformance").body()).contains("ogcapi-styles-1/0.0/conf/manage-styles");
    assertThat(get("/ogc/collections/plots?f=json").body())
        .contains("/ogc/collections/plots/styles");
  }

  @Test
  void aStyleIsAsVisibleAsItsLayer() {
    HttpResponse<String> made =
        post("/ogc/collections/drafts/styles?id=secret-look", style("#111111"));
    assertThat(made.statusCode()).as(made.body()).isIn(201, 409);
    assertThat(get("/ogc/styles/secret-look").statusCode()).isEqualTo(404);
    assertThat(get("/api/styles/secret-look").statusCode()).isEqualTo(404);
    assertThat(get("/ogc/styles").body()).doesNotContain("secret-look");
    assertThat(get("/api/styles").body()).doesNotContain("secret-look");
    assertThat(get("/api/layers/drafts/legend").statusCode()).isEqualTo(404);
    HttpResponse<String> known = getAsAdmin("/ogc/styles/secret-look");
    assertThat(known.statusCode()).isEqualTo(200);
    assertThat(header(known, "Cache-Control")).contains("private");
  }

  @Test
  void aStrangerSavesNothing() {
    HttpResponse<String> refused =
        send(
            new Visitor(port)
                .request("POST", "/ogc/collections/plots/styles?id=mine", null, "Content-Type", SLD)
                .POST(HttpRequest.BodyPublishers.ofString(style("#111111"))));
    assertThat(refused.statusCode()).isIn(401, 403);
    assertThat(put("zoning", style("#111111"), null).statusCode()).isEqualTo(405);
  }

  @Test
  void aDryRunTellsWhatWouldNotBeDrawn() {
    String odd =
        style("#111111")
            .replace(
                "</PolygonSymbolizer>",
                "<VendorOption name=\"composite\">multiply</VendorOption></PolygonSymbolizer>");
    JsonNode report = json(post("/ogc/collections/plots/styles?dry-run=true", odd));
    assertThat(report.get("saved").asBoolean()).isFalse();
    assertThat(report.at("/unsupported/0/what").asString()).endsWith("VendorOption composite");
    assertThat(report.at("/unknownFields/0").asString()).isEqualTo("owner");
    assertThat(report.at("/style/rules/0/symbolizers/0/fill/color").asString())
        .isEqualTo("#111111");
    HttpResponse<String> strict =
        send(
            request("POST", "/ogc/collections/plots/styles?id=strict", odd)
                .header("Prefer", "handling=strict"));
    assertThat(strict.statusCode()).isEqualTo(400);
    assertThat(json(strict).at("/errors/0/pointer").asString() + strict.body()).contains("#line=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<a>",
        "",
        "<StyledLayerDescriptor/>",
        "{\"version\": 8}"
      })
  void whatIsNoStyleIsRefusedWithItsLine(String text) {
    HttpResponse<String> refused = post("/ogc/collections/plots/styles?id=bad", text);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
    assertThat(refused.body()).doesNotContain("root:");
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1/a.svg, 400",
    "file:///etc/passwd, 400",
    "../../etc/passwd, 400",
    "/etc/passwd, 400",
    "nothing.svg, 400",
    "hospital.svg, 201"
  })
  void anIconComesFromTheFolderOfIconsOnly(String href, int status) {
    String graphic =
        "<PointSymbolizer><Graphic><ExternalGraphic><OnlineResource xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"%s\"/><Format>image/svg+xml</Format></ExternalGraphic></Graphic></PointSymbolizer>"
            .formatted(href);
    String sld =
        style("#111111").replaceFirst("(?s)<PolygonSymbolizer>.*</PolygonSymbolizer>", graphic);
    HttpResponse<String> answer = post("/ogc/collections/plots/styles?id=icons", sld);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    if (status == 201) {
      assertThat(answer.body()).contains("\"icon\":{");
      assertThat(delete("icons").statusCode()).isEqualTo(204);
    } else {
      assertThat(answer.body()).contains("#line=");
    }
  }

  @Test
  void tenThousandRulesAreRefusedWithTheirNumber() {
    String rules = "<Rule><LineSymbolizer><Stroke/></LineSymbolizer></Rule>".repeat(10_000);
    String sld = style("#111111").replaceFirst("(?s)<Rule>.*</Rule>", rules);
    HttpResponse<String> refused = post("/ogc/collections/plots/styles?id=many", sld);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("10000", "2000");
  }

  @Test
  void aStyleInAnotherEncodingIsUnderstood() {
    byte[] gbk =
        ("<?xml version=\"1.0\" encoding=\"GBK\"?>" + style("#111111").replace("容积率", "地块颜色"))
            .getBytes(java.nio.charset.Charset.forName("GBK"));
    HttpResponse<String> answer =
        send(
            request("POST", "/ogc/collections/plots/styles?dry-run=true", "")
                .POST(HttpRequest.BodyPublishers.ofByteArray(gbk)));
    assertThat(json(answer).at("/style/title/zh").asString()).isEqualTo("地块颜色");
  }

  @Test
  void mapLibreGetsSourcesLayersAndASprite() {
    JsonNode style = json("/ogc/styles/zoning?f=mapbox&collection=plots&lang=en");
    assertThat(style.get("version").asInt()).isEqualTo(8);
    assertThat(style.at("/sources/plots/tiles/0").asString())
        .startsWith(base() + "/tiles/plots/{z}/{x}/{y}.mvt");
    assertThat(style.get("layers").size()).isGreaterThan(40);
    assertThat(style.at("/layers/0/source-layer").asString()).isEqualTo("plots");
    String sprite = style.get("sprite").asString();
    JsonNode index = json(sprite + ".json");
    assertThat(index.size()).isPositive();
    HttpResponse<String> png = get(sprite + "@2x.png");
    assertThat(header(png, "Content-Type")).isEqualTo("image/png");
    assertThat(get("/ogc/styles/zoning?f=mapbox").statusCode()).isEqualTo(400);
  }

  @Test
  void aLegendIsBilingualAndKeepsToTheScale() {
    JsonNode all = json("/api/layers/plots/legend?style=" + declared());
    assertThat(all.get("entries").size()).isPositive();
    String svg = get("/api/layers/plots/legend?f=svg&lang=en").body();
    assertThat(svg).startsWith("<svg").contains("<text").endsWith("</svg>");
    assertThat(get("/api/layers/plots/legend?zoom=99").statusCode()).isEqualTo(400);
    assertThat(get("/api/layers/plots/legend?style=roads").statusCode()).isEqualTo(400);
    assertThat(get("/api/layers/plots/legend?f=gif").statusCode()).isEqualTo(400);
  }

  private String declared() {
    return json("/api/layers/plots/styles").at("/styles/0/id").asString();
  }

  @ParameterizedTest
  @CsvSource({
    "quantile, 5, 4",
    "equal, 4, 3",
    "jenks, 7, 6",
    "stddev, 6, 3",
    "jenks, 12, 6",
  })
  void classesOfNumbersAreBrokenUp(String method, int classes, int breaks) {
    JsonNode derived =
        json(
            postAsAdmin(
                "/api/layers/plots/styles/derive",
                "{\"field\":\"far\",\"method\":\"%s\",\"classes\":%d,\"ramp\":\"cividis\"}"
                    .formatted(method, classes)));
    // far is 0.5, 1.5 … 6.5
    assertThat(derived.get("breaks").size()).as(derived.toString()).isEqualTo(breaks);
    assertThat(derived.at("/style/rules").size()).isEqualTo(breaks + 1);
    assertThat(derived.at("/style/rules/0/symbolizers/0/fill/color").asString())
        .isEqualTo("#fee838");
    assertThat(derived.get("sampled").asBoolean()).isFalse();
    assertThat(derived.at("/style/unsupported").size()).isZero();
  }

  @Test
  void codesGetTheColoursAndTitlesOfTheirList() {
    JsonNode derived = json(postAsAdmin("/api/layers/plots/styles/derive", "{\"field\":\"code\"}"));
    assertThat(derived.get("counts").toString()).isEqualTo("{\"B\":30,\"G\":20,\"R\":50}");
    assertThat(derived.at("/style/rules/2/title/en").asString()).isEqualTo("Residential");
    assertThat(derived.at("/style/rules/2/symbolizers/0/fill/color").asString())
        .isEqualTo("#ffff00");
  }

  @Test
  void aPackBringsTheClassesThatOccur() {
    JsonNode derived =
        json(
            postAsAdmin(
                "/api/layers/plots/styles/derive", "{\"field\":\"code\",\"pack\":\"gb50137\"}"));
    assertThat(derived.get("counts").toString()).isEqualTo("{\"R\":50,\"B\":30,\"G\":20}");
    assertThat(derived.at("/style/rules/0/title/zh").asString()).isEqualTo("R 居住用地");
    JsonNode whole =
        json(
            postAsAdmin(
                "/api/layers/plots/styles/derive",
                "{\"field\":\"code\",\"pack\":\"gb50137\",\"all\":true}"));
    assertThat(whole.at("/style/rules").size()).isEqualTo(85);
    assertThat(json("/api/style-choices").at("/packs").size()).isEqualTo(3);
    for (String pack : List.of("yongdi-yonghai-2023", "san-diao")) {
      HttpResponse<String> none =
          postAsAdmin(
              "/api/layers/plots/styles/derive",
              "{\"field\":\"code\",\"pack\":\"%s\"}".formatted(pack));
      assertThat(none.statusCode()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"field\":\"owner\"}",
        "{\"field\":\"nothing\"}",
        "{\"field\":\"name\",\"method\":\"jenks\"}",
        "{\"field\":\"far\",\"method\":\"best\"}",
        "{\"field\":\"far\",\"method\":\"jenks\",\"classes\":1000}",
        "{\"field\":\"far\",\"method\":\"jenks\",\"ramp\":\"rainbow\"}",
        "{\"field\":\"code\",\"pack\":\"../zoning\"}",
        "{\"field\":7"
      })
  void whatCannotBeDerivedIsRefused(String wish) {
    HttpResponse<String> refused = postAsAdmin("/api/layers/plots/styles/derive", wish);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(refused.body()).doesNotContain("秘密");
  }

  /** One rule by the floor area ratio, and one by a hidden field, which nobody's map knows. */
  private static String style(String color) {
    return """
        <StyledLayerDescriptor version="1.0.0" xmlns="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc">
        <NamedLayer><Name>plots</Name><UserStyle><Name>plots-far</Name><Title>容积率 | Floor area ratio</Title><FeatureTypeStyle>
        <Rule><Title>高 | High</Title>
          <ogc:Filter><ogc:Or><ogc:PropertyIsGreaterThan><ogc:PropertyName>far</ogc:PropertyName><ogc:Literal>3</ogc:Literal></ogc:PropertyIsGreaterThan>
            <ogc:PropertyIsEqualTo><ogc:PropertyName>owner</ogc:PropertyName><ogc:Literal>x</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Or></ogc:Filter>
          <PolygonSymbolizer><Fill><CssParameter name="fill">%s</CssParameter></Fill></PolygonSymbolizer></Rule>
        </FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>"""
        .formatted(color);
  }

  private HttpResponse<String> post(String path, String sld) {
    return send(request("POST", path, sld));
  }

  private HttpResponse<String> put(String id, String sld, String ifMatch) {
    HttpRequest.Builder request = request("PUT", "/ogc/styles/" + id + "?collection=plots", sld);
    return send(ifMatch == null ? request : request.header("If-Match", ifMatch));
  }

  private HttpResponse<String> delete(String id) {
    return send(request("DELETE", "/ogc/styles/" + id, ""));
  }

  private HttpResponse<String> choose(String id) {
    return send(
        new Visitor(port)
            .request("PUT", "/api/layers/plots/style", "{\"style\":\"%s\"}".formatted(id))
            .header("Authorization", basic()));
  }

  private HttpRequest.Builder request(String method, String path, String body) {
    return new Visitor(port)
        .request(method, path, null, "Content-Type", SLD)
        .header("Authorization", basic())
        .method(method, HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return new Visitor(port).send(request);
  }
}
