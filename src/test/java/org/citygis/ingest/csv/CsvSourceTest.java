package org.citygis.ingest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FieldKind;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.RecordLimit;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSourceTest {
  private static final Charset GBK = Charset.forName("GB18030");

  @TempDir Path folder;

  private CsvSource open(String text) throws IOException, UnreadableFile {
    return open(text.getBytes(StandardCharsets.UTF_8));
  }

  private CsvSource open(byte[] bytes) throws IOException, UnreadableFile {
    Path file = Files.write(folder.resolve("x.csv"), bytes);
    return CsvSource.open(new FileSet("x", Map.of("csv", file)), null, 10);
  }

  private static List<SourceFeature> features(CsvSource source) throws UnreadableFile {
    List<SourceFeature> features = new ArrayList<>();
    source.read(features::add);
    return features;
  }

  private static FieldKind kind(String... values) throws Exception {
    Path folder = Files.createTempDirectory("csv");
    try {
      Path file =
          Files.writeString(folder.resolve("x"), "a;b\n" + String.join(";\n", values) + ";");
      FileSet set = new FileSet("x", Map.of("csv", file));
      return CsvSource.open(set, null, 1).fields().getFirst().kind();
    } finally {
      Files.delete(folder.resolve("x"));
      Files.delete(folder);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void theDelimiterIsFound(String delimiter) throws Exception {
    String text = "名称,经度,纬度\n\"桥,南;北|\t\",113.4,30.5\n".replace(",经", delimiter + "经");
    text =
        text.replace(",纬", delimiter + "纬")
            .replace("\",113.4,", "\"" + delimiter + "113.4" + delimiter);
    try (var source = open(text)) {
      assertThat(source.fields()).extracting(SourceField::name).containsExactly("名称", "经度", "纬度");
      assertThat(features(source).getFirst().values()[0]).isEqualTo("桥,南;北|\t");
      assertThat(features(source).getFirst().geometry()).hasToString("POINT (113.4 30.5)");
      assertThat(source.reference()).isEqualTo(new ReferenceClue.Unmarked());
      assertThat(source.shape()).isEqualTo(Shape.POINT);
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource({
    "lon,lat",
    "LNG,LAT",
    "Longitude,Latitude",
    "经度,纬度",
    "经度（WGS84）,纬度（WGS84）",
    "lon_gcj02,lat_gcj02",
    "x,y",
    "POINT_X,POINT_Y",
    "easting,northing",
    "东坐标,北坐标",
    "X坐标,Y坐标"
  })
  void columnsOfCoordinatesAreFoundByName(String x, String y) throws Exception {
    try (var source = open("id,%s,%s\n1,30,5\n".formatted(y, x))) {
      assertThat(features(source).getFirst().geometry()).hasToString("POINT (5 30)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wkt", "geom", "the_geom", "geometry", "几何", "WKT_Geom"})
  void aColumnOfWellKnownTextIsTheGeometry(String name) throws Exception {
    try (var source = open(name + ",a\n\"SRID=4547;LINESTRING(1 2,3 4)\",7\n,8\nnonsense,9\n")) {
      List<SourceFeature> features = features(source);
      assertThat(features.getFirst().geometry()).hasToString("LINESTRING (1 2, 3 4)");
      assertThat(source.fields()).extracting(SourceField::name).containsExactly("a");
      assertThat(source.reference()).isEqualTo(new ReferenceClue.Code("EPSG:4547"));
      assertThat(source.findings().list())
          .last()
          .satisfies(finding -> assertThat(finding.row()).isEqualTo(3));
    }
  }

  @Test
  void hexadecimalGeometriesOfPostgisAreRead() throws Exception {
    try (var source = open("geom\n0101000020E6100000000000000000F03F0000000000000040\n")) {
      assertThat(features(source).getFirst().geometry()).hasToString("POINT (1 2)");
      assertThat(source.reference()).isEqualTo(new ReferenceClue.Code("EPSG:4326"));
    }
  }

  @Test
  void aTableWithoutGeometryIsRead() throws Exception {
    try (var source = open("shape,x\nround,1\nsquare,2\n")) {
      assertThat(source.shape()).isEqualTo(Shape.NONE);
      assertThat(source.fields()).hasSize(2);
      assertThat(features(source)).hasSize(2);
    }
  }

  @Test
  void kindsAreThoseOfAllValues() throws Exception {
    assertThat(kind("1", "-20", "")).isEqualTo(FieldKind.INTEGER);
    assertThat(kind("1", "2.5", "1e3")).isEqualTo(FieldKind.NUMBER);
    assertThat(kind("1", "0102")).as("a code").isEqualTo(FieldKind.TEXT);
    assertThat(kind("420100123456")).as("a code").isEqualTo(FieldKind.TEXT);
    assertThat(kind("true", "FALSE")).isEqualTo(FieldKind.BOOLEAN);
    assertThat(kind("是", "否")).isEqualTo(FieldKind.BOOLEAN);
    assertThat(kind("2023-04-01", "2023/4/2", "2023年4月3日")).isEqualTo(FieldKind.DATE);
    assertThat(kind("2023-04-01", "2023-04-01 10:20")).isEqualTo(FieldKind.DATETIME);
    assertThat(kind("2023-02-30")).isEqualTo(FieldKind.TEXT);
    assertThat(kind("04/01/2023")).as("April or January").isEqualTo(FieldKind.TEXT);
    assertThat(kind("1", "x")).isEqualTo(FieldKind.TEXT);
    assertThat(kind("NaN", "1")).isEqualTo(FieldKind.TEXT);
    assertThat(kind("1e999", "1")).isEqualTo(FieldKind.TEXT);
  }

  @Test
  void daysAndTimesAreRead() throws Exception {
    try (var source = open("d,t\n2023/4/1,2023-04-01T00:00:00Z\n")) {
      assertThat(features(source).getFirst().values())
          .containsExactly(LocalDate.of(2023, 4, 1), LocalDateTime.of(2023, 4, 1, 8, 0));
    }
  }

  @Test
  void theEncodingIsChosenAsForShapefiles() throws Exception {
    String text = "名称,人口\n云川市滨江区,1\n武汉市江岸区,2\n";
    try (var source = open(text.getBytes(GBK))) {
      assertThat(features(source).getFirst().values()).containsExactly("云川市滨江区", 1L);
      assertThat(source.encoding().orElseThrow().charset()).isEqualTo(GBK);
      assertThat(source.encoding().orElseThrow().candidates()).hasSizeGreaterThan(2);
      assertThat(source.findings().count(Defect.ENCODING_GUESSED)).isEqualTo(1);
    }
    try (var source = open(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))) {
      assertThat(source.fields().getFirst().name()).isEqualTo("名称");
    }
    try (var source = open("\uFEFF" + text)) {
      assertThat(source.fields().getFirst().name()).isEqualTo("名称");
    }
  }

  @Test
  void aRowOfAnotherLengthIsReported() throws Exception {
    try (var source = open("a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n1,2,3\n")) {
      assertThat(features(source)).hasSize(4);
      assertThat(source.findings().count(Defect.CSV_ROW_RAGGED)).isEqualTo(2);
    }
  }

  @Test
  void aCoordinateThatIsNoNumberIsReportedWithItsRow() throws Exception {
    try (var source = open("lon,lat\n113,30\n113,三十\n,\n")) {
      assertThat(features(source)).extracting(SourceFeature::geometry).last().isNull();
      assertThat(source.findings().list())
          .last()
          .satisfies(
              finding -> {
                assertThat(finding.row()).isEqualTo(2);
                assertThat(finding.defect()).isEqualTo(Defect.VALUE_NOT_NUMBER);
              });
    }
  }

  @Test
  void aQuoteThatIsNeverClosedFillsNoMemory() throws Exception {
    Path file = folder.resolve("long.csv");
    try (Writer writer = Files.newBufferedWriter(file)) {
      writer.write("a,b\n\"");
      String line = "x".repeat(1_000_000);
      for (int i = 0; i <= RecordLimit.CHARACTERS / 1_000_000; i++) {
        writer.write(line);
      }
    }
    FileSet set = new FileSet("long", Map.of("csv", file));
    assertThatThrownBy(() -> CsvSource.open(set, null, 1))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("quote");
  }

  @Test
  void whatHasNoHeaderIsRefused() {
    assertThatThrownBy(() -> open("")).isInstanceOf(UnreadableFile.class);
    assertThatThrownBy(() -> open("a,".repeat(5_000) + "\n")).isInstanceOf(UnreadableFile.class);
  }
}
