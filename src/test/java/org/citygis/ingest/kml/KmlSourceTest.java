package org.citygis.ingest.kml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FieldKind;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KmlSourceTest {
  private static final String HEAD = "<kml xmlns='http://www.opengis.net/kml/2.2'><Document>";
  private static final String TAIL = "</Document></kml>";

  @TempDir Path folder;

  private KmlSource open(String text) throws IOException, UnreadableFile {
    return open(text, StandardCharsets.UTF_8);
  }

  private KmlSource open(String text, Charset charset) throws IOException, UnreadableFile {
    Path file = Files.write(folder.resolve("x.kml"), text.getBytes(charset));
    return KmlSource.open(new FileSet("x", Map.of("kml", file)), null, 10);
  }

  private KmlSource placemark(String content) throws IOException, UnreadableFile {
    return open(HEAD + "<Placemark>" + content + "</Placemark>" + TAIL);
  }

  private static List<SourceFeature> features(KmlSource source) throws UnreadableFile {
    List<SourceFeature> features = new ArrayList<>();
    source.read(features::add);
    return features;
  }

  @Test
  void foldersTimesAndExtendedDataAreFields() throws Exception {
    try (KmlSource source =
        open(
            HEAD
                + """
                <Schema id="s"><SimpleField name="层数" type="int"/><SimpleField name="码" type="string"/></Schema>
                <Folder><name>滨江区</name><Folder><name>北街</name>
                <Placemark><name>12</name><description><![CDATA[<b>桥</b> & 路]]></description>
                <TimeSpan><begin>2023-04-01</begin><end>2023-04-02</end></TimeSpan>
                <ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="层数">5</SimpleData>
                <SimpleData name="码">0102</SimpleData></SchemaData>
                <Data name="name"><displayName>x</displayName><value>1.5</value></Data></ExtendedData>
                <Point><coordinates>113.4,30.5,7</coordinates></Point></Placemark></Folder></Folder>
                """
                + TAIL)) {
      assertThat(source.fields())
          .extracting(SourceField::name, SourceField::kind)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("name", FieldKind.TEXT),
              org.assertj.core.groups.Tuple.tuple("description", FieldKind.TEXT),
              org.assertj.core.groups.Tuple.tuple("folder", FieldKind.TEXT),
              org.assertj.core.groups.Tuple.tuple("begin", FieldKind.DATE),
              org.assertj.core.groups.Tuple.tuple("end", FieldKind.DATE),
              org.assertj.core.groups.Tuple.tuple("层数", FieldKind.INTEGER),
              org.assertj.core.groups.Tuple.tuple("码", FieldKind.TEXT),
              org.assertj.core.groups.Tuple.tuple("name_1", FieldKind.NUMBER));
      SourceFeature feature = features(source).getFirst();
      assertThat(feature.values())
          .containsExactly(
              "12",
              "<b>桥</b> & 路",
              "滨江区/北街",
              LocalDate.of(2023, 4, 1),
              LocalDate.of(2023, 4, 2),
              5L,
              "0102",
              1.5);
      assertThat(feature.geometry()).hasToString("POINT (113.4 30.5)");
      assertThat(feature.geometry().getCoordinate().getZ()).isEqualTo(7);
      assertThat(source.reference()).isEqualTo(new ReferenceClue.Code("OGC:CRS84"));
      assertThat(source.shape()).isEqualTo(Shape.POINT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2 3,4",
        "\n 1,2,0\n\t3,4,0\n",
        "1, 2   3 ,4",
        "1,2,0 3,4",
        "\u00A01,2\u00A03,4",
        "1,2,5,9 3,4,5,9"
      })
  void coordinatesMayHaveOddBlanks(String coordinates) throws Exception {
    try (KmlSource source =
        placemark("<LineString><coordinates>" + coordinates + "</coordinates></LineString>")) {
      assertThat(features(source).getFirst().geometry()).hasToString("LINESTRING (1 2, 3 4)");
    }
  }

  @Test
  void partsOfOneKindMakeAMultiGeometry() throws Exception {
    String ring = "<LinearRing><coordinates>0,0 4,0 4,4 0,4</coordinates></LinearRing>";
    String hole = "<LinearRing><coordinates>1,1 1,2 2,2 1,1</coordinates></LinearRing>";
    String polygon =
        "<Polygon><outerBoundaryIs>%s</outerBoundaryIs><innerBoundaryIs>%s</innerBoundaryIs></Polygon>"
            .formatted(ring, hole);
    try (KmlSource source = placemark("<MultiGeometry>" + polygon + polygon + "</MultiGeometry>")) {
      assertThat(features(source).getFirst().geometry())
          .hasToString(
              "MULTIPOLYGON (((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 1 1)), "
                  + "((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 1 1)))");
      assertThat(source.findings().count(Defect.RING_NOT_CLOSED)).isEqualTo(1);
    }
    try (KmlSource source =
        placemark(
            "<gx:Track><gx:coord>1 2 3</gx:coord><when/><gx:coord>4 5 6</gx:coord></gx:Track>")) {
      assertThat(features(source).getFirst().geometry()).hasToString("LINESTRING (1 2, 4 5)");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Point><coordinates>1</coordinates></Point>",
        "<Point><coordinates>一,二</coordinates></Point>",
        "<Point><coordinates>NaN,1</coordinates></Point>",
        "<LineString><coordinates>1,2</coordinates></LineString>",
        "<Model/>"
      })
  void aBadGeometryIsReportedWithItsRow(String geometry) throws Exception {
    try (KmlSource source = placemark(geometry)) {
      assertThat(features(source).getFirst().geometry()).isNull();
      assertThat(source.findings().count(Defect.GEOMETRY_UNREADABLE)).isEqualTo(1);
    }
  }

  @Test
  void anEncodingThatIsDeclaredWronglyIsFound() throws Exception {
    String text =
        "<?xml version=\"1.0\" encoding=\"%s\"?>"
            + HEAD
            + "<Placemark><name>云川市滨江区</name></Placemark>"
            + TAIL;
    for (String declared : List.of("GBK", "UTF-8")) {
      try (KmlSource source = open(text.formatted(declared), Charset.forName("GBK"))) {
        assertThat(features(source).getFirst().values()).containsExactly("云川市滨江区");
      }
    }
  }

  @Test
  void aLinkIsNotFollowed() throws Exception {
    try (KmlSource source =
        open(
            HEAD
                + "<NetworkLink><Link><href>file:///etc/passwd</href></Link></NetworkLink>"
                + "<Placemark><name>a</name></Placemark>"
                + TAIL)) {
      assertThat(features(source)).hasSize(1);
      assertThat(source.findings().count(Defect.KML_LINK_IGNORED)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html/>",
        "<kml><Placemark>",
        "<!DOCTYPE kml [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><kml><name>&x;</name></kml>",
        "<kml><Document><name>&undeclared;</name></Document></kml>"
      })
  void whatIsNoKmlIsRefused(String text) {
    assertThatThrownBy(() -> open(text)).isInstanceOf(UnreadableFile.class);
  }

  @Test
  void foldersCannotLieDeeperThanTheStack() {
    assertThatThrownBy(() -> open("<kml>" + "<Folder>".repeat(100_000)))
        .isInstanceOf(UnreadableFile.class);
  }
}
