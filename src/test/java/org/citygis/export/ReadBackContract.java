package org.citygis.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.citygis.ingest.geojson.GeoJsonSource;
import org.citygis.ingest.shapefile.ShapefileSource;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.UnreadableFile;
import org.citygis.testing.Gdal;
import org.citygis.testing.WithGdal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** What is exported, read again: by CityGIS itself and by GDAL, on both databases. */
abstract class ReadBackContract extends AgainstTheExportCity {

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GBK"})
  void aShapefileComesBackThroughOurOwnReader(String encoding) throws Exception {
    FileSet files = shapefile("parcels", "encoding=" + encoding, "parcels");
    try (ShapefileSource source = ShapefileSource.open(files, null, 100)) {
      List<SourceFeature> rows = rows(source);
      assertThat(source.findings().list()).isEmpty();
      assertThat(source.encoding().orElseThrow().charset())
          .isIn(StandardCharsets.UTF_8, Charset.forName("GB18030"));
      assertThat(source.fields().stream().map(SourceField::name))
          .containsExactly("code", "name", "area_m2", "floors", "built", "surveyed", "listed");
      assertThat(rows).hasSize(4);
      SourceFeature first = named(rows, "云川一号");
      assertThat(first.values()[2].toString()).startsWith("9900.125");
      assertThat(first.values()[4]).isEqualTo(LocalDate.of(1999, 12, 31));
      assertThat(first.values()[5]).isEqualTo("2026-03-01T08:00:00+08:00");
      assertThat(first.values()[6]).isEqualTo(true);
      assertThat(first.geometry().getArea()).isEqualTo(100 * 100 - 10 * 10);
      int cut = encoding.equals("GBK") ? 127 : 84;
      assertThat(named(rows, "长".repeat(cut)).geometry().getNumGeometries()).isEqualTo(2);
      assertThat(named(rows, encoding.equals("GBK") ? "?祥里" : ExportCity.RARE).geometry()).isNull();
    }
  }

  @Test
  void shellsRunClockwiseAndHolesCounterclockwise() throws Exception {
    byte[] shp = Files.readAllBytes(shapefile("parcels", "code=R", "parcels").parts().get("shp"));
    // The first record: head 8, type 4, box 32, counts 8, two part starts 8, then the points.
    var in = ByteBuffer.wrap(shp).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(in.getInt(100 + 8 + 36)).isEqualTo(2);
    Geometry polygon = ring(in, 100 + 8 + 52, 5);
    assertThat(Orientation.isCCW(((Polygon) polygon).getExteriorRing().getCoordinates())).isFalse();
    Geometry hole = ring(in, 100 + 8 + 52 + 5 * 16, 5);
    assertThat(Orientation.isCCW(((Polygon) hole).getExteriorRing().getCoordinates())).isTrue();
  }

