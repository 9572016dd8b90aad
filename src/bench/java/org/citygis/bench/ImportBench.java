package org.citygis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The import of parcels, beside ogr2ogr. */
final class ImportBench {
  static final String LAYER = "bench_parcels";

  private final Options options;
  private final Postgis postgis;
  private final Path zip;
  private final Series report = new Series();
  private final Series publication = new Series();
  private final Series total = new Series();
  private final Map<String, Series> stages = new LinkedHashMap<>();
  private double first;
  private final Series ogrZip = new Series();
  private final Series ogrShp = new Series();

  ImportBench(Options options, Postgis postgis, Path zip) {
    this.options = options;
    this.postgis = postgis;
    this.zip = zip;
  }

  /** Imports in turn with ogr2ogr, so that a change of the machine's mood meets both. */
  void run(Client client) throws IOException, InterruptedException, SQLException {
    Path folder = options.folder().resolve("unzipped");
    Ogr.unzip(options, zip, folder);
    String shp = find(folder, ".shp").toString();
    String inZip = "/vsizip/" + zip + "/" + Path.of(shp).getFileName();
    for (int round = 1; round <= options.rounds(); round++) {
      Page.progress("import %d of %d".formatted(round, options.rounds()));
      Import.Took took = Import.run(client, zip, LAYER, "land", "parcels");
      report.add(took.report());
      publication.add(took.publication());
      total.add(took.total());
      first = round == 1 ? took.total() : first;
      took.stages().forEach((s, t) -> stages.computeIfAbsent(s, k -> new Series()).add(t));
      ogrShp.add(Ogr.load(options, postgis, shp));
      ogrZip.add(Ogr.load(options, postgis, inZip));
      sameContent(took.rows());
    }
  }

  /** A load that differs is no measurement. */
  private void sameContent(long rows) throws SQLException {
    String sums = "SELECT count(*) || ' rows, ' || round(sum(ST_Area(geom))) || ' m2' FROM ";
    String ours = postgis.text(sums + "layers." + LAYER);
    String theirs = postgis.text(sums + Ogr.TABLE);
    if (!ours.equals(theirs) || !ours.startsWith(rows + " ")) {
      throw new IllegalStateException(
          "the loads differ: CityGIS %d, %s; ogr2ogr %s".formatted(rows, ours, theirs));
    }
  }

  void print() throws IOException {
    Page.title("Import of %,d parcels".formatted(options.parcels()));
    Page.head("", "median", "rows/s", "time : ogr2ogr");
    line("CityGIS, from the file to the layer on the map", total.median());
    part("- the first time, in a JVM that has just started", first);
    part("- upload, unpacking and report on every row", report.median());
    part("- publication", publication.median());
    stages.forEach((stage, times) -> part("  - " + stage, times.median()));
    line("ogr2ogr, unpacked .shp", ogrShp.median());
    part("ogr2ogr, the same zip (/vsizip/)", ogrZip.median());
    Page.text(
        """
        File: %.0f MB zipped. CityGIS: HTTP upload, unpacking, encoding and reference system found, every row checked (first pass), \
        rows read and written again by binary COPY, primary key, gist index, ANALYZE, extent, view and catalogue (second pass). \
        ogr2ogr: PG_USE_COPY=YES, table with primary key and gist index; no check, no report, no view. \
        Row counts and summed areas of both tables were equal."""
            .formatted(Files.size(zip) / 1e6));
  }

  /** The embedded database, with the same file. */
  void onH2gis(Client client) throws IOException, InterruptedException {
    Import.Took took = Import.run(client, zip, LAYER, "land", "parcels");
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
        String.format(Locale.ROOT, "%,.0f", options.parcels() / millis * 1000),
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
