package org.citygis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citygis.CityGis;
import org.citygis.security.SignedIn;
import org.citygis.testing.Publishing;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** How files meet the declared layer of parcels, on both databases. */
@SpringBootTest(
    classes = CityGis.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "citygis.sample-data=no-such-folder")
abstract class MappingContract {
  private static final String PASSWORD = "Correct-horse-7";

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  private Publishing publisher;
  private Publishing planner;

  @DynamicPropertySource
  static void ownFolder(DynamicPropertyRegistry registry) throws java.io.IOException {
    Path folder = Files.createTempDirectory("citygis-mapping-test");
    folder.toFile().deleteOnExit();
    registry.add("citygis.data", folder::toString);
  }

  @BeforeEach
  void open() {
    List.of("publisher", "planner", "admin")
        .forEach(name -> SignedIn.setPassword(context, name, PASSWORD));
    publisher = new Publishing(port, "publisher", PASSWORD);
    planner = new Publishing(port, "planner", PASSWORD);
  }

  private static String parcel(String properties) {
    return """
        {"type":"Feature","properties":{%s},"geometry":{"type":"Polygon","coordinates":
         [[[113.4,30.5],[113.41,30.5],[113.41,30.51],[113.4,30.5]]]}}"""
        .formatted(properties);
  }

  private static String file(String... parcels) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", parcels) + "]}";
  }

  private JsonNode mapping(String importId, String more) {
    HttpResponse<String> answer =
        publisher.call(
            "POST",
            "/api/imports/" + importId + "/mapping",
            "{\"layer\":\"parcels\"%s}".formatted(more));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Visitor.json(answer);
  }

  private static JsonNode field(JsonNode mapping, String name) {
    for (JsonNode field : mapping.get("fields")) {
      if (field.get("field").asString().equals(name)) {
        return field;
      }
    }
    throw new AssertionError("no field " + name + " in " + mapping);
  }

  /** Names as other offices write them, uses as titles, one of them misspelt, one unknown. */
  private static String foreign() {
    return file(
        parcel("\"Parcel-No\":\"A1\",\"土地用途\":\"R2\",\"宗地面积\":\"12.5\",\"ownership\":\"x\""),
        parcel("\"Parcel-No\":\"A2\",\"土地用途\":\"公园绿地\",\"宗地面积\":\"7\",\"ownership\":\"x\""),
        parcel("\"Parcel-No\":\"A3\",\"土地用途\":\"公园绿\",\"宗地面积\":\"8\",\"ownership\":\"x\""),
        parcel("\"Parcel-No\":\"A4\",\"土地用途\":\"公园绿\",\"宗地面积\":\"8\",\"ownership\":\"x\""));
  }

  @Test
  void fieldsAreFoundByNameAliasAndWriting() {
    String id = publisher.send(foreign());
    JsonNode mapping = mapping(id, "");
    assertThat(mapping.get("key").asString()).isEqualTo("parcel_no");
    JsonNode number = field(mapping, "parcel_no");
    assertThat(number.get("source").asString()).isEqualTo("Parcel-No");
    assertThat(number.get("by").asString()).isEqualTo("name");
    assertThat(number.get("conversion").asString()).isEqualTo("exact");
    JsonNode use = field(mapping, "code");
    assertThat(use.get("source").asString()).isEqualTo("土地用途");
    assertThat(use.get("by").asString()).isEqualTo("alias");
    assertThat(use.get("codes").asString()).isEqualTo("gb50137");
    assertThat(use.get("unmatched").toString())
        .isEqualTo("[{\"value\":\"公园绿\",\"count\":2,\"suggestion\":\"G1\"}]");
    assertThat(field(mapping, "area_m2").get("conversion").asString()).isEqualTo("parsed");
    assertThat(field(mapping, "owner_kind").get("source").isNull()).isTrue();
    assertThat(field(mapping, "owner_kind").get("by").asString()).isEqualTo("none");
    assertThat(mapping.get("unused").toString()).isEqualTo("[\"ownership\"]");
    assertThat(planner.call("POST", "/api/imports/" + id + "/mapping", "{}").statusCode())
        .isEqualTo(404);
    assertThat(
            publisher
                .call("POST", "/api/imports/" + id + "/mapping", "{\"layer\":\"nosuch\"}")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void titlesBecomeCodesAndTheUsersDecisionsAreOfferedNextTime() {
    String id = publisher.send(foreign());
    JsonNode job =
        publisher.published(
            id,
            """
            {"layer":"parcels","mapping":{"owner_kind":"ownership","address":null},
             "codes":{"code":{"公园绿":"G1"}},"profile":"外业队"}""");
    assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
    JsonNode items = publisher.get("/ogc/collections/parcels/items?f=json").get("features");
    List<String> codes = new ArrayList<>();
    items.forEach(item -> codes.add(item.at("/properties/code").asString()));
    assertThat(codes).containsExactly("R2", "G1", "G1", "G1");
    assertThat(items.get(0).at("/properties/owner_kind").asString()).isEqualTo("x");

    JsonNode again = mapping(publisher.send(foreign()), "");
    assertThat(again.at("/profile/name").asString()).isEqualTo("外业队");
    assertThat(field(again, "owner_kind").get("source").asString()).isEqualTo("ownership");
    assertThat(field(again, "owner_kind").get("by").asString()).isEqualTo("profile");
    assertThat(field(again, "code").get("unmatched")).isEmpty();
    assertThat(field(again, "code").get("decided").toString()).isEqualTo("{\"公园绿\":\"G1\"}");
    JsonNode other = mapping(publisher.send(file(parcel("\"宗地号\":\"A\""))), "");
    assertThat(other.get("profile").isNull()).isTrue();
    assertThat(other.get("profiles")).hasSize(1);

    String profile = again.at("/profile/id").asString();
    assertThat(publisher.get("/api/import-profiles?layer=parcels").get("profiles")).hasSize(1);
    assertThat(planner.call("DELETE", "/api/import-profiles/" + profile, null).statusCode())
        .isIn(403, 404);
    assertThat(publisher.call("DELETE", "/api/import-profiles/" + profile, null).statusCode())
        .isEqualTo(204);
    assertThat(publisher.get("/api/import-profiles").get("profiles")).isEmpty();
  }

  @Test
  void aCodeOutsideItsListIsFaultyWhereFaultyRowsAreLeftOut() {
    JsonNode job =
        publisher.published(
            publisher.send(foreign()), "{\"layer\":\"parcels\",\"faulty\":\"skip\"}");
    assertThat(job.at("/result/skipped").asInt()).as(job.toString()).isEqualTo(2);
    assertThat(job.at("/result/count").asInt()).isEqualTo(2);
  }
}
