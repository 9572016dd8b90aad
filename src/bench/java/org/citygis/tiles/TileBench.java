package org.citygis.tiles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.citygis.CityGis;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.geo.TileCoord;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.GeometryColumn;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Time per tile, cut in the JVM, beside {@code ST_AsMVT} with the usual envelope query: the same
 * tiles, the same columns, the same connection pool, in turn. The application's own path is
 * measured, without HTTP and without the cache.
 *
 * <p>Arguments: the layer's id, tiles per zoom (default 60). The database comes from
 * CITYGIS_DB_URL, _USER and _PASSWORD and must be a PostGIS in which the layer has been imported.
 */
public final class TileBench {
  private static final int FIRST_ZOOM = 12;
  private static final int LAST_ZOOM = 16;
  private static final int WARM_UP = 15;

  private final Tiles tiles;
  private final OpenLayer layer;
  private final Connection postgis;

  /**
   * PostGIS as somebody runs it who knows it: one connection of its own, so that PROJ's start is
   * paid once; without just-in-time compilation and without parallel workers, which would each cost
   * a tile 100 ms.
   */
  private TileBench(ConfigurableApplicationContext application, String layer) throws SQLException {
    this.tiles = application.getBean(Tiles.class);
    this.layer = application.getBean(Layers.class).open(User.SYSTEM, layer, Action.VIEW);
    this.postgis = application.getBean(DataSource.class).getConnection();
    try (Statement statement = postgis.createStatement()) {
      statement.execute("SET jit = off");
      statement.execute("SET max_parallel_workers_per_gather = 0");
    }
  }

  private record Timed(byte[] tile, double millis) {}

  public static void main(String[] args) throws Exception {
    String layer = args.length > 0 ? args[0] : "parcels";
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    try (ConfigurableApplicationContext application = start()) {
      new TileBench(application, layer).run(count);
    }
  }

  private static ConfigurableApplicationContext start() throws IOException {
    Path empty = Files.createTempDirectory("citygis-bench");
    return SpringApplication.run(
        CityGis.class,
        "--spring.profiles.active=postgis",
        "--server.port=0",
        "--spring.main.banner-mode=off",
        "--citygis.data=" + empty,
        "--citygis.sample-data=" + empty);
  }

  private void run(int count) throws SQLException {
    System.out.printf(
        "%n%s: %,d rows; median of %d random tiles per zoom%n%n",
        layer.table().tableName(), layer.layer().currentVersion().rows(), count);
    System.out.println(
        "| zoom | JVM ms | with gzip ms | ST_AsMVT ms | ratio | JVM bytes | ST_AsMVT bytes |");
    System.out.println("|---:|---:|---:|---:|---:|---:|---:|");
    Random random = new Random(42);
    for (int zoom = FIRST_ZOOM; zoom <= LAST_ZOOM; zoom++) {
      List<TileCoord> coords = tilesWithRows(zoom, count + WARM_UP, random);
      List<Double> jvm = new ArrayList<>();
      List<Double> zipped = new ArrayList<>();
      List<Double> asMvt = new ArrayList<>();
      List<Integer> jvmBytes = new ArrayList<>();
      List<Integer> asMvtBytes = new ArrayList<>();
      for (int i = 0; i < coords.size(); i++) {
        TileCoord tile = coords.get(i);
        long start = System.nanoTime();
        byte[] cut = tiles.cut(layer, tile);
        long done = System.nanoTime();
        EncodedTile.of(cut);
        long gzip = System.nanoTime();
        Timed theirs = asMvt(tile);
        if (i >= WARM_UP) {
          jvm.add((done - start) / 1e6);
          zipped.add((gzip - start) / 1e6);
          asMvt.add(theirs.millis);
          jvmBytes.add(cut == null ? 0 : cut.length);
          asMvtBytes.add(theirs.tile.length);
        }
      }
      double ours = median(jvm);
      double theirs = median(asMvt);
      System.out.printf(
          "| %d | %.1f | %.1f | %.1f | %.1f | %.0f | %.0f |%n",
          zoom, ours, median(zipped), theirs, theirs / ours, median(jvmBytes), median(asMvtBytes));
    }
  }

  /** Random tiles of the layer's extent in which there is something to draw. */
  private List<TileCoord> tilesWithRows(int zoom, int count, Random random) {
    GeometryColumn column = layer.table().geometry();
    Box extent = layer.layer().currentVersion().extent();
    Box mercator = Reprojection.between(column.crs(), Crs.WEB_MERCATOR).apply(extent);
    double size = new TileCoord(zoom, 0, 0).size();
    List<TileCoord> coords = new ArrayList<>();
    while (coords.size() < count) {
      double x = mercator.minX() + random.nextDouble() * mercator.width();
      double y = mercator.minY() + random.nextDouble() * mercator.height();
      TileCoord tile =
          new TileCoord(
              zoom,
              (int) ((x + TileCoord.HALF_WORLD) / size),
              (int) ((TileCoord.HALF_WORLD - y) / size));
      if (tiles.cut(layer, tile) != null) {
        coords.add(tile);
      }
    }
    return coords;
  }

  private Timed asMvt(TileCoord tile) throws SQLException {
    String fields =
        Tiles.fields(layer, tiles.style(layer), tile.z()).stream()
            .map(f -> ", \"" + f + '"')
            .collect(Collectors.joining());
    String sql =
        """
        SELECT ST_AsMVT(q, '%1$s', 4096, 'geom', 'fid') FROM (
          SELECT fid%2$s, ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope(%3$d, %4$d, %5$d), 4096, 64, true) AS geom
          FROM layers."%6$s"
          WHERE geom && ST_Transform(ST_TileEnvelope(%3$d, %4$d, %5$d, margin => 64.0 / 4096), %7$d)
        ) q"""
            .formatted(
                layer.layer().id(),
                fields,
                tile.z(),
                tile.x(),
                tile.y(),
                layer.table().tableName(),
                layer.table().geometry().crs().srid());
    long start = System.nanoTime();
    try (Statement statement = postgis.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      byte[] bytes = result.getBytes(1);
      return new Timed(bytes, (System.nanoTime() - start) / 1e6);
    }
  }

  private static double median(List<? extends Number> values) {
    double[] sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
    return Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(Double.NaN);
  }
}
