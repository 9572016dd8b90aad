package org.citygis.ingest.geopackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FieldKind;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.UnreadableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeoPackageSourceTest {
  @TempDir Path folder;

  private Path made(String... more) throws Exception {
    Path file = folder.resolve("made");
    MadeGeoPackage.write(file, more);
    return file;
  }

  private static GeoPackageSource open(Path file, String table) throws UnreadableFile {
    return GeoPackageSource.open(new FileSet(table, Map.of("gpkg", file), table), 10);
  }

  private static List<SourceFeature> features(GeoPackageSource source) throws UnreadableFile {
    List<SourceFeature> features = new ArrayList<>();
    source.read(features::add);
    return features;
  }

  private static Defect refusal(Path file) {
    UnreadableFile refused =
        catchThrowableOfType(
            UnreadableFile.class, () -> GeoPackage.layers("x", file, new Findings(10)));
    return refused.finding().defect();
  }

  @Test
  void everyTableOfFeaturesOrAttributesIsALayer() throws Exception {
    assertThat(GeoPackage.layers("x", made(), new Findings(10)))
        .extracting(FileSet::table)
        .containsExactly("地块", "owners");
  }

  @Test
  void rowsAreReadByTheDeclaredTypes() throws Exception {
    try (GeoPackageSource source = open(made(), "地块")) {
      assertThat(source.fields())
          .extracting(SourceField::name, SourceField::kind)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("名称", FieldKind.TEXT),
              org.assertj.core.groups.Tuple.tuple("rooms", FieldKind.INTEGER),
              org.assertj.core.groups.Tuple.tuple("share", FieldKind.NUMBER),
              org.assertj.core.groups.Tuple.tuple("open", FieldKind.BOOLEAN),
              org.assertj.core.groups.Tuple.tuple("built", FieldKind.DATE),
              org.assertj.core.groups.Tuple.tuple("seen", FieldKind.DATETIME));
      assertThat(source.fields().getFirst().width()).isEqualTo(20);
      assertThat(source.shape()).isEqualTo(Shape.POLYGON);
      assertThat(source.reference()).isEqualTo(new ReferenceClue.Code("EPSG:4547"));
      assertThat(source.rows()).isEqualTo(3);
      List<SourceFeature> features = features(source);
      assertThat(features.getFirst().values())
          .containsExactly(
              "云川1号",
              1L,
              0.25,
              true,
              LocalDate.of(2023, 4, 1),
              LocalDateTime.of(2023, 4, 1, 8, 30));
      assertThat(features.getFirst().geometry()).isNotNull();
      assertThat(features.getLast().geometry()).as("an empty one").isNull();
      assertThat(source.findings().count(Defect.FIELD_BINARY)).isEqualTo(1);
      assertThat(features(source)).as("read again").hasSize(3);
    }
  }

  @Test
  void aTableWithoutGeometryKeepsItsCodes() throws Exception {
    try (GeoPackageSource source = open(made(), "owners")) {
      assertThat(source.shape()).isEqualTo(Shape.NONE);
      List<SourceFeature> features = features(source);
      assertThat(features.getFirst().values()).containsExactly("0102", LocalDate.of(2023, 4, 1));
      assertThat(source.findings().count(Defect.VALUE_NOT_DATE)).isEqualTo(1);
    }
  }

  @Test
  void nothingAppearsBesideTheFile() throws Exception {
    Path file = made("PRAGMA journal_mode = WAL", "INSERT INTO owners VALUES ('x', NULL)");
    try (GeoPackageSource source = open(file, "owners")) {
      features(source);
      try (var files = Files.list(folder)) {
        assertThat(files).containsExactly(file);
      }
    }
  }

  @Test
  void aBadGeometryIsReportedWithItsRow() throws Exception {
    Path file =
        made(
            "UPDATE \"地块\" SET geom = x'4750' WHERE fid = 1",
            "UPDATE \"地块\" SET geom = 'POINT(1 2)' WHERE fid = 2",
            // A collection that claims two thousand million members.
            "UPDATE \"地块\" SET geom = x'4750000100000000010700000000943577' WHERE fid = 3");
    try (GeoPackageSource source = open(file, "地块")) {
      assertThat(features(source)).extracting(SourceFeature::geometry).containsOnlyNulls();
      assertThat(source.findings().count(Defect.GEOMETRY_UNREADABLE)).isEqualTo(3);
    }
  }

  @Test
  void aSchemaThatComputesForEverIsStopped() throws Exception {
    Path file =
        made(
            """
            CREATE VIEW trap AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
            SELECT i FROM n WHERE i < 0
            """,
            "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('trap', 'attributes')");
    Findings findings = new Findings(10);
    assertThat(GeoPackage.layers("x", file, findings)).hasSize(2);
    assertThat(findings.count(Defect.GPKG_VIEW_IGNORED)).isEqualTo(1);
    long start = System.nanoTime();
    UnreadableFile refused =
        catchThrowableOfType(
            UnreadableFile.class,
            () -> {
              try (GeoPackageSource source = open(file, "trap")) {
                features(source);
              }
            });
    assertThat(refused.finding().defect()).isEqualTo(Defect.GPKG_STALLED);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
  }

  @Test
  void aTableIsNoMoreThanItsName() throws Exception {
    String name = "a\"; DROP TABLE owners; --";
    Path file =
        made(
            "CREATE TABLE \"" + name.replace("\"", "\"\"") + "\" (\"x\"\"y\" TEXT)",
            "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('"
                + name
                + "', 'attributes')");
    try (GeoPackageSource source = open(file, name)) {
      assertThat(features(source)).isEmpty();
      assertThat(source.fields()).extracting(SourceField::original).containsExactly("x\"y");
    }
  }

  @Test
  void whatIsNoGeoPackageIsRefusedWithAReason() throws Exception {
    assertThat(refusal(Files.writeString(folder.resolve("a"), "no database")))
        .isEqualTo(Defect.GPKG_NOT_GEOPACKAGE);
    assertThat(refusal(made("DROP TABLE gpkg_contents"))).isEqualTo(Defect.GPKG_NOT_GEOPACKAGE);
    byte[] whole = Files.readAllBytes(folder.resolve("made"));
    assertThat(refusal(Files.write(folder.resolve("b"), Arrays.copyOf(whole, 3_000))))
        .isEqualTo(Defect.GPKG_BROKEN);
  }

  @Test
  void aGeoPackageOfImagesHoldsNoLayer() throws Exception {
    assertThat(refusal(made("UPDATE gpkg_contents SET data_type = 'tiles'")))
        .isEqualTo(Defect.GPKG_WITHOUT_LAYER);
  }
}
