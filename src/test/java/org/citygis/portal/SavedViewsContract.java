package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.citygis.CityGis;
import org.citygis.security.SignedIn;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Saved views, base maps and the embedded map over HTTP, on both databases. */
@SpringBootTest(
    classes = CityGis.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "citygis.data=target/views-test-data",
      "citygis.layers=src/test/resources/features-city",
      "citygis.sample-data=target/no-sample-data",
      "citygis.embed.allowed-origins=https://www.city.gov.cn,https://*.news.cn",
      "citygis.base-maps[0].id=own",
      "citygis.base-maps[0].kind=layers",
      "citygis.base-maps[0].title.zh=底图",
      "citygis.base-maps[0].title.en=Base map",
      "citygis.base-maps[0].layers=plots",
      "citygis.base-maps[1].id=sky",
      "citygis.base-maps[1].kind=tianditu",
      "citygis.base-maps[1].title.zh=天地图",
      "citygis.base-maps[1].title.en=Tianditu",
      "citygis.base-maps[1].token=0123456789abcdef",
      "citygis.base-maps[1].subdomains=0,1",
      "citygis.base-maps[2].id=shifted",
      "citygis.base-maps[2].kind=xyz",
      "citygis.base-maps[2].title.zh=偏移",
      "citygis.base-maps[2].title.en=Shifted",
      "citygis.base-maps[2].coordinates=gcj02",
      "citygis.base-maps[2].url=http://tiles.city.local:8080/{z}/{x}/{y}.png",
      "citygis.base-maps[3].id=wms",
      "citygis.base-maps[3].kind=wms",
      "citygis.base-maps[3].title.zh=影像",
      "citygis.base-maps[3].title.en=Pictures",
      "citygis.base-maps[3].url=/wms",
      "citygis.base-maps[3].layers=plots,ways"
    })
abstract class SavedViewsContract {
  private static final String PASSWORD = "Correct-horse-7";
  private static final String ADDRESS = "work=planning&layers=plots,secret&view=14/113.4/30.58";

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired JdbcClient jdbc;
  private Visitor owner;
  private Visitor colleague;
  private Visitor stranger;

  @BeforeEach
  void signIn() {
    jdbc.sql("DELETE FROM citygis.saved_view").update();
    owner = signedIn("planner");
    colleague = signedIn("publisher");
    stranger = new Visitor(port);
  }

  private Visitor signedIn(String name) {
    SignedIn.setPassword(context, name, PASSWORD);
    Visitor visitor = new Visitor(port);
    assertThat(visitor.signIn(name, PASSWORD)).isEqualTo(200);
    return visitor;
  }

  private JsonNode save(String name, boolean open) {
    HttpResponse<String> answer = post(name, ADDRESS, open);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Visitor.json(answer);
  }

