package org.citygis.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What exports answer, on both databases. */
abstract class ExportContract extends AgainstTheExportCity {

  @Test
  void geoJsonIsInLongitudeAndLatitudeWithoutSayingSo() {
    JsonNode all = json("parcels", "f=geojson");
    assertThat(all.get("features")).hasSize(4);
    assertThat(all.has("crs")).isFalse();
    JsonNode first = feature(all, 1);
    JsonNode corner = first.at("/geometry/coordinates/0/0/0");
    // PROJ: echo "500000 3384000" | gdaltransform -s_srs EPSG:4547 -t_srs EPSG:4326
    assertThat(corner.get(0).asDouble()).isCloseTo(114.0, within(1e-9));
    assertThat(corner.get(1).asDouble()).isCloseTo(30.5762957606118, within(1e-9));
    assertThat(first.at("/properties/name").asString()).isEqualTo("云川一号");
    assertThat(first.at("/properties/built").asString()).isEqualTo("1999-12-31");
    assertThat(feature(all, 3).get("geometry").isNull()).isTrue();
  }

  @Test
  void geoJsonInAnotherSystemNamesItAndKeepsEastingFirst() {
    JsonNode all = json("parcels", "f=geojson&crs=EPSG:4547");
    assertThat(all.at("/crs/properties/name").asString()).isEqualTo("urn:ogc:def:crs:EPSG::4547");
    JsonNode corner = feature(all, 2).at("/geometry/coordinates/0/0/0");
    assertThat(corner.get(0).asDouble()).isEqualTo(500_200);
    assertThat(corner.get(1).asDouble()).isEqualTo(3_384_000);
  }

  @Test
  void shiftedDegreesAreThoseOfThePublishedFormulaAndSaySo() {
    HttpResponse<byte[]> response = export("benchmarks", "f=geojson&crs=GCJ02");
    JsonNode all = json(response);
    JsonNode place = feature(all, 1).at("/geometry/coordinates");
    // coord-convert 0.2.1 of the Python package index, wgs2gcj and wgs2bd.
    assertThat(place.get(0).asDouble()).isCloseTo(116.41024449916938, within(1e-8));
    assertThat(place.get(1).asDouble()).isCloseTo(39.91640428150164, within(1e-8));
    assertThat(all.get("crs").isNull()).isTrue();
    assertThat(all.get("note").asString()).contains("GCJ-02", "不是 WGS 84");
    assertThat(header(response, "Content-Disposition")).contains("_GCJ02.geojson");
    JsonNode baidu = feature(json("benchmarks", "f=geojson&crs=BD09"), 1);
    assertThat(baidu.at("/geometry/coordinates/0").asDouble())
        .isCloseTo(116.41662724378733, within(1e-8));
    assertThat(baidu.at("/geometry/coordinates/1").asDouble())
        .isCloseTo(39.922699552216216, within(1e-8));
  }

  @Test
  void heightsAreKept() {
    JsonNode place = feature(json("benchmarks", "f=geojson"), 1).at("/geometry/coordinates");
    assertThat(place.get(2).asDouble()).isEqualTo(23.456);
  }

  @ParameterizedTest
  @CsvSource({
    "code=R, 2",
    "code=G, 0",
    "'bbox=113.9999,30.5760,114.0012,30.5773', 1",
    "'bbox=3000000,500150,3000010,500350&bbox-crs=EPSG:4547', 0",
    "'bbox=3383900,500150,3384200,500350&bbox-crs=EPSG:4547', 1",
    "datetime=2026-03-01T00:00:00Z/2026-03-02T00:00:00Z, 3",
    "listed=true, 1"
  })
  void aPartIsChosenAsInTheFeatureService(String filter, int rows) {
    String query = "f=geojson&" + filter;
    assertThat(json("parcels", query).get("features")).hasSize(rows);
    JsonNode served =
        json(get("/ogc/collections/parcels/items?limit=100&" + filter.replace("f=geojson&", "")));
    assertThat(served.get("numberMatched").asInt()).isEqualTo(rows);
  }

  @Test
  void onlyTheFieldsAskedForLeaveInTheirOrder() {
    JsonNode first = feature(json("parcels", "f=geojson&properties=floors,code"), 1);
    assertThat(first.get("properties").propertyNames()).containsExactly("floors", "code");
  }

  @Test
  void codesStayCodesAndTheirTitlesComeBesideThem() {
    JsonNode all = json("parcels", "f=geojson&labels=true&lang=en&properties=code");
    assertThat(feature(all, 1).at("/properties/code").asString()).isEqualTo("R");
    assertThat(feature(all, 1).at("/properties/code_label").asString()).isEqualTo("Residential");
    assertThat(feature(all, 4).at("/properties/code_label").isNull()).isTrue();
  }

