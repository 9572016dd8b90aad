package org.citygis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citygis.ingest.archive.ArchiveLimits;
import org.citygis.ingest.archive.Received;
import org.citygis.ingest.archive.Unpacker;
import org.citygis.ingest.archive.Workspace;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.UnreadableFile;
import org.citygis.testing.GdalInstalled;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;

/** What GDAL writes into another format is read as the same rows. */
@ExtendWith(GdalInstalled.class)
class RoundTripTest {
  private static final String ATTRIBUTES =
      """
      "properties":{"名称":"云川%1$d号","code":"010%1$d","rooms":%1$d,"share":0.%1$d5,"built":"2023-04-0%1$d",
      "open":true,"note":%2$s}}\
      """;

  /** A logical value of a .dbf is a letter to GDAL. */
  private static final Map<String, Object> LOGICAL = Map.of("T", 1.0, "F", 0.0);

  @TempDir Path folder;

  static Stream<Arguments> formats() {
    List<List<String>> formats =
        List.of(
            List.of("gpkg", "GPKG"),
            List.of("fgb", "FlatGeobuf", "-lco", "SPATIAL_INDEX=NO"),
            List.of("kml", "KML"),
            List.of("kml", "LIBKML"),
            List.of("csv", "CSV", "-lco", "GEOMETRY=AS_WKT"),
            List.of("tsv", "CSV", "-lco", "GEOMETRY=AS_WKT", "-lco", "SEPARATOR=TAB"),
            List.of("csv", "CSV", "-lco", "GEOMETRY=AS_WKT", "-lco", "SEPARATOR=SEMICOLON"),
            List.of("geojsonl", "GeoJSONSeq"),
            List.of("geojsons", "GeoJSONSeq", "-lco", "RS=YES"),
            List.of("geojson", "GeoJSON"));
    return Stream.of("points", "lines", "polygons")
        .flatMap(made -> formats.stream().map(format -> Arguments.of(made, format)));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theSameRowsComeBack(String made, List<String> format) throws Exception {
    Path file = Files.writeString(folder.resolve("source.geojson"), collection(made));
    compare(rows(file), rows(convert(file, format)), 1e-9);
  }

  static Stream<Arguments> shapefiles() {
    List<String> geoPackage = List.of("gpkg", "GPKG");
    return Stream.of(
        Arguments.of("parcels", geoPackage),
        Arguments.of("roads", geoPackage),
        Arguments.of("roads", List.of("fgb", "FlatGeobuf", "-lco", "SPATIAL_INDEX=NO")),
        Arguments.of("roads", List.of("csv", "CSV", "-lco", "GEOMETRY=AS_WKT")));
  }

  @ParameterizedTest
  @MethodSource("shapefiles")
  void aShapefileOfTheSampleCityComesBack(String layer, List<String> format) throws Exception {
    List<Map<String, Object>> expected = rows(Path.of("sample-data", layer + ".zip"));
    Path shp = folder.resolve("layer.shp");
    try (Workspace workspace = Workspace.in(folder.resolve("work"))) {
      for (var part :
          unpack(Path.of("sample-data", layer + ".zip"), workspace).parts().entrySet()) {
        Files.copy(part.getValue(), folder.resolve("layer." + part.getKey()));
      }
    }
    compare(expected, rows(convert(shp, format)), 1e-6);
  }

  @ParameterizedTest
  @MethodSource("indexed")
  void anIndexIsPassedOver(List<String> format) throws Exception {
    Path file = Files.writeString(folder.resolve("a.geojson"), collection("polygons"));
    assertThat(rows(convert(file, format))).hasSize(5);
  }

  static List<List<String>> indexed() {
    return List.of(List.of("fgb", "FlatGeobuf"), List.of("gpkg", "GPKG"));
  }

  @ParameterizedTest
  @MethodSource("separators")
  void pointsComeBackFromTwoColumns(List<String> format) throws Exception {
    Path file = Files.writeString(folder.resolve("a.geojson"), collection("points"));
    List<Map<String, Object>> read = rows(convert(file, format));
    read.forEach(row -> row.keySet().removeAll(List.of("X", "Y")));
    compare(rows(file), read, 1e-9);
  }

  static List<List<String>> separators() {
    return List.of(
        List.of("csv", "CSV", "-lco", "GEOMETRY=AS_XY"),
        List.of("csv", "CSV", "-lco", "GEOMETRY=AS_XY", "-lco", "SEPARATOR=SEMICOLON"),
        List.of("csv", "CSV", "-lco", "GEOMETRY=AS_YX", "-lco", "WRITE_BOM=YES"));
  }

  private Path convert(Path file, List<String> format) throws IOException {
    // GDAL's CSV writer makes a folder of a name that does not end in .csv.
    boolean tabs = format.getFirst().equals("tsv");
    Path made = folder.resolve("made." + (tabs ? "csv" : format.getFirst()));
    List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", format.get(1)));
    command.addAll(format.subList(2, format.size()));
    command.addAll(List.of(made.toString(), file.toString()));
    String said = GdalInstalled.run(command);
    assertThat(made).as(said).exists();
    return tabs ? Files.move(made, folder.resolve("made.tsv")) : made;
  }

  /** A collection of five features, one of them without a note. */
  private static String collection(String made) {
    StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 1; i <= 5; i++) {
      text.append(i == 1 ? "" : ",")
          .append("{\"type\":\"Feature\",\"geometry\":")
          .append(geometry(made, i))
          .append(',')
          .append(ATTRIBUTES.formatted(i, i == 3 ? "null" : "\"桥，“引号”\\\"和,逗号;\\t\""));
    }
    return text.append("]}").toString();
  }

