package org.citygis.ingest.geojson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FieldKind;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoJsonSourceTest {
  @TempDir Path folder;

  private GeoJsonSource open(String text) throws IOException, UnreadableFile {
    Path file = Files.writeString(folder.resolve("x.geojson"), text);
    return GeoJsonSource.open("x", file, null, 10);
  }

  private static List<SourceFeature> features(GeoJsonSource source) throws UnreadableFile {
    List<SourceFeature> features = new ArrayList<>();
    source.read(features::add);
    return features;
  }

  @Test
  void fieldsAreLearntFromAllFeatures() throws Exception {
    try (var source =
        open(
            """
            {"features":[
             {"type":"Feature","geometry":null,"properties":{"n":1,"名称":"桥","t":true,"o":{"a":[1]}}},
             {"type":"Feature","geometry":{"type":"Point","coordinates":[113.4,30.5]},
              "properties":{"n":1.5,"t":false,"late":99999999999999999999}}],
             "type":"FeatureCollection"}
            """)) {
      assertThat(source.fields())
          .extracting(SourceField::name, SourceField::kind)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("n", FieldKind.NUMBER),
              org.assertj.core.groups.Tuple.tuple("名称", FieldKind.TEXT),
              org.assertj.core.groups.Tuple.tuple("t", FieldKind.BOOLEAN),
              org.assertj.core.groups.Tuple.tuple("o", FieldKind.TEXT),
              org.assertj.core.groups.Tuple.tuple("late", FieldKind.LARGE_INTEGER));
      List<SourceFeature> features = features(source);
      assertThat(features.getFirst().values()).startsWith(1.0, "桥", true, "{\"a\":[1]}");
      assertThat(features.getLast().geometry()).hasToString("POINT (113.4 30.5)");
      assertThat(source.shape()).isEqualTo(Shape.POINT);
    }
  }

  @Test
  void aBadGeometryIsReportedWithItsRow() throws Exception {
    try (var source =
        open(
            """
            {"type":"FeatureCollection","features":[
             {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1]]]},"properties":{}},
             17]}
            """)) {
      assertThat(features(source)).hasSize(1);
      assertThat(source.findings().count(Defect.JSON_GEOMETRY_BAD)).isEqualTo(1);
      assertThat(source.findings().count(Defect.JSON_FEATURE_BAD)).isEqualTo(1);
    }
  }

  @Test
  void featuresMayStandOnePerLine() throws Exception {
    String line =
        "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]},\"properties\":{\"a\":1}}\n";
    try (var source = open(line + line)) {
      assertThat(features(source)).hasSize(2);
    }
  }

  @Test
  void recordsMayBeSeparatedAsRfc8142Says() throws Exception {
    String record = "\u001E{\"type\":\"Point\",\"coordinates\":[1,2]}\n";
    try (var source = open(record + record)) {
      assertThat(features(source))
          .extracting(feature -> String.valueOf(feature.geometry()))
          .containsExactly("POINT (1 2)", "POINT (1 2)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aByteOrderMarkDoesNoHarm(String charset) throws Exception {
    String text = "\uFEFF{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"名称\":\"桥\"}}";
    Path file = Files.write(folder.resolve("x.geojson"), text.getBytes(charset));
    try (var source = GeoJsonSource.open("x", file, null, 10)) {
      assertThat(features(source).getFirst().values()).containsExactly("桥");
    }
  }

  @Test
  void textThatIsNotUtf8IsRead() throws Exception {
    String text =
        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"名称\":\"云川市滨江区%s\"}}"
            .formatted("政务服务中心和人民医院".repeat(1_000));
    Path file = Files.write(folder.resolve("x.geojson"), text.getBytes("GB18030"));
    try (var source = GeoJsonSource.open("x", file, null, 10)) {
      assertThat(source.fields().getFirst().name()).isEqualTo("名称");
      assertThat(source.findings().count(Defect.ENCODING_MARK_WRONG)).isEqualTo(1);
    }
    Path good = Files.writeString(folder.resolve("y.geojson"), text);
    try (var source = GeoJsonSource.open("y", good, null, 10)) {
      assertThat(source.findings().count()).as("however a long line is cut").isZero();
    }
  }

  @Test
  void aGeometryAloneIsARow() throws Exception {
    try (var source =
        open(
            "{\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]}],\"type\":\"GeometryCollection\"}")) {
      assertThat(features(source).getFirst().geometry())
          .hasToString("GEOMETRYCOLLECTION (POINT (1 2))");
    }
  }

  @Test
  void anOlderCrsMemberIsHandedOn() throws Exception {
    try (var source =
        open(
            """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4547"}},"features":[]}
            """)) {
      assertThat(source.reference())
          .isEqualTo(new ReferenceClue.Code("urn:ogc:def:crs:EPSG::4547"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"type\":\"Topology\"}", "{\"type\":\"Feature\"", "\u0001"})
  void whatIsNoGeoJsonIsRefused(String text) {
    assertThatThrownBy(() -> open(text)).isInstanceOf(UnreadableFile.class);
  }
}
