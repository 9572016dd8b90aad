package org.citygis.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Vector tiles over HTTP beside {@code ST_AsMVT} with the usual envelope query, tile by tile. */
final class TilesBench {
  private static final int FIRST_ZOOM = 8;
  private static final int LAST_ZOOM = 16;
  private static final int WARM_UP = 20;

  /** Up to here a tile takes the database seconds. */
  private static final int SLOW_ZOOM = 10;

  private static final int SLOW_TILES = 4;

  private record Tile(int z, int x, int y) {
    static Tile at(int z, Places.Place place) {
      double n = 1 << z;
      double lat = Math.toRadians(place.lat());
      double y = (1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2;
      return new Tile(z, (int) ((place.lon() + 180) / 360 * n), (int) (y * n));
    }
  }

  private final Client client;
  private final Client unpacked;
  private final Connection connection;
  private final String layer;
  private final List<String> served = new ArrayList<>();
  private final Map<List<String>, Query> queries = new HashMap<>();

  /**
   * @param client of the application as it is
   * @param unpacked of one that may not pack, on the same database
   */
  TilesBench(Client client, Client unpacked, Connection connection, String layer) {
    this.client = client;
    this.unpacked = unpacked;
    this.connection = connection;
    this.layer = layer;
  }

  void run(int count) throws IOException, InterruptedException, SQLException {
    Page.title("Vector tiles");
    Page.head(
        "zoom",
        "tiles",
        "packed, first",
        "(95 %)",
        "again",
        "not packed, first",
        "(95 %)",
        "ST_AsMVT",
        "(95 %)",
        "ST_AsMVT : packed",
        "ST_AsMVT : not packed",
        "KB CityGIS, gzip",
        "KB ST_AsMVT, plain");
    favourPostgis();
    // Another seed: the measured tiles must not be in the cache yet.
    List<Places.Place> other = Places.of(connection, layer, WARM_UP, 7);
    List<Places.Place> places = Places.of(connection, layer, 20 * count, 42);
    Set<Tile> warm = new LinkedHashSet<>();
    for (int z = SLOW_ZOOM + 1; z <= LAST_ZOOM; z++) {
      for (Places.Place place : other) {
        warm.add(Tile.at(z, place));
      }
    }
    for (Tile tile : warm) {
      byte[] ours = client.get(path(tile), "Accept-Encoding", "gzip").body();
      unpacked.get(path(tile), "Accept-Encoding", "gzip");
      query(TileFields.of(ours)).run(parameters(tile));
    }
    for (int z = FIRST_ZOOM; z <= LAST_ZOOM; z++) {
      Set<Tile> tiles = new LinkedHashSet<>();
      for (Places.Place place : places) {
        Tile tile = Tile.at(z, place);
        if (tiles.size() < (z <= SLOW_ZOOM ? SLOW_TILES : count) && !warm.contains(tile)) {
          tiles.add(tile);
        }
      }
      // A small layer has few tiles at a low zoom, and warming up may have used them all.
      if (!tiles.isEmpty()) {
        measure(z, List.copyOf(tiles));
      }
    }
    Page.text(
        """
        First: nobody asked for the tile before; again: the same address once more; not packed: an application on the same \
        database that may not pack (`citygis.packed.memory=1KB`). Over HTTP with `Accept-Encoding: gzip`, \
        without ETag; compression is part of the first time. ST_AsMVT by JDBC without HTTP and without compression, the same \
        table, tiles and properties, in turn with ours (which of these comes first changes with every tile), at its best: \
        without just-in-time compilation and parallel workers.""");
  }

  /**
   * Compiling the query, or starting parallel workers that each have to start PROJ, costs a tile of
   * thousands of rows 100 ms; who knows PostGIS turns both off. A condition that the geometry is
   * not null, which ST_AsMVT does not need, would compute every geometry twice, so the query has
   * none.
   */
  private void favourPostgis() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET jit = off");
      statement.execute("SET max_parallel_workers_per_gather = 0");
    }
  }

  private void measure(int z, List<Tile> tiles)
      throws IOException, InterruptedException, SQLException {
    Page.progress("zoom %d, %d tiles".formatted(z, tiles.size()));
    Series first = new Series();
    Series streamed = new Series();
    Series again = new Series();
    Series raw = new Series();
    Series ourBytes = new Series();
    Series rawBytes = new Series();
    List<String> fields = new ArrayList<>();
    Random random = new Random(z);
    for (Tile tile : tiles) {
      boolean oursFirst = fields.isEmpty() || random.nextBoolean();
      if (oursFirst) {
        fields = ours(tile, first, ourBytes);
      }
      streamed.add(unpacked.get(path(tile), "Accept-Encoding", "gzip").millis());
      Query.Answer answer = query(fields).run(parameters(tile));
      raw.add(answer.millis());
      rawBytes.add(((byte[]) answer.value()).length);
      if (!oursFirst) {
        ours(tile, first, ourBytes);
      }
    }
    for (Tile tile : tiles) {
      again.add(client.get(path(tile), "Accept-Encoding", "gzip").millis());
      served.add(path(tile));
    }
    Page.row(
        z,
        tiles.size(),
        Page.millis(first.median()),
        Page.millis(first.slow()),
        Page.millis(again.median()),
        Page.millis(streamed.median()),
        Page.millis(streamed.slow()),
        Page.millis(raw.median()),
        Page.millis(raw.slow()),
        Page.ratio(raw.median() / first.median()),
        Page.ratio(raw.median() / streamed.median()),
        Math.round(ourBytes.median() / 1000),
        Math.round(rawBytes.median() / 1000));
  }

  /** The paths of all measured tiles. */
  List<String> served() {
    return List.copyOf(served);
  }

  private List<String> ours(Tile tile, Series millis, Series bytes)
      throws IOException, InterruptedException {
    Client.Answer answer = client.get(path(tile), "Accept-Encoding", "gzip");
    millis.add(answer.millis());
    bytes.add(answer.body().length);
    return TileFields.of(answer.body());
  }

  /** Prepared once for each set of properties, as a tile server does. */
  private Query query(List<String> fields) throws SQLException {
    Query known = queries.get(fields);
    if (known == null) {
      known = new Query(connection, sql(fields));
      queries.put(fields, known);
    }
    return known;
  }

  private String path(Tile tile) {
    return "/tiles/%s/%d/%d/%d.mvt".formatted(layer, tile.z, tile.x, tile.y);
  }

  private static Object[] parameters(Tile tile) {
    return new Object[] {tile.z, tile.x, tile.y, tile.z, tile.x, tile.y};
  }

  private String sql(List<String> fields) {
    return """
        SELECT ST_AsMVT(q, '%1$s', 4096, 'geom', 'fid') FROM (
          SELECT fid%2$s, ST_AsMVTGeom(ST_Transform(geom, 3857), ST_TileEnvelope(?, ?, ?), 4096, 64, true) AS geom
          FROM layers."%1$s"
          WHERE geom && ST_Transform(ST_TileEnvelope(?, ?, ?, margin => 64.0 / 4096), 4547)
        ) q"""
        .formatted(layer, fields.stream().map(f -> ", \"" + f + '"').collect(Collectors.joining()));
  }
}
