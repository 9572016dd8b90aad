package org.citygis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** The whole measurement, from made-up city to report; {@code bench/run} starts it. */
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException wrong) {
      System.err.println("bench: " + wrong.getMessage());
      System.exit(2);
      return;
    }
    Postgis postgis = Postgis.fromEnvironment();
    try {
      postgis.recreate();
    } catch (SQLException e) {
      System.err.printf(
          "bench: no PostGIS at %s: %s%nSet CITYGIS_BENCH_DB_URL, _USER and _PASSWORD to one where databases may be made.%n",
          postgis.server(), e.getMessage());
      System.exit(2);
      return;
    }
    run(options, postgis);
    postgis.drop();
  }

  private static void run(Options options, Postgis postgis)
      throws IOException, InterruptedException, SQLException {
    Path parcels = City.file(options, "parcels", options.parcels());
    Path incidents = City.file(options, "incidents", options.incidents());
    Machine.describe(options, postgis);
    ImportBench.Subject subject = ImportBench.Subject.parcels(options);
    ImportBench imports = new ImportBench(options, postgis, subject, parcels);
    try (Application application = Application.onPostgis(options, postgis);
        Connection connection = postgis.connect()) {
      Client client = application.signedIn();
      imports.run(client);
      imports.print();
      Page.progress("import of incidents");
      Import.run(client, incidents, RadiusBench.LAYER, "public-security", "incidents");
      postgis.execute("VACUUM ANALYZE");
      new FloorBench(client, connection).run();
      tiles(options, postgis, application, connection, subject.layer());
      String libpq = postgis.gdal().substring("PG:".length());
      new ImagesBench(client, connection, libpq, subject.layer(), options.folder())
          .run(options.places());
      new ItemsBench(client, connection, subject.layer()).run(options.places());
      new LayerBench(client, connection, subject.layer()).run(options.rounds());
      new RadiusBench(client, connection).run(options.places());
      if (options.names() > 0) {
        Page.progress("import of names");
        Path names = City.file(options, "addresses", options.names());
        Import.run(client, names, TypeAheadBench.LAYER, "civic", "addresses");
        postgis.execute("VACUUM ANALYZE");
        new TypeAheadBench(client, connection).run(5 * options.places());
      }
      if (options.points() > 0) {
        ImportBench.Subject addresses = ImportBench.Subject.points(options);
        ImportBench points =
            new ImportBench(
                options, postgis, addresses, City.file(options, "addresses", options.points()));
        points.run(client);
        points.print();
        postgis.execute("VACUUM ANALYZE");
        new NearBench(client, connection, addresses.layer()).run(options.places());
      }
    }
    if (options.h2()) {
      Page.progress("import into H2GIS");
      try (Application application = Application.onH2gis(options)) {
        imports.onH2gis(application.signedIn());
      }
    }
    Page.text("Load average at the end: " + Machine.load());
  }

  private static void tiles(
      Options options,
      Postgis postgis,
      Application application,
      Connection connection,
      String layer)
      throws IOException, InterruptedException, SQLException {
    String version =
        postgis.text("SELECT current_version FROM citygis.layer WHERE id = '%s'".formatted(layer));
    PackBench.await(application.log(), layer, Integer.parseInt(version));
    TilesBench tiles;
    try (Application unpacked =
        Application.besides(options, postgis, "unpacked", "--citygis.packed.memory=1KB")) {
      tiles = new TilesBench(application.anonymous(), unpacked.anonymous(), connection, layer);
      tiles.run(options.places());
    }
    new ServingBench(options, application.anonymous()).run(tiles.served());
  }
}
