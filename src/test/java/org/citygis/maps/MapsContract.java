package org.citygis.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
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
import org.citygis.testing.Gdal;
import org.citygis.testing.WithGdal;
import org.citygis.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Drawn maps over HTTP, on both databases. */
@SpringBootTest(
    classes = MapsContract.MapServices.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "citygis.security.admin-password=" + MapsContract.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MapsContract {
  static final String PASSWORD = "Map-by-map-7";

  private static final String SQUARE =
      "&LAYERS=plots&STYLES=&WIDTH=200&HEIGHT=200&FORMAT=image/png&TRANSPARENT=TRUE";
  private static final String HERE = "CRS=EPSG:4547&BBOX=3384950,440000,3385150,440200";
  private static final String MAP = "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetMap&" + HERE;

  /** What style zoning fills R2 with. */
  private static final int YELLOW = 0xffff00;

  /** The same, as transparent as the style says. */
  private static final int YELLOW_ON_WHITE = 0xffff61;

  @Configuration
  @EnableAutoConfiguration
  @ComponentScan(
      value = {
        "org.citygis.web",
        "org.citygis.security",
        "org.citygis.audit",
        "org.citygis.storage",
        "org.citygis.catalog",
        "org.citygis.history",
        "org.citygis.style",
        "org.citygis.packed",
        "org.citygis.maps"
      },
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Contract.*"))
  @ConfigurationPropertiesScan({
    "org.citygis.security",
    "org.citygis.storage",
    "org.citygis.packed",
    "org.citygis.maps"
  })
  static class MapServices {}

  @Autowired Layers layers;
  @Autowired FeatureStore store;
  @LocalServerPort int port;

  private final GeometryFactory factory = new GeometryFactory();
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  void publish() {
    Geometry plot = factory.toGeometry(new Envelope(440_000, 440_200, 3_385_000, 3_385_100));
    publish(definition("plots", Visibility.PUBLIC), List.of(plot));
    publish(definition("secrets", Visibility.STAFF), List.of(plot));
  }

  /** Each box is 200 m around the plot, which fills its middle; its corners are empty. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VERSION=1.3.0&CRS=EPSG:4547&BBOX=3384950,440000,3385150,440200",
        "VERSION=1.1.1&SRS=EPSG:4547&BBOX=440000,3384950,440200,3385150",
        "VERSION=1.3.0&CRS=EPSG:4326&BBOX=30.58336,113.37446,30.58518,113.37654",
        "VERSION=1.3.0&CRS=EPSG:4490&BBOX=30.58336,113.37446,30.58518,113.37654",
        "VERSION=1.1.1&SRS=EPSG:4326&BBOX=113.37446,30.58336,113.37654,30.58518",
        "VERSION=1.3.0&CRS=CRS:84&BBOX=113.37446,30.58336,113.37654,30.58518",
        "VERSION=1.3.0&CRS=EPSG:3857&BBOX=12620787,3578758,12621018,3578992"
      })
  void thePlotIsWhereEachVersionAndSystemPutIt(String where) throws Exception {
    BufferedImage image = image("/wms?SERVICE=WMS&REQUEST=GetMap&" + where + SQUARE);
    assertThat(image.getWidth()).isEqualTo(200);
    assertThat(near(image.getRGB(60, 100), YELLOW))
        .as(Integer.toHexString(image.getRGB(60, 100)))
        .isTrue();
    for (int corner : new int[] {3, 196}) {
      assertThat(image.getRGB(100, corner) >>> 24).isZero();
    }
  }

  @Test
  void capabilitiesListWhatTheUserMaySee() throws Exception {
    for (String version : List.of("1.1.1", "1.3.0")) {
      String path = "/wms?SERVICE=WMS&REQUEST=GetCapabilities&VERSION=" + version;
      assertThat(names(xml(text(path)))).containsExactly("plots");
      assertThat(names(xml(text(path, "Authorization", admin())))).contains("plots", "secrets");
    }
    String english = text("/wms?SERVICE=WMS&REQUEST=GetCapabilities&LANGUAGE=en");
    assertThat(english).contains("<Title>Plots</Title>").doesNotContain("owner");
    assertThat(text("/wms?SERVICE=WMS&REQUEST=GetCapabilities")).contains("<Title>地块</Title>");
  }

  @Test
  void boxesAreInTheOrderOfTheirVersion() throws Exception {
    String newer = text("/wms?SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.3.0");
    assertThat(newer)
        .contains(
            "CRS=\"EPSG:4547\" minx=\"3385000\" miny=\"440000\" maxx=\"3385100\" maxy=\"440200\"")
        .contains("2026-01-31T00:15:00Z/2026-01-31T00:15:00Z/PT1S");
    String older = text("/wms?SERVICE=WMS&REQUEST=GetCapabilities&VERSION=1.1.1");
    assertThat(older)
        .contains(
            "SRS=\"EPSG:4547\" minx=\"440000\" miny=\"3385000\" maxx=\"440200\" maxy=\"3385100\"")
        .contains("<Extent name=\"time\">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:4547&BBOX=1,2,3,4&WIDTH=100000&HEIGHT=9&LAYERS=plots|InvalidParameterValue",
        "VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:4547&BBOX=1,2,3,4&WIDTH=0&HEIGHT=9&LAYERS=plots|InvalidParameterValue",
        "VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:4547&BBOX=NaN,2,3,4&WIDTH=9&HEIGHT=9&LAYERS=plots|InvalidParameterValue",
        "VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:4547&BBOX=3,4,1,2&WIDTH=9&HEIGHT=9&LAYERS=plots|InvalidParameterValue",
        "VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:4547&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9&LAYERS=nowhere|LayerNotDefined",
        "VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:4547&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9&LAYERS=secrets|LayerNotDefined",
        "VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:4547&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9&LAYERS=plots&STYLES=none|StyleNotDefined",
        "VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:99999&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9&LAYERS=plots|InvalidCRS",
        "VERSION=1.1.1&REQUEST=GetMap&SRS=EPSG:99999&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9&LAYERS=plots|InvalidSRS",
        "VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:4547&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9&LAYERS=plots&FORMAT=image/gif|InvalidFormat",
        "VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:4547&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9&LAYERS=plots&TIME=soon|InvalidDimensionValue",
        "VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:4547&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9&LAYERS=plots&CQL_FILTER=owner='x'|InvalidParameterValue",
        "VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:4547&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9&LAYERS=plots&CQL_FILTER=(|InvalidParameterValue",
        "VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:4547&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9&LAYERS=plots&SLD=http://localhost/a.sld|OperationNotSupported",
        "VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:4547&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9&LAYERS=plots&BGCOLOR=red|InvalidParameterValue",
        "VERSION=1.3.0&REQUEST=GetMap&CRS=EPSG:4547&BBOX=1,2,3,4&WIDTH=9&LAYERS=plots|MissingParameterValue",
        "VERSION=1.3.0&REQUEST=GetMap|MissingParameterValue",
        "VERSION=1.3.0&REQUEST=GetPie|OperationNotSupported",
        "VERSION=1.3.0|MissingParameterValue",
        "VERSION=1.3.0&REQUEST=GetFeatureInfo&CRS=EPSG:4547&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9&LAYERS=plots&QUERY_LAYERS=plots&I=9&J=0|InvalidPoint",
        "VERSION=1.3.0&REQUEST=GetFeatureInfo&CRS=EPSG:4547&BBOX=1,2,3,4&WIDTH=9&HEIGHT=9&LAYERS=plots&QUERY_LAYERS=secrets&I=1&J=0|LayerNotDefined",
        "VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=secrets|LayerNotDefined"
      })
  void badInputIsAServiceExceptionOfItsVersion(String query, String code) throws Exception {
    HttpResponse<byte[]> answer = get("/wms?SERVICE=WMS&" + query.replace("'", "%27"));
    boolean newer = query.contains("1.3.0");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith(newer ? "text/xml" : "application/vnd.ogc.se_xml");
    Document report = xml(new String(answer.body(), StandardCharsets.UTF_8));
    assertThat(report.getDocumentElement().getNodeName()).isEqualTo("ServiceExceptionReport");
    assertThat(report.getDocumentElement().getAttribute("version"))
        .isEqualTo(newer ? "1.3.0" : "1.1.1");
    Element error = (Element) report.getElementsByTagName("ServiceException").item(0);
    assertThat(error.getAttribute("code")).isEqualTo(code);
    assertThat(error.getTextContent()).isNotBlank();
  }

  @Test
  void anErrorCanBeAPicture() throws Exception {
    BufferedImage told =
        image(MAP + "&LAYERS=nowhere&WIDTH=300&HEIGHT=100&EXCEPTIONS=INIMAGE&FORMAT=image/png");
    assertThat(told.getWidth()).isEqualTo(300);
    assertThat(colors(told)).isGreaterThan(5);
    assertThat(colors(image(MAP + "&LAYERS=nowhere&WIDTH=300&HEIGHT=100&EXCEPTIONS=BLANK")))
        .isEqualTo(1);
  }

  @Test
  void featureInfoTellsVisibleFieldsOnly() throws Exception {
    String ask =
        MAP.replace("GetMap", "GetFeatureInfo")
            + "&LAYERS=plots&STYLES=&WIDTH=200&HEIGHT=200&QUERY_LAYERS=plots&I=100&J=100&INFO_FORMAT=";
    assertThat(text(ask + "application/json"))
        .contains("地块1", "\"plots.1\"")
        .doesNotContain("owner", "某甲");
    assertThat(text(ask + "text/html")).contains("地块1", "<th scope").doesNotContain("某甲");
    assertThat(text(ask + "text/plain&LANGUAGE=en")).contains("Name: 地块1").doesNotContain("某甲");
    assertThat(text(ask.replace("J=100", "J=10") + "application/json")).doesNotContain("地块1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TIME=2026-01-31T00:15:00Z|true",
        "TIME=2026-01-01/2026-02-01/P1D|true",
        "TIME=2020-01-01|false",
        "CQL_FILTER=code='R2'|true",
        "CQL_FILTER=code='B1'|false",
        "CQL_FILTER=name LIKE '%1' AND far>2|true"
      })
  void timeAndFilterDecideWhatIsDrawn(String condition, boolean drawn) throws Exception {
    String[] parts = condition.split("=", 2);
    String encoded = parts[0] + "=" + URLEncoder.encode(parts[1], StandardCharsets.UTF_8);
    BufferedImage image = image(MAP + SQUARE + "&" + encoded);
    assertThat(image.getRGB(60, 100) >>> 24 != 0).isEqualTo(drawn);
  }

  @Test
  void aStyleMayComeWithTheRequestAndNotPointElsewhere() throws Exception {
    String sld =
        "<StyledLayerDescriptor version=\"1.0.0\"><NamedLayer><Name>plots</Name><UserStyle><FeatureTypeStyle><Rule>"
            + "<PolygonSymbolizer><Fill><CssParameter name=\"fill\">#ff0000</CssParameter></Fill></PolygonSymbolizer>"
            + "</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
    BufferedImage image =
        image(MAP + SQUARE + "&SLD_BODY=" + URLEncoder.encode(sld, StandardCharsets.UTF_8));
    assertThat(image.getRGB(60, 100)).isEqualTo(0xffff0000);
    String evil = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + sld;
    assertThat(text(MAP + SQUARE + "&SLD_BODY=" + URLEncoder.encode(evil, StandardCharsets.UTF_8)))
        .contains("StyleNotDefined", "DOCTYPE");
  }

  @Test
  void aHiddenFieldIsNoLabelEither() throws Exception {
    BufferedImage hidden = image(MAP + SQUARE + "&SLD_BODY=" + labelled("owner"));
    assertThat(colors(hidden)).isEqualTo(2);
    BufferedImage visible = image(MAP + SQUARE + "&SLD_BODY=" + labelled("name"));
    assertThat(colors(visible)).isGreaterThan(10);
  }

  private static String labelled(String field) {
    String sld =
        "<StyledLayerDescriptor version=\"1.0.0\"><NamedLayer><Name>plots</Name><UserStyle><FeatureTypeStyle><Rule>"
            + "<PolygonSymbolizer><Fill><CssParameter name=\"fill\">#ff0000</CssParameter></Fill></PolygonSymbolizer>"
            + "<TextSymbolizer><Label><PropertyName>"
            + field
            + "</PropertyName></Label></TextSymbolizer></Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
    return URLEncoder.encode(sld, StandardCharsets.UTF_8);
  }

  @Test
  void theLegendIsAPicture() throws Exception {
    BufferedImage legend =
        image(
            "/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetLegendGraphic&LAYER=plots&FORMAT=image/png");
    assertThat(legend.getHeight()).isGreaterThan(100);
    assertThat(colors(legend)).isGreaterThan(10);
  }

  @Test
  void rasterTilesOfAllServicesAreTheSame() throws Exception {
    HttpResponse<byte[]> tile = get("/tiles/raster/plots/16/53406/26914.png");
    assertThat(tile.statusCode()).isEqualTo(200);
    assertThat(tile.headers().firstValue("Cache-Control").orElseThrow()).contains("public");
    String etag = tile.headers().firstValue("ETag").orElseThrow();
    assertThat(get("/tiles/raster/plots/16/53406/26914.png", "If-None-Match", etag).statusCode())
        .isEqualTo(304);
    assertThat(get("/wmts/1.0.0/plots/default/WebMercatorQuad/16/26914/53406.png").body())
        .isEqualTo(tile.body());
    assertThat(
            get("/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=plots&STYLE=&FORMAT=image/png&TILEMATRIXSET=GoogleMapsCompatible&TILEMATRIX=16&TILEROW=26914&TILECOL=53406")
                .body())
        .isEqualTo(tile.body());
    assertThat(image("/tiles/raster/plots/16/53406/26914@2x.png").getWidth()).isEqualTo(512);
    assertThat(
            get("/tiles/raster/secrets/16/53406/26914.png", "Authorization", admin())
                .headers()
                .firstValue("Cache-Control")
                .orElseThrow())
        .contains("private");
  }

  @Test
  void aTileInDegreesIsDrawn() throws Exception {
    // 360 degrees in 2^17 columns; 90 degrees down from the north.
    int column = (int) ((113.3746 + 180) / 360 * (1 << 17));
    int row = (int) ((90 - 30.5844) / 360 * (1 << 17));
    BufferedImage tile =
        image("/wmts/1.0.0/plots/default/CGCS2000Quad/17/" + row + "/" + column + ".png");
    assertThat(colors(tile)).isGreaterThan(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/tiles/raster/plots/31/1/1.png, 400",
    "/tiles/raster/plots/14/16384/1.png, 400",
    "/tiles/raster/plots/14/1/-1.png, 400",
    "/tiles/raster/plots/14/NaN/1.png, 400",
    "/tiles/raster/nowhere/14/1/1.png, 404",
    "/tiles/raster/secrets/14/13351/6728.png, 404",
    "/tiles/raster/plots/14/1/1.png?style=none, 404",
    "/ogc/collections/nowhere/map, 404",
    "/ogc/collections/secrets/map, 404",
    "/ogc/collections/plots/map?width=100000, 400",
    "/ogc/collections/plots/map?bbox=NaN%2C1%2C2%2C3, 400",
    "/ogc/collections/plots/map?crs=EPSG:99999, 400",
    "/ogc/collections/plots/map?bgcolor=red, 400",
    "/ogc/collections/plots/map?pie=1, 400",
    "/ogc/map?collections=secrets, 404"
  })
  void whatCannotBeAnsweredSaysWhy(String path, int status) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "/wmts/1.0.0/plots/default/WebMercatorQuad/31/0/0.png, TileOutOfRange",
    "/wmts/1.0.0/plots/default/WebMercatorQuad/3/9/0.png, TileOutOfRange",
    "/wmts/1.0.0/plots/default/Nowhere/3/1/0.png, InvalidParameterValue",
    "/wmts/1.0.0/secrets/default/WebMercatorQuad/3/1/0.png, InvalidParameterValue",
    "/wmts?SERVICE=WMTS, MissingParameterValue",
    "/wmts?SERVICE=WMTS&REQUEST=GetPie, OperationNotSupported"
  })
  void wmtsTellsErrorsAsReports(String path, String code) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains("exceptionCode=\"" + code + "\"");
  }

  @Test
  void wmtsCapabilitiesNameLayersAndMatrices() throws Exception {
    String document = text("/wmts/1.0.0/WMTSCapabilities.xml");
    xml(document);
    assertThat(document)
        .contains(
            "<ows:Identifier>plots</ows:Identifier>",
            "WebMercatorQuad",
            "CGCS2000Quad",
            "<TopLeftCorner>90.0 -180.0</TopLeftCorner>")
        .doesNotContain("secrets");
  }

  @Test
  void anOgcMapSaysWhatItShows() throws Exception {
    HttpResponse<byte[]> answer =
        get(
            "/ogc/collections/plots/map?bbox=113.37446,30.58336,113.37654,30.58518&crs=EPSG:4490&width=300");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Crs"))
        .hasValue("<http://www.opengis.net/def/crs/EPSG/0/4490>");
    assertThat(answer.headers().firstValue("Content-Bbox").orElseThrow())
        .startsWith("30.58336")
        .contains(",113.37446,");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
    assertThat(image.getWidth()).isEqualTo(300);
    assertThat(image.getHeight()).isBetween(260, 265);
    assertThat(near(image.getRGB(80, 131), YELLOW)).isTrue();
    assertThat(image("/ogc/map?collections=plots&width=64&height=64").getWidth()).isEqualTo(64);
  }

  @Test
  @WithGdal
  void gdalReadsTheService(@TempDir Path folder) throws Exception {
    String service = "WMS:http://localhost:" + port + "/wms?SERVICE=WMS&VERSION=";
    assertThat(Gdal.run("gdalinfo", service + "1.3.0&REQUEST=GetCapabilities"))
        .contains("LAYERS=plots");
    Path png = folder.resolve("plots.png");
    String said =
        Gdal.run(
            "gdal_translate",
            "-of",
            "PNG",
            "-outsize",
            "200",
            "200",
            service
                + "1.1.1&REQUEST=GetMap&LAYERS=plots&SRS=EPSG:4547&FORMAT=image/png&BBOX=440000,3384950,440200,3385150",
            png.toString());
    assertThat(said).doesNotContain("ERROR");
    BufferedImage image = ImageIO.read(Files.newInputStream(png));
    assertThat(near(image.getRGB(60, 100), YELLOW_ON_WHITE)).isTrue();
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
                LocalDate.of(2020, 5, 1),
                Instant.parse("2026-01-31T00:15:00Z"),
                "某甲"));
        fid++;
      }
      layers.publish(definition, load, VersionNotes.of(User.SYSTEM, "test"));
    }
  }

  private static LayerDefinition definition(String id, Visibility visibility) {
    List<Field> fields =
        List.of(
            new Field("code", "code", Text.of("代码", "Code"), ColumnType.TEXT, null, null, false),
            new Field("name", "name", Text.of("名称", "Name"), ColumnType.TEXT, null, null, false),
            new Field("far", "far", Text.of("容积率", "FAR"), ColumnType.NUMBER, null, null, false),
            new Field("built", "built", Text.of("建成", "Built"), ColumnType.DATE, null, null, false),
            new Field(
                "seen", "seen", Text.of("查看", "Seen"), ColumnType.DATETIME, null, null, false),
            new Field("owner", "owner", Text.of("业主", "Owner"), ColumnType.TEXT, null, null, true));
    return new LayerDefinition(
        id,
        Text.of("地块", "Plots"),
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
        "seen",
        false,
        null,
        fields);
  }

  private static boolean near(int argb, int rgb) {
    int difference = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      difference = Math.max(difference, Math.abs((argb >> shift & 255) - (rgb >> shift & 255)));
    }
    return argb >>> 24 > 100 && difference < 16;
  }

  private static long colors(BufferedImage image) {
    return Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .distinct()
        .count();
  }

  private static List<String> names(Document capabilities) {
    var found = capabilities.getElementsByTagName("Layer");
    return java.util.stream.IntStream.range(0, found.getLength())
        .mapToObj(i -> (Element) found.item(i))
        .filter(layer -> !layer.getAttribute("queryable").isEmpty())
        .map(layer -> layer.getElementsByTagName("Name").item(0).getTextContent())
        .toList();
  }

  private static Document xml(String text) throws Exception {
    DocumentBuilder reader = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    reader.setEntityResolver((name, address) -> new InputSource(new java.io.StringReader("")));
    return reader.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private String text(String path, String... headers) throws Exception {
    return new String(get(path, headers).body(), StandardCharsets.UTF_8);
  }

  private BufferedImage image(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
    assertThat(image).as(new String(answer.body(), StandardCharsets.UTF_8)).isNotNull();
    return image;
  }

  private HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path.replace(" ", "%20")));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String admin() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
  }
}
