package org.citygis.ingest.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.Field;
import org.citygis.geo.Crs;
import org.citygis.geo.MapShift;
import org.citygis.ingest.archive.Received;
import org.citygis.ingest.crs.LengthUnit;
import org.citygis.ingest.crs.Placement;
import org.citygis.ingest.source.Shape;
import org.citygis.storage.ColumnType;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LayerCheckTest {
  private static final Target PARCELS =
      new Target(
          List.of(
              field("id", "宗地编号全称", ColumnType.TEXT, null),
              field("code", "用地代码", ColumnType.TEXT, "landuse"),
              field("floors", "floors", ColumnType.INTEGER, null),
              field("built_on", "built", ColumnType.DATE, null)),
          Map.of(
              "code",
              new CodeList(
                  "landuse",
                  Text.same("x"),
                  List.of(
                      new CodeList.Entry("R2", Text.same("x"), null, null),
                      new CodeList.Entry("G1", Text.same("x"), null, null)))),
          "id");

  @TempDir Path folder;

  private static Field field(String name, String from, ColumnType type, String codes) {
    return new Field(name, from, Text.same(name), type, null, codes, false);
  }

  private static String feature(String geometry, String properties) {
    return "{\"type\":\"Feature\",\"geometry\":%s,\"properties\":{%s}}"
        .formatted(geometry, properties);
  }

  private static String polygon(String ring) {
    return "{\"type\":\"Polygon\",\"coordinates\":[[%s]]}".formatted(ring);
  }

  private static String square(double lon, double lat) {
    return polygon(
        "[%1$s,%2$s],[%3$s,%2$s],[%3$s,%4$s],[%1$s,%4$s],[%1$s,%2$s]"
            .formatted(lon, lat, lon + 0.001, lat + 0.001));
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[%s]}"
        .formatted(String.join(",", features));
  }

  private static CheckOptions meantFor(Target target) {
    return new CheckOptions(null, null, target, null, null);
  }

  @Test
  void everyFaultOfAShapeHasItsRowItsPlaceAndWhatRepairWouldDo() throws IOException {
    String bowtie =
        polygon("[113.4,30.5],[113.401,30.501],[113.401,30.5],[113.4,30.501],[113.4,30.5]");
    String flat = polygon("[113.4,30.6],[113.41,30.6],[113.4,30.6],[113.4,30.6]");
    String sliver =
        polygon("[113.5,30.5],[113.51,30.5],[113.51,30.500001],[113.5,30.500001],[113.5,30.5]");
    String data =
        collection(
            feature(square(113.3, 30.5), "\"a\":1"),
            feature(bowtie, "\"a\":2"),
            feature(flat, "\"a\":3"),
            feature("null", "\"a\":4"),
            feature(square(113.3, 30.5), "\"a\":1"),
            feature(square(113.3, 30.5), "\"a\":9"),
            feature(sliver, "\"a\":5"),
            feature(square(100, 20), "\"a\":6"),
            feature("{\"type\":\"Point\",\"coordinates\":[113.4,30.5]}", "\"a\":7"));
    try (Examination examined = Examination.of(folder, data, CheckOptions.NONE)) {
      assertThat(examined.codes())
          .contains(
              "2 geometry-invalid",
              "4 geometry-missing",
              "5 row-duplicate",
              "6 geometry-duplicate",
              "7 geometry-sliver",
              "8 geometry-outside-city",
              "9 geometry-other-kind")
          .noneMatch(code -> code.startsWith("1 "));
      Fault crossing = examined.faults().getFirst();
      assertThat(crossing.place().x).isCloseTo(113.4005, within(1e-9));
      assertThat(crossing.place().y).isCloseTo(30.5005, within(1e-9));
      assertThat(crossing.repair()).isEqualTo(Repair.FIXED);
      // Two triangles of half a cell each: PROJ (geod -I +ellps=WGS84) has 95.96 m by 110.86 m.
      assertThat(crossing.areaChange()).isCloseTo(2 * 95.96 * 110.86 / 4, within(5.0));
      assertThat(crossing.message().zh()).contains("自相交");
      ImportReport.Shapes shapes = examined.dataset().shapes();
      assertThat(shapes.invalid()).isEqualTo(examined.dataset().invalid());
      assertThat(shapes.duplicates()).isEqualTo(1);
      assertThat(shapes.same()).isEqualTo(1);
      assertThat(shapes.slivers()).isEqualTo(1);
      assertThat(shapes.outside()).isEqualTo(1);
      assertThat(shapes.types()).containsEntry("point", 1L);
      assertThat(examined.dataset().faultyRows()).isGreaterThanOrEqualTo(5);
      assertThat(examined.dataset().faults()).isEqualTo(examined.faults().size());
    }
  }

  @Test
  void valuesAreHeldAgainstTheLayerTheFileIsMeantFor() throws IOException {
    String data =
        collection(
            feature("null", "\"宗地编\":\"a1\",\"用地代码\":\"R2\",\"floors\":3,\"built\":\"2020-05-06\""),
            feature(
                "null", "\"宗地编\":\"a1\",\"用地代码\":\"R2,G1\",\"floors\":2.5,\"built\":\"2020/5/6x\""),
            feature("null", "\"宗地编\":\"\",\"用地代码\":\"X9\",\"floors\":1e30,\"built\":null"),
            feature(
                "null", "\"宗地编\":\"a3\",\"用地代码\":\"X9\",\"floors\":null,\"built\":\"20200506\""));
    try (Examination examined = Examination.of(folder, data, meantFor(PARCELS))) {
      assertThat(examined.codes())
          .contains(
              "2 value-beyond",
              "2 value-unparsed",
              "3 value-beyond",
              "3 code-unknown",
              "4 code-unknown",
              "2 key-duplicate",
              "3 key-empty");
      ImportReport.Dataset dataset = examined.dataset();
      assertThat(dataset.codes().getFirst().violations())
          .containsExactly(new ImportReport.Violation("X9", 2));
      assertThat(dataset.keys()).containsExactly(new ImportReport.Key("id", false, 1, 1));
      // Three hanzi are nine bytes: what a .dbf keeps of the six.
      assertThat(dataset.fields().getFirst().declared()).isEqualTo("宗地编号全称");
      assertThat(dataset.fields().get(2).beyond()).isEqualTo(2);
      Fault twice =
          examined.faults().stream()
              .filter(fault -> fault.defect().code().equals("key-duplicate"))
              .findFirst()
              .orElseThrow();
      assertThat(twice.message().en()).contains("“a1”").contains("row 1");
      assertThat(twice.value()).isEqualTo("a1");
    }
  }

  @Test
  void whatTextHoldsIsSaid() throws IOException {
    String data =
        collection(
            feature(
                "null", "\"n\":\"12\",\"d\":\"2020-05-06\",\"c\":\"0701\",\"x\":\"a\",\"f\":1.0"),
            feature(
                "null", "\"n\":\"-7\",\"d\":\"2021-12-31\",\"c\":\"0702\",\"x\":\"1\",\"f\":2.0"));
    try (Examination examined = Examination.of(folder, data, CheckOptions.NONE)) {
      assertThat(examined.dataset().fields())
          .extracting(ImportReport.FieldReport::inferred)
          .containsExactly("integer", "date", null, null, "integer");
    }
  }

  @Test
  void aWordAmongNumbersIsToldWithItsRow() throws IOException {
    String data =
        collection(
            feature(square(113.3, 30.5), "\"area\":\"12\",\"name\":\"甲\""),
            feature(square(113.31, 30.5), "\"area\":\"13\",\"name\":\"乙\""),
            feature(square(113.32, 30.5), "\"area\":\"about 14\",\"name\":\"丙\""),
            feature(square(113.33, 30.5), "\"area\":\"15\",\"name\":\"丁\""),
            feature(square(113.34, 30.5), "\"area\":\"16\",\"name\":\"戊\""));
    try (Examination examined = Examination.of(folder, data, CheckOptions.NONE)) {
      assertThat(examined.codes()).containsExactly("3 value-unlike-others");
      assertThat(examined.faults().getFirst().message().en()).contains("area", "about 14");
    }
  }

  @Test
  void theReportAndWhatWasCheckedSurviveJson() throws IOException {
    String data = collection(feature(square(113.3, 30.5), "\"a\":1"));
    JsonMapper json = JsonMapper.builder().build();
    try (Examination examined = Examination.of(folder, data, CheckOptions.NONE)) {
      String written = json.writeValueAsString(examined.report);
      assertThat(json.readTree(written).at("/datasets/0/faulty_rows").asInt(-1)).isZero();
      ImportReport read = json.readValue(written, ImportReport.class);
      assertThat(json.writeValueAsString(read)).isEqualTo(written);
      Checked checked =
          new Checked(
              examined.dataset(),
              Shape.POLYGON,
              true,
              false,
              Crs.epsg(4547),
              List.of(),
              List.of(ColumnType.DATE),
              StandardCharsets.UTF_8,
              new Corrections(true, LengthUnit.US_FOOT, MapShift.BD_09));
      Checked again = json.readValue(json.writeValueAsString(checked), Checked.class);
      assertThat(again.place()).isEqualTo(new Placement(Crs.epsg(4547), true, LengthUnit.US_FOOT));
      assertThat(again.corrections()).isEqualTo(checked.corrections());
      assertThat(again.encoding()).isEqualTo(StandardCharsets.UTF_8);
    }
  }

  @Test
  void theTableGuardsAgainstFormulasAndTheMapIsInDegrees() throws IOException {
    String data =
        collection(
            feature(square(113.3, 30.5), "\"用地代码\":\"=1+1\",\"宗地编号全称\":\"k\""),
            feature("null", "\"用地代码\":\"R2\",\"宗地编号全称\":\"k2\""));
    try (Examination examined = Examination.of(folder, data, meantFor(PARCELS))) {
      StringWriter csv = new StringWriter();
      FaultFile faults = FaultFile.of(examined.workspace, 0);
      FaultCsv.write(faults, Lang.ZH, csv);
      assertThat(csv.toString())
          .startsWith("\uFEFF行号,")
          .contains(",'=1+1,")
          .doesNotContain(",=1+1");
      ByteArrayOutputStream map = new ByteArrayOutputStream();
      FaultGeoJson.write(faults, Crs.CRS84, Lang.EN, map);
      JsonNode features = JsonMapper.builder().build().readTree(map.toByteArray()).get("features");
      assertThat(features).hasSize(1);
      assertThat(features.at("/0/geometry/coordinates/0").asDouble())
          .isCloseTo(113.3005, within(1e-6));
      assertThat(features.at("/0/properties/value").asString()).isEqualTo("=1+1");
    }
  }

  @Test
  void thePageEscapesWhatTheFileSaysAndNeedsNothingElse() throws IOException {
    String data =
        collection(
            feature(square(113.3, 30.5), "\"<script>alert(1)</script>\":\"<img src=x onerror=y>\""),
            feature("null", "\"b\":1"));
    try (Examination examined = Examination.of(folder, data, CheckOptions.NONE)) {
      for (Lang lang : Lang.values()) {
        StringWriter page = new StringWriter();
        ReportPage.write(
            examined.report, index -> FaultFile.of(examined.workspace, index), lang, page);
        assertThat(page.toString())
            .contains(
                "&lt;script&gt;alert(1)", "&lt;img src=x", "lang=\"" + lang.tag() + "\"", "<svg")
            .doesNotContain("<script", "<img", "http:", "https:");
      }
    }
  }

  @Test
  void aLayerElsewhereIsToldOfOnce() throws IOException {
    String data =
        collection(
            IntStream.range(0, 2_500)
                .mapToObj(i -> feature(square(100 + i * 1e-4, 20), "\"a\":" + i))
                .toArray(String[]::new));
    try (Examination examined = Examination.of(folder, data, CheckOptions.NONE)) {
      assertThat(examined.codes()).containsExactly("0 layer-outside-city");
      assertThat(examined.dataset().shapes().outside()).isEqualTo(2_500);
    }
  }

  @Test
  void theLogHoldsEveryFaultAndTheReportTheFirstHundred() throws IOException {
    String[] features =
        Stream.generate(() -> feature("null", "\"a\":1")).limit(3_001).toArray(String[]::new);
    features[3_000] = feature(square(113.3, 30.5), "\"a\":1");
    String data = collection(features);
    try (Examination examined = Examination.of(folder, data, CheckOptions.NONE)) {
      assertThat(examined.dataset().problems()).hasSizeLessThan(210);
      assertThat(examined.codes().stream().filter(code -> code.endsWith("geometry-missing")))
          .hasSize(3_000);
      assertThat(examined.dataset().faultyRows()).isEqualTo(3_000);
    }
  }

  /** The faults of the reader of the file are in the log too, at the place of their row. */
  @Test
  void whatTheReaderFindsHasTheRowsPlace() throws IOException {
    try (Examination examined = synthetic("ring_unclosed")) {
      Fault fault = examined.faults().getFirst();
      assertThat(fault.defect().code()).isEqualTo("ring-not-closed");
      assertThat(fault.row()).isPositive();
      assertThat(fault.place()).isNotNull();
    }
  }

  @Test
  void tenRowsAreShownInEachEncoding() throws IOException {
    try (Examination examined = synthetic("enc_gbk_ldid4d")) {
      List<ImportReport.Encoding.Candidate> candidates = examined.dataset().encoding().candidates();
      assertThat(candidates)
          .extracting(ImportReport.Encoding.Candidate::name)
          .contains("UTF-8", "GB18030", "Big5");
      assertThat(candidates).allMatch(candidate -> !candidate.sample().isEmpty());
    }
  }

  private Examination synthetic(String name) throws IOException {
    List<Received> files;
    try (Stream<Path> parts = Files.list(Path.of("src/test/resources/shapefiles", name))) {
      files =
          parts
              .map(part -> new Received(part.getFileName().toString(), part))
              .collect(Collectors.toList());
    }
    return Examination.of(folder, files, null, CheckOptions.NONE);
  }
}
