package org.citygis.ingest.shapefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FieldKind;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.TextEncoding;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

class ShapefileSourceTest {
  /** What a reading yields. */
  private record Read(
      List<SourceFeature> features,
      List<SourceField> fields,
      @Nullable TextEncoding encoding,
      Shape shape,
      Findings findings) {
    List<@Nullable Object> column(int index) {
      List<@Nullable Object> values = new ArrayList<>();
      features.forEach(feature -> values.add(feature.values()[index]));
      return values;
    }

    String wkt(int row) {
      return String.valueOf(features.get(row).geometry());
    }

    TextEncoding text() {
      assertThat(encoding).isNotNull();
      return encoding;
    }
  }

  private static Geometry first(String folder) throws UnreadableFile {
    return Objects.requireNonNull(read(folder).features().getFirst().geometry());
  }

  private static Read read(String folder) throws UnreadableFile {
    return read(Corpus.synthetic(folder), null);
  }

  private static Read read(FileSet files, @Nullable Charset encoding) throws UnreadableFile {
    try (var source = ShapefileSource.open(files, encoding, 100)) {
      List<SourceFeature> features = new ArrayList<>();
      source.read(features::add);
      return new Read(
          features,
          source.fields(),
          source.encoding().orElse(null),
          source.shape(),
          source.findings());
    }
  }

  @Test
  void aSecondReadingFindsTheSameAndReportsItOnce() throws UnreadableFile {
    try (var source = ShapefileSource.open(Corpus.synthetic("val_misc"), null, 100)) {
      List<SourceFeature> first = new ArrayList<>();
      source.read(first::add);
      long problems = source.findings().count();
      List<SourceFeature> second = new ArrayList<>();
      source.read(second::add);
      assertThat(second).hasSameSizeAs(first);
      assertThat(source.findings().count()).isEqualTo(problems).isPositive();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ring_shell_hole, 'POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))'",
    "ring_ccw_shell_only, 'POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))'",
    "ring_unclosed, 'POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))'",
    "ring_bowtie, 'POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))'",
    "ring_both_cw_nested,"
        + " 'MULTIPOLYGON (((0 0, 0 10, 10 10, 10 0, 0 0)), ((2 2, 2 4, 4 4, 4 2, 2 2)))'",
    "line_one_point_part, 'LINESTRING (1 1, 2 2)'",
    "line_one_point_only, null",
    "multipatch_fan, 'MULTIPOLYGON (((0 0, 0 1, 1 1, 0 0)), ((0 0, 1 1, 1 0, 0 0)))'",
    "poly_parts_desc, null",
    "poly_npts_neg, null"
  })
  void shapesComeOutAs(String folder, String wkt) throws UnreadableFile {
    assertThat(read(folder).wkt(0)).isEqualTo(wkt);
  }

  @Test
  void oneHoleWithoutShellMakesNestingDecide() throws UnreadableFile {
    Read read = read("ring_hole_no_shell_outside");
    assertThat(first("ring_hole_no_shell_outside").isValid()).isTrue();
    assertThat(read.findings().count(Defect.RINGS_INVERTED)).isEqualTo(1);
  }

  @Test
  void zAndMeasuresAreKeptAndNoDataMeasuresAreNot() throws UnreadableFile {
    assertThat(first("linez").getCoordinate().getZ()).isNotNaN();
    assertThat(first("pointz_36").getCoordinate().getM()).isNotNaN();
    assertThat(first("linem_nodata").getCoordinate().getM()).isNaN();
  }

  @Test
  void aShapeOfAnotherKindThanItsLayerIsReportedAndLeftOut() throws UnreadableFile {
    Read read = read("mixed_types");
    assertThat(read.features()).hasSize(3);
    assertThat(read.features().get(1).geometry()).isNull();
    assertThat(read.findings().count(Defect.SHAPE_TYPE_DIFFERS)).isEqualTo(2);
  }

  @Test
  void deletedRowsDisappearTogetherWithTheirShapes() throws UnreadableFile {
    Read read = read("dbf_deleted");
    assertThat(read.column(0)).containsExactly(0L, 2L, 4L);
    assertThat(read.wkt(1)).isEqualTo("POINT (2 2)");
    assertThat(read.features().get(1).row()).isEqualTo(3);
    assertThat(read.findings().count(Defect.ROWS_DELETED)).isEqualTo(1);
  }

  @Test
  void shapesWithoutARowKeepTheirPlaceWithEmptyAttributes() throws UnreadableFile {
    Read read = read("dbf_fewer");
    assertThat(read.column(0)).containsExactly(0L, 1L, 2L, null, null);
    assertThat(read.wkt(4)).isEqualTo("POINT (4 4)");
    assertThat(read.findings().count(Defect.DBF_FEWER_ROWS)).isEqualTo(1);
  }