  private static Geometry ring(ByteBuffer in, int start, int points) {
    var ring = new Coordinate[points];
    for (int i = 0; i < points; i++) {
      ring[i] = new Coordinate(in.getDouble(start + 16 * i), in.getDouble(start + 16 * i + 8));
    }
    return new GeometryFactory().createPolygon(ring);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, 0, UTF-8", "GBK, 77, 936"})
  void theTablesEncodingIsMarkedTwice(String encoding, int languageByte, String codePage)
      throws Exception {
    FileSet files = shapefile("parcels", "encoding=" + encoding, "parcels");
    assertThat(Files.readAllBytes(files.parts().get("dbf"))[29]).isEqualTo((byte) languageByte);
    assertThat(Files.readString(files.parts().get("cpg"))).isEqualTo(codePage);
  }

  @Test
  void whatTheFormatCouldNotTakeIsCountedInItsReadme() throws Exception {
    Map<String, Path> files = unzipped("parcels", "encoding=GBK");
    assertThat(Files.readString(files.get("README.txt")))
        .contains("字段 name：1 个文本超过 254 字节")
        .contains("Field name: 1 texts have characters that GBK lacks");
    assertThat(Files.readString(files.get("fields.csv")))
        .contains("\"area_m2\",\"面积\",\"Area\",\"area_m2\",\"N(18.8)\",\"m2\",\"\"")
        .contains("\"code\",\"用地代码\",\"Use code\",\"code\",\"C(1)\",\"\",\"use\"");
  }

  @Test
  void aMixedLayerBecomesOneFilePerKind() throws Exception {
    Map<String, Path> files = unzipped("sketch", "");
    assertThat(files.keySet())
        .contains("sketch_point.shp", "sketch_line.shp", "sketch_polygon.shp", "sketch_table.dbf")
        .doesNotContain("sketch_table.shp");
    try (ShapefileSource lines =
        ShapefileSource.open(shapefile("sketch", "", "sketch_line"), null, 100)) {
      assertThat(rows(lines)).extracting(f -> f.values()[0]).containsExactlyInAnyOrder("线", "集合");
    }
    assertThat(Files.readString(files.get("README.txt"))).contains("1 个要素含多种几何");
  }

  @Test
  void shiftedDegreesHaveNoPrj() throws Exception {
    assertThat(unzipped("parcels", "crs=BD09")).doesNotContainKey("parcels.prj");
    assertThat(Files.readString(unzipped("parcels", "crs=BD09").get("README.txt")))
        .contains("没有 .prj", "BD-09");
  }

  @Test
  void geoJsonComesBackThroughOurOwnReader() throws Exception {
    Path file = file("parcels", "f=geojson&crs=EPSG:4547", "parcels.geojson");
    try (GeoJsonSource source = GeoJsonSource.open("parcels", file, null, 100)) {
      List<SourceFeature> rows = rows(source);
      assertThat(rows).hasSize(4);
      assertThat(source.reference())
          .isEqualTo(new ReferenceClue.Code("urn:ogc:def:crs:EPSG::4547"));
      assertThat(rows.getFirst().geometry().getArea()).isEqualTo(9_900);
    }
  }

  @WithGdal
  @ParameterizedTest
  @CsvSource({
    "geojson, parcels.geojson",
    "shapefile, parcels.zip",
    "geopackage, parcels.gpkg",
    "flatgeobuf, parcels.fgb"
  })
  void gdalReadsEveryFormatWithoutAWarning(String format, String name) throws IOException {
    String said = ogrinfo(file("parcels", "crs=EPSG:4547&f=" + format, name));
    assertThat(said).doesNotContain("ERROR", "Warning", "FAILURE");
    assertThat(said)
        .contains("Layer name: parcels", "Feature Count: 4", "ID[\"EPSG\",4547]")
        .contains("Extent: (500000.000000, 3384000.000000) - (500700.000000, 3384100.000000)")
        .contains("云川一号", "9900.125", "9007199254740993")
        .contains(
            format.equals("shapefile")
                ? "(500010 3384010,500020 3384010,500020 3384020,500010 3384020,500010 3384010)"
                : "(500010 3384010,500010 3384020,500020 3384020,500020 3384010,500010 3384010)");
  }

  @WithGdal
  @Test
  void gdalReadsTheTextOfAGbkShapefileUnderItsChineseNames() throws IOException {
    Path zip = file("parcels", "f=shapefile&encoding=GBK&header=alias&lang=zh", "parcels.zip");
    assertThat(ogrinfo(zip))
        .doesNotContain("ERROR", "Warning")
        .contains("宗地名称 (String) = 云川一号", "建成日期 (Date) = 1999/12/31");
  }

  @WithGdal
  @ParameterizedTest
  @CsvSource({
    "geojson, benchmarks.geojson",
    "shapefile, benchmarks.zip",
    "geopackage, benchmarks.gpkg",
    "flatgeobuf, benchmarks.fgb"
  })
  void gdalReadsHeights(String format, String name) throws IOException {
    assertThat(ogrinfo(file("benchmarks", "crs=EPSG:4490&f=" + format, name)))
        .contains("Geometry: 3D Point", "POINT Z (116.404 39.915 23.456)");
  }

  @WithGdal
  @ParameterizedTest
  @CsvSource({"geojson, sketch.geojson", "geopackage, sketch.gpkg", "flatgeobuf, sketch.fgb"})
  void gdalReadsMixedShapes(String format, String name) throws IOException {
    assertThat(ogrinfo(file("sketch", "f=" + format, name)))
        .doesNotContain("ERROR", "Warning")
        .contains("Feature Count: 5", "POINT (114 30)", "LINESTRING (114 30,114.1 30.1)")
        .contains("GEOMETRYCOLLECTION (POINT (114.2 30.2),LINESTRING (114 30,114.2 30.2))");
  }

  @WithGdal
  @ParameterizedTest
  @CsvSource({
    "geojson, parcels.geojson",
    "shapefile, parcels.zip",
    "geopackage, parcels.gpkg",
    "flatgeobuf, parcels.fgb"
  })
  void anEmptyPartIsAnEmptyFile(String format, String name) throws IOException {
    String said = ogrinfo(file("parcels", "code=G&f=" + format, name));
    assertThat(said).doesNotContain("ERROR", "Warning").contains("Feature Count: 0");
    assertThat(text("parcels", "code=G&f=csv").lines()).hasSize(1);
  }

  @WithGdal
  @Test
  void aGeoPackageHasItsIndexItsAliasesAndItsCodes() throws IOException {
    String path = file("parcels", "f=geopackage", "parcels.gpkg").toString();
    assertThat(
            Gdal.run(
                "ogrinfo", "-ro", "-sql", "SELECT HasSpatialIndex('parcels', 'geom') AS i", path))
        .contains("= 1");
    assertThat(
            Gdal.run(
                "ogrinfo", "-ro", "-al", "-spat", "500201", "3384001", "500202", "3384002", path))
        .contains("OGRFeature(parcels):2")
        .doesNotContain("OGRFeature(parcels):1");
    assertThat(
            Gdal.run("ogrinfo", "-ro", "-q", "-sql", "SELECT title FROM gpkg_data_columns", path))
        .contains("用地代码");
    assertThat(Gdal.run("ogrinfo", "-ro", "-fielddomain", "use", path)).contains("R: 居住用地");
  }

  @WithGdal
  @Test
  void gdalChangesAGeoPackageAndItsIndexFollows() throws IOException {
    String path = file("parcels", "f=geopackage", "parcels.gpkg").toString();
    String said = Gdal.run("ogrinfo", "-sql", "DELETE FROM parcels WHERE fid = 2", path);
    assertThat(said).doesNotContain("ERROR");
    assertThat(
            Gdal.run(
                "ogrinfo",
                "-ro",
                "-q",
                "-sql",
                "SELECT COUNT(*) AS n FROM rtree_parcels_geom",
                path))
        .contains("= 2");
  }

  private static String ogrinfo(Path file) throws IOException {
    String name = file.toString();
    return Gdal.run("ogrinfo", "-ro", "-al", name.endsWith(".zip") ? "/vsizip/" + name : name);
  }

  private FileSet shapefile(String layer, String query, String base) throws IOException {
    Map<String, Path> parts = new HashMap<>();
    unzipped(layer, query)
        .forEach(
            (name, path) -> {
              if (name.startsWith(base + ".")) {
                parts.put(name.substring(base.length() + 1), path);
              }
            });
    return new FileSet(base, parts);
  }

  private Map<String, Path> unzipped(String layer, String query) throws IOException {
    Map<String, Path> files = new HashMap<>();
    try (ZipFile zip = new ZipFile(file(layer, "f=shapefile&" + query, "layer.zip").toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        Path target = folder.resolve(entry.getName());
        try (InputStream in = zip.getInputStream(entry)) {
          Files.write(target, in.readAllBytes());
        }
        files.put(entry.getName(), target);
      }
    }
    return files;
  }

  private static List<SourceFeature> rows(FeatureSource source) throws UnreadableFile {
    List<SourceFeature> rows = new ArrayList<>();
    source.read(rows::add);
    return rows;
  }

  private static SourceFeature named(List<SourceFeature> rows, String name) {
    return rows.stream().filter(r -> name.equals(r.values()[1])).findFirst().orElseThrow();
  }
}