  @Test
  void csvHasAMarkAliasesAndGuardsFormulasButNotNumbers() {
    String csv = text("parcels", "f=csv&header=alias&lang=zh");
    List<String> lines = csv.lines().toList();
    assertThat(lines.getFirst()).isEqualTo("\uFEFFfid,用地代码,宗地名称,面积,层数,建成日期,测绘时间,保护建筑,wkt");
    assertThat(lines).hasSize(5);
    assertThat(csv)
        .contains("\"'=HYPERLINK(\"\"x\"\")\"", ",-0.00000015,-3,,,false,")
        .contains("1999-12-31,2026-03-01T08:00:00+08:00,true,")
        .contains(",123456789.5,9007199254740993,");
    assertThat(text("benchmarks", "f=csv&crs=EPSG:4490"))
        .startsWith("\uFEFFfid,name,gross_floor_area_above,gross_floor_area_below,lon,lat,z\r\n")
        .contains("1,甲点,1.25,2.5,116.404,39.915,23.456\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojson", "csv", "flatgeobuf", "geopackage", "shapefile"})
  void hiddenFieldsNeverLeave(String format) {
    String body = new String(whole(export("parcels", "f=" + format)), StandardCharsets.UTF_8);
    assertThat(body).doesNotContain("owner", "秘密");
    assertThat(export("parcels", "properties=owner&f=" + format).statusCode()).isEqualTo(400);
    assertThat(export("parcels", "owner=x&f=" + format).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"geojson", "csv", "flatgeobuf", "geopackage", "shapefile"})
  void aLayerThatMayNotBeSeenIsNotFound(String format) {
    HttpResponse<byte[]> hidden = export("cameras", "f=" + format);
    HttpResponse<byte[]> missing = export("nothing", "f=" + format);
    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(json(hidden).get("detail").asString().replace("cameras", "nothing"))
        .isEqualTo(json(missing).get("detail").asString());
    assertThat(getAsAdmin("/api/layers/cameras/export?f=" + format).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "f=dwg, f",
    "crs=EPSG:1, crs",
    "crs=EPSG:4978, crs",
    "crs=GCJ, crs",
    "f=shapefile&encoding=Big5, encoding",
    "f=csv&encoding=GBK, encoding",
    "labels=1, labels",
    "header=alias, header",
    "'bbox=1,2,3', bbox",
    "'properties=code,nofield', properties",
    "nofield=1, nofield",
    "floors=many, floors",
    "datetime=yesterday, datetime"
  })
  void aWrongParameterIsNamed(String query, String parameter) {
    HttpResponse<byte[]> response = export("parcels", query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(header(response, "Content-Type")).contains("application/problem+json");
    assertThat(header(response, "Content-Disposition")).isEmpty();
    assertThat(json(response).get("parameter").asString()).isEqualTo(parameter);
  }

  @Test
  void theDownloadIsNamedByTheLayersTitleAndTheDay() {
    String header = header(export("parcels", "f=geojson&code=R"), "Content-Disposition");
    assertThat(header).matches("attachment; filename=\"parcels_\\d{8}.geojson\"; filename.*");
    String own = header.substring(header.indexOf("UTF-8''") + 7);
    assertThat(URLDecoder.decode(own, StandardCharsets.UTF_8)).matches("宗地_\\d{8}.geojson");
  }

  @Test
  void headTellsTheTypeWithoutTheFile() {
    HttpResponse<byte[]> head =
        send(
            request("/api/layers/parcels/export?f=shapefile")
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "Content-Type")).isEqualTo("application/zip");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void aJobMakesTheFileAndItsOwnerFetchesIt() throws InterruptedException {
    HttpResponse<byte[]> started =
        postAsAdmin(
            "/api/exports",
            """
            {"layer":"parcels","f":"csv","properties":["code","name"],"conditions":{"code":"R"}}""");
    assertThat(started.statusCode()).isEqualTo(202);
    String id = json(started).at("/job/id").asString();
    JsonNode job = finished(id);
    assertThat(job.get("state").asString()).isEqualTo("done");
    assertThat(job.at("/result/rows").asInt()).isEqualTo(2);
    assertThat(job.at("/result/file").asString()).matches("宗地_\\d{8}.csv");
    HttpResponse<byte[]> file = getAsAdmin("/api/exports/" + id);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).hasSize(job.at("/result/bytes").asInt());
    assertThat(new String(file.body(), StandardCharsets.UTF_8)).contains("1,R,云川一号,");
    assertThat(get("/api/exports/" + id).statusCode()).isEqualTo(404);
    assertThat(getAsAdmin("/api/exports/none").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"layer\":\"parcels\",\"f\":\"dwg\"}",
        "{\"layer\":\"parcels\",\"conditions\":{\"crs\":\"x\"}}",
        "{\"layer\":\"parcels\",\"conditions\":[1]}",
        "{\"layer\":\"parcels\",\"colour\":\"red\"}"
      })
  void aWrongWishStartsNoJob(String body) {
    assertThat(postAsAdmin("/api/exports", body).statusCode()).isEqualTo(400);
  }

  private JsonNode finished(String id) throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      JsonNode job = json(getAsAdmin("/api/jobs/" + id));
      if (!List.of("queued", "running").contains(job.get("state").asString())) {
        return job;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("job " + id + " does not end");
  }

  private static JsonNode feature(JsonNode all, long fid) {
    for (JsonNode feature : all.get("features")) {
      if (feature.get("id").asLong() == fid) {
        return feature;
      }
    }
    throw new AssertionError("no feature " + fid);
  }
}