  @Test
  void aTruncatedShpKeepsWhatIsThereAndSaysWhereItEnds() throws UnreadableFile {
    Read read = read("trunc_mid");
    assertThat(read.features()).hasSize(2);
    assertThat(read.features().getLast().geometry()).isNull();
    assertThat(read.findings().list())
        .filteredOn(finding -> finding.defect() == Defect.SHP_CUT_OFF)
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.message().en())
                    .isEqualTo("The .shp is cut off at byte 236: 1 of 2 records could be read"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"trunc_header", "zero_bytes"})
  void anUnusableShpHeaderIsRefused(String folder) {
    assertThatThrownBy(() -> read(folder)).isInstanceOf(UnreadableFile.class);
  }

  @Test
  void aDbfAloneIsATableWithoutPlaces() throws UnreadableFile {
    Path dbf = Corpus.SYNTHETIC.resolve("val_misc/x.dbf");
    Read read = read(new FileSet("x", Map.of("dbf", dbf)), null);
    assertThat(read.shape()).isEqualTo(Shape.NONE);
    assertThat(read.features()).hasSize(8);
    assertThat(read.findings().count(Defect.SHP_MISSING)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "enc_gbk_cpg_936, 北京市朝阳区, CPG",
    "enc_gbk_cpg_gb2312, 北京市朝阳区, CPG",
    "enc_gbk_ldid4d, 北京市朝阳区, LDID",
    "enc_gbk_cpg_lies_utf8, 北京市朝阳区, DETECTED",
    "enc_gbk_cut_field, 北京市朝, CPG",
    "enc_utf8_nocpg_ldid0, 北京市朝阳区, DETECTED",
    "enc_utf8_cut_field, 北京市, CPG",
    "enc_cpg_empty, 北京市朝阳区, DETECTED",
    "enc_big5_ldid78, 臺北市中山區, LDID",
    "enc_big5_cpg_big5, 臺北市中山區, CPG",
    "enc_cp1251_cpg, Москва, CPG",
    "enc_latin1_ldid57, Ñandú, DETECTED",
    "enc_gb18030_cpg, 北京𠮷㐀, CPG"
  })
  void textIsReadInItsEncoding(String folder, String first, TextEncoding.Origin origin)
      throws UnreadableFile {
    Read read = read(folder);
    assertThat(read.column(1).getFirst()).isEqualTo(first);
    assertThat(read.text().origin()).isEqualTo(origin);
  }

  @Test
  void fieldNamesAreDecodedLikeTheText() throws UnreadableFile {
    assertThat(read("enc_gbk_fieldname").fields().get(1).name()).isEqualTo("行政名称");
  }

  @Test
  void theUsersChoiceOfEncodingWinsAndTheOthersAreShown() throws UnreadableFile {
    Read read = read(Corpus.synthetic("enc_gbk_cpg_gbk"), Charset.forName("windows-1252"));
    assertThat(read.text().origin()).isEqualTo(TextEncoding.Origin.USER);
    assertThat(read.text().candidates())
        .extracting(candidate -> candidate.charset().name())
        .startsWith("windows-1252", "GB18030");
    assertThat(read.text().candidates().get(1).sample()).contains("北京市朝阳区", "上海");
  }

  @Test
  void valuesThatAreNoneBecomeEmptyAndAreReported() throws UnreadableFile {
    Read read = read("val_misc");
    assertThat(read.column(0).getFirst()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(read.findings().count(Defect.VALUE_NOT_DATE)).isEqualTo(2);
    assertThat(read.findings().count(Defect.VALUE_NOT_NUMBER)).isPositive();
  }

  @Test
  void largeNumbersLoseNoDigit() throws UnreadableFile {
    Read read = read("val_big_numbers");
    assertThat(read.fields().getFirst().kind()).isEqualTo(FieldKind.LARGE_INTEGER);
    assertThat(read.column(0).getFirst()).isEqualTo(new BigDecimal("99999999999999999999"));
    assertThat(read.column(1).getFirst()).isEqualTo(2147483648L);
  }

  @Test
  void foxProTypesAreBinary() throws UnreadableFile {
    assertThat(Arrays.asList(read("field_types_vfp").features().getFirst().values()))
        .startsWith(42L, 1.5, LocalDateTime.of(2023, 2, 24, 1, 0), 1.2345, null);
  }

  @Test
  void aReservedFieldNameIsReplacedAndReported(@TempDir Path folder) throws Exception {
    byte[] dbf = Files.readAllBytes(Corpus.SYNTHETIC.resolve("val_254_text/x.dbf"));
    System.arraycopy("geom\0\0\0".getBytes("US-ASCII"), 0, dbf, 32, 7);
    Path copy = Files.write(folder.resolve("x.dbf"), dbf);
    Read read = read(new FileSet("x", Map.of("dbf", copy)), null);
    assertThat(read.fields().getFirst())
        .extracting(SourceField::name, SourceField::original)
        .containsExactly("geom_1", "geom");
    assertThat(read.findings().count(Defect.FIELD_RENAMED)).isEqualTo(1);
  }

  @Test
  void aPrjIsHandedOnWithoutItsByteOrderMark(@TempDir Path folder) throws Exception {
    Path prj = Files.writeString(folder.resolve("x.prj"), "\uFEFFGEOGCS[\"x\"]\n");
    FileSet files =
        new FileSet("x", Map.of("shp", Corpus.SYNTHETIC.resolve("ok_base/x.shp"), "prj", prj));
    try (var source = ShapefileSource.open(files, null, 10)) {
      assertThat(source.reference()).isEqualTo(new ReferenceClue.Wkt("GEOGCS[\"x\"]"));
    }
  }
}
