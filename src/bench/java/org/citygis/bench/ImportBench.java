package org.citygis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The import of one file, beside ogr2ogr. */
final class ImportBench {

  /**
   * What is imported.
   *
   * @param layer the id of the layer it becomes
   * @param style of that layer
   * @param type of the geometry in ogr2ogr's words
   */
  record Subject(String name, int rows, String layer, String style, String type, int rounds) {
    static Subject parcels(Options options) {
      return new Subject(
          "parcels",
          options.parcels(),
          "bench_parcels",
          "parcels",
          "PROMOTE_TO_MULTI",
          options.rounds());
    }

    /** Once only: it takes a minute or two. */
    static Subject points(Options options) {
      return new Subject("points", options.points(), "bench_points", "addresses", "POINT", 1);
    }
  }

  private final Options options;
  private final Postgis postgis;
  private final Subject subject;
  private final Path zip;
  private final Series report = new Series();
  private final Series publication = new Series();
  private final Series total = new Series();
  private final Map<String, Series> stages = new LinkedHashMap<>();
  private double first;
  private final Series ogrZip = new Series();
  private final Series ogrShp = new Series();

  ImportBench(Options options, Postgis postgis, Subject subject, Path zip) {
    this.options = options;
    this.postgis = postgis;
    this.subject = subject;
    this.zip = zip;
  }

  /** Imports in turn with ogr2ogr, so that a change of the machine's mood meets both. */
  void run(Client client) throws IOException, InterruptedException, SQLException {
    Path folder = options.folder().resolve("unzipped-" + subject.name());
    Ogr.unzip(options, zip, folder);
    String shp = find(folder, ".shp").toString();
    String inZip = "/vsizip/" + zip + "/" + Path.of(shp).getFileName();
    for (int round = 1; round <= subject.rounds(); round++) {
      Page.progress("import of %s, %d of %d".formatted(subject.name(), round, subject.rounds()));
      Import.Took took = Import.run(client, zip, subject.layer(), "land", subject.style());
      report.add(took.report());
      publication.add(took.publication());
      total.add(took.total());
      first = round == 1 ? took.total() : first;
      took.stages().forEach((s, t) -> stages.computeIfAbsent(s, k -> new Series()).add(t));
      ogrShp.add(Ogr.load(options, postgis, table(), subject.type(), shp));
      ogrZip.add(Ogr.load(options, postgis, table(), subject.type(), inZip));
      sameContent(took.rows());
    }
  }

  private String table() {
    return "gdal_" + subject.name();
  }

  /** A load that differs is no measurement. */
  private void sameContent(long rows) throws SQLException {
    String sums =
        "SELECT count(*) || ' rows, ' || round(sum(ST_Area(geom))) || ' m2, ' || ST_Extent(geom) FROM ";
    String ours = postgis.text(sums + "layers." + subject.layer());
    String theirs = postgis.text(sums + table());
    if (!ours.equals(theirs) || !ours.startsWith(rows + " ")) {
      throw new IllegalStateException(
          "the loads differ: CityGIS %d, %s; ogr2ogr %s".formatted(rows, ours, theirs));
    }
  }

  void print() throws IOException {
    Page.title("Import of %,d %s".formatted(subject.rows(), subject.name()));
    Page.head("", "median", "rows/s", "time : ogr2ogr");
    line("CityGIS, from the file to the layer on the map", total.median());
    if (subject.rounds() > 1) {
      part("- the first time, in a JVM that has just started", first);
    }
    part("- upload, unpacking and report on every row", report.median());
    line("- publication: read again, validated, loaded, indexed, in force", publication.median());
    stages.forEach((stage, times) -> part("  - " + stage, times.median()));
    line("ogr2ogr, unpacked .shp", ogrShp.median());
    part("ogr2ogr, the same zip (/vsizip/)", ogrZip.median());
    Page.text(
        """
        File: %.0f MB zipped. CityGIS: HTTP upload, unpacking, encoding and reference system found, every row checked (first pass), \
        rows read and checked again, faulty ones repaired, written by binary COPY, primary key, gist index, ANALYZE, extent, view and catalogue (second pass). \
        ogr2ogr: PG_USE_COPY=YES, table with primary key and gist index; no check, no report, no view. \
        Row counts, summed areas and extents of both tables were equal."""
            .formatted(Files.size(zip) / 1e6));
  }

  /** The embedded database, with the same file. */
  void onH2gis(Client client) throws IOException, InterruptedException {
    Import.Took took = Import.run(client, zip, subject.layer(), "land", subject.style());
    Page.title("The same file into H2GIS, once, in a JVM that has just started");
    Page.head("", "time", "rows/s", "time : ogr2ogr");
    line("CityGIS on H2GIS, from the file to the layer on the map", took.total());
    part("- upload, unpacking and report on every row", took.report());
    part("- publication", took.publication());
  }

  private void line(String what, double millis) {
    Page.row(
        what,
        Page.seconds(millis),
        String.format(Locale.ROOT, "%,.0f", subject.rows() / millis * 1000),
        Page.ratio(millis / ogrShp.median()));
  }

  private static void part(String what, double millis) {
    Page.row(what, Page.seconds(millis), "", "");
  }

  private static Path find(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(end)).findFirst().orElseThrow();
    }
  }
}
