package org.citygis.tiles;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.citygis.catalog.Field;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.Layers;
import org.citygis.catalog.VersionNotes;
import org.citygis.catalog.Visibility;
import org.citygis.geo.Crs;
import org.citygis.security.User;
import org.citygis.storage.Column;
import org.citygis.storage.ColumnType;
import org.citygis.storage.FeatureLoad;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.citygis.style.Styles;
import org.citygis.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application's tiles over HTTP, with two layers: for all, and for staff. */
@SpringBootTest(
    classes = TileServices.MapServices.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "citygis.security.admin-password=" + TileServices.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TileServices {
  static final String PASSWORD = "Tile-by-tile-7";

  @Configuration
  @EnableAutoConfiguration
  @ComponentScan(
      value = {
        "org.citygis.web",
        "org.citygis.security",
        "org.citygis.audit",
        "org.citygis.storage",
        "org.citygis.catalog",
        "org.citygis.style",
        "org.citygis.history",
        "org.citygis.packed",
        "org.citygis.tiles"
      },
      excludeFilters =
          @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Contract|TileServices).*"))
  @ConfigurationPropertiesScan({
    "org.citygis.security",
    "org.citygis.storage",
    "org.citygis.packed",
    "org.citygis.tiles"
  })
  static class MapServices {}

  @Autowired Layers layers;
  @Autowired FeatureStore store;
  @Autowired Styles styles;
  @LocalServerPort int port;

  private final GeometryFactory factory = new GeometryFactory();
  final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  void publish() {
    // A plot of 200 m by 100 m, and one of 8 m by 8 m beside it.
    publish(
        definition("plots", Visibility.PUBLIC),
        List.of(
            factory.toGeometry(new Envelope(440_000, 440_200, 3_385_000, 3_385_100)),
            factory.toGeometry(new Envelope(440_300, 440_308, 3_385_000, 3_385_008))));
    publish(
        definition("secrets", Visibility.STAFF),
        List.of(factory.toGeometry(new Envelope(440_000, 440_200, 3_385_000, 3_385_100))));
  }

  private void publish(LayerDefinition definition, List<Geometry> shapes) {
    List<Column> columns =
        definition.fields().stream().map(f -> new Column(f.name(), f.type())).toList();
    FeatureTable table =
        new FeatureTable(
            definition.id(),
            layers.reserveVersion(definition.id()),
            new GeometryColumn(GeometryColumn.Type.MULTIPOLYGON, Crs.epsg(4547)),
            columns);
    try (FeatureLoad load = store.load(table)) {
      long fid = 1;
      for (Geometry shape : shapes) {
        load.add(
            fid,
            shape,
            Arrays.asList(
                "R2",
                "地块" + fid,
                2.5,
                java.time.LocalDate.of(2020, 5, 1),
                java.time.Instant.parse("2026-01-31T00:15:00Z"),
                "某甲"));
        fid++;
      }
      layers.publish(definition, load, VersionNotes.of(User.SYSTEM, "test"));
    }
  }

  private static LayerDefinition definition(String id, Visibility visibility) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        new Field("code", "code", Text.of("代码", "Code"), ColumnType.TEXT, null, null, false));
    fields.add(
        new Field("name", "name", Text.of("名称", "Name"), ColumnType.TEXT, null, null, false));
    fields.add(
        new Field(
            "far",
            "far",
            Text.of("容积率", "Floor area ratio"),
            ColumnType.NUMBER,
            null,
            null,
            false));
    fields.add(
        new Field("built", "built", Text.of("建成", "Built"), ColumnType.DATE, null, null, false));
    fields.add(
        new Field("seen", "seen", Text.of("查看", "Seen"), ColumnType.DATETIME, null, null, false));
    fields.add(
        new Field("owner", "owner", Text.of("业主", "Owner"), ColumnType.TEXT, null, null, true));
    return new LayerDefinition(
        id,
        Text.same(id),
        Text.same(id),
        "land",
        GeometryKind.POLYGON,
        null,
        "zoning",
        visibility,
        new LayerDefinition.ZoomRange(10, 22),
        null,
        null,
        50,
        false,
        null,
        List.of(),
        null,
        false,
        null,
        fields);
  }

  HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).header("Accept-Encoding", "gzip");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  JsonNode json(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).build();
    return JsonMapper.builder()
        .build()
        .readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  static byte[] unzip(byte[] gzip) throws Exception {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return zip.readAllBytes();
    }
  }
}