  private static String geometry(String made, int i) {
    return switch (made) {
      case "points" -> "{\"type\":\"Point\",\"coordinates\":[113.4%d,30.5%d]}".formatted(i, i);
      case "lines" ->
          "{\"type\":\"LineString\",\"coordinates\":[[113.4%1$d,30.5],[113.5,30.5%1$d],[113.6,30.7]]}"
              .formatted(i);
      default ->
          """
          {"type":"Polygon","coordinates":[[[113,30],[113.%1$d,30],[113.%1$d,31],[113,31],[113,30]],
           [[113.02,30.2],[113.02,30.4],[113.04,30.4],[113.04,30.2],[113.02,30.2]]]}\
          """
              .formatted(i);
    };
  }

  /** The rows by field, the geometry under an empty name. */
  private List<Map<String, Object>> rows(Path file) throws IOException, UnreadableFile {
    try (Workspace workspace = Workspace.in(folder.resolve("work"))) {
      FileSet set = unpack(file, workspace);
      try (FeatureSource source = Formats.open(set, null, 10)) {
        List<Map<String, Object>> rows = new ArrayList<>();
        source.read(feature -> rows.add(row(source.fields(), feature)));
        return rows;
      }
    }
  }

  private static FileSet unpack(Path file, Workspace workspace) throws UnreadableFile {
    List<Received> received = List.of(new Received(file.getFileName().toString(), file));
    return Unpacker.unpack(received, workspace, ArchiveLimits.DEFAULT, 10).layers().getFirst();
  }

  private static Map<String, Object> row(List<SourceField> fields, SourceFeature feature) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("", feature.geometry() == null ? "" : feature.geometry());
    for (int i = 0; i < fields.size(); i++) {
      Object value = feature.values()[i];
      row.put(fields.get(i).original(), plain(value));
    }
    return row;
  }

  /** Formats differ in how they say a number, a day, nothing. */
  private static Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Number number -> number.doubleValue();
      case Boolean truth -> truth ? 1.0 : 0.0;
      case LocalDate day -> day.toString();
      // FlatGeobuf has no days without a time of day.
      case LocalDateTime time -> time.toLocalDate().toString();
      case String text -> LOGICAL.getOrDefault(text, text.replace('/', '-').strip());
      default -> value.toString();
    };
  }

  private static void compare(
      List<Map<String, Object>> expected, List<Map<String, Object>> read, double tolerance) {
    assertThat(read).hasSameSizeAs(expected);
    for (int i = 0; i < read.size(); i++) {
      Map<String, Object> row = read.get(i);
      Map<String, Object> wanted = expected.get(i);
      Geometry geometry = (Geometry) row.get("");
      Geometry original = (Geometry) wanted.get("");
      if (!same(geometry, original, tolerance)) {
        fail("%s is %s".formatted(geometry, original));
      }
      wanted.forEach(
          (field, value) -> {
            if (!field.isEmpty() && !value.equals(row.get(field))) {
              fail("%s is %s in %s".formatted(field, row.get(field), row));
            }
          });
    }
  }

  /** Multi or single, and from where on a ring is told, is up to the format. */
  private static boolean same(Geometry geometry, Geometry original, double tolerance) {
    return geometry.equalsExact(original, tolerance)
        || geometry.norm().equalsExact(original.norm(), tolerance)
        || geometry.getNumGeometries() == 1
            && geometry.getGeometryN(0).norm().equalsExact(original.norm(), tolerance);
  }
}