  private HttpResponse<String> post(String name, String address, boolean open) {
    return owner.send(
        "POST",
        "/api/views",
        "{\"name\":\"%s\",\"address\":\"%s\",\"open\":%s}".formatted(name, address, open));
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void aSavedViewIsListedOpenedRenamedAndDeleted() {
    JsonNode saved = save("老城区的规划", false);
    String id = saved.get("id").asString();
    assertThat(id).matches("[0-9A-Za-z]{8}");
    assertThat(saved.get("link").asString()).isEqualTo("/v/" + id);
    JsonNode list = Visitor.json(owner.get("/api/views")).get("views");
    assertThat(list).hasSize(1);
    assertThat(list.get(0).get("name").asString()).isEqualTo("老城区的规划");
    HttpResponse<String> opened = owner.get("/v/" + id);
    assertThat(opened.statusCode()).isEqualTo(302);
    assertThat(header(opened, "Location")).endsWith("/?" + ADDRESS);
    HttpResponse<String> renamed =
        owner.send("PATCH", "/api/views/" + id, "{\"name\":\"新名称\",\"open\":true}");
    assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
    assertThat(Visitor.json(renamed).get("address").asString()).isEqualTo(ADDRESS);
    assertThat(owner.send("DELETE", "/api/views/" + id, null).statusCode()).isEqualTo(204);
    assertThat(owner.get("/api/views/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void aPrivateViewIsNotThereForOthersAndAnOpenOneIsReadOnly() {
    String secret = save("secret", false).get("id").asString();
    String open = save("open", true).get("id").asString();
    for (Visitor other : new Visitor[] {colleague, stranger}) {
      assertThat(other.get("/api/views/" + secret).statusCode()).isEqualTo(404);
      assertThat(header(other.get("/v/" + secret), "Location")).endsWith("/?lost=view");
      assertThat(other.get("/embed/" + secret).statusCode()).isEqualTo(404);
      assertThat(Visitor.json(other.get("/api/views/" + open)).get("mine").asBoolean()).isFalse();
      assertThat(header(other.get("/embed/" + open), "Location")).endsWith("/embed?" + ADDRESS);
    }
    assertThat(colleague.send("DELETE", "/api/views/" + secret, null).statusCode()).isEqualTo(404);
    assertThat(colleague.send("DELETE", "/api/views/" + open, null).statusCode()).isEqualTo(403);
    assertThat(colleague.send("PATCH", "/api/views/" + open, "{\"name\":\"x\"}").statusCode())
        .isEqualTo(403);
    assertThat(Visitor.json(colleague.get("/api/views")).get("views")).isEmpty();
    assertThat(stranger.get("/api/views").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a=b c", "a=%zz", "a=b\\r\\nSet-Cookie: x=y", "a=<script>", "a=汉", "a=\\\"b"})
  void anAddressThatIsNoneIsRefused(String address) {
    HttpResponse<String> refused = post("x", address, false);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(Visitor.json(refused).get("parameter").asString()).isEqualTo("address");
  }

  @Test
  void namesAddressesAndNumbersHaveLimits() {
    assertThat(post(" ", ADDRESS, false).statusCode()).isEqualTo(400);
    assertThat(post("x".repeat(101), ADDRESS, false).statusCode()).isEqualTo(400);
    assertThat(post("x", "a".repeat(4001), false).statusCode()).isEqualTo(413);
    assertThat(owner.send("POST", "/api/views", "{}").statusCode()).isEqualTo(400);
    for (int i = 0; i < SavedViews.MOST_PER_OWNER; i++) {
      save("view " + i, false);
    }
    assertThat(post("one more", ADDRESS, false).statusCode()).isEqualTo(409);
  }

  @Test
  void onlyWhoIsAllowedFramesTheEmbeddedMapAndNobodyAnotherPage() {
    HttpResponse<String> embedded = stranger.get("/embed?layers=plots");
    assertThat(embedded.statusCode()).isEqualTo(200);
    assertThat(header(embedded, "Content-Type")).startsWith("text/html");
    assertThat(header(embedded, "Content-Security-Policy"))
        .endsWith("frame-ancestors 'self' https://*.news.cn https://www.city.gov.cn");
    assertThat(header(embedded, "X-Frame-Options")).isEmpty();
    assertThat(stranger.send("POST", "/embed", "{}").statusCode()).isIn(401, 403, 405);
    HttpResponse<String> portal = stranger.get("/");
    assertThat(header(portal, "Content-Security-Policy")).endsWith("frame-ancestors 'self'");
    assertThat(header(portal, "X-Frame-Options")).isEqualTo("SAMEORIGIN");
  }

  @Test
  void picturesComeFromTheConfiguredHostsAndNoOthers() {
    assertThat(header(stranger.get("/"), "Content-Security-Policy"))
        .contains(
            "img-src 'self' data: blob: http://tiles.city.local:8080"
                + " https://t0.tianditu.gov.cn https://t1.tianditu.gov.cn; style-src");
    JsonNode maps = Visitor.json(stranger.get("/api/base-maps")).get("baseMaps");
    assertThat(maps).hasSize(4);
    assertThat(maps.get(1).get("sheets")).hasSize(2);
    assertThat(maps.at("/1/sheets/0/url").asString())
        .startsWith("https://t{s}.tianditu.gov.cn/vec_w/wmts?")
        .endsWith("tk=0123456789abcdef");
    assertThat(maps.at("/2/coordinates").asString()).isEqualTo("gcj02");
    assertThat(maps.at("/2/attribution/zh").asString()).contains("GCJ-02");
    assertThat(maps.at("/3/sheets/0/layers").asString()).isEqualTo("plots,ways");
  }
}
