package org.citygis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.citygis.geo.Box;
import org.citygis.geo.TileCoord;

/**
 * Pictures of 256 by 256 pixels of filled, outlined and labelled parcels, by WMS: ours over HTTP,
 * MapServer's by FastCGI. Both ask the same table of the same database, draw the same symbols, and
 * keep nothing between requests but their connections and, ours, the packed index.
 */
final class ImagesBench {
  private static final int FIRST_ZOOM = 15;
  private static final int LAST_ZOOM = 18;
  private static final int WARM_UP = 150;
  private static final int PAIRS = 2;

  private final Client client;
  private final Connection connection;
  private final String source;
  private final String layer;
  private final Path folder;

  /**
   * @param source the database in libpq's words
   */
  ImagesBench(Client client, Connection connection, String source, String layer, Path folder) {
    this.client = client;
    this.connection = connection;
    this.source = source;
    this.layer = layer;
    this.folder = folder;
  }

  void run(int count) throws IOException, InterruptedException, SQLException {
    Page.title("Pictures");
    if (!isDrawnByOwner()) {
      Page.text(
          "Pictures are not measured: the imported layer has no field owner_kind, by which both sides choose symbols.");
      return;
    }
    Optional<MapServer> found = MapServer.start(folder, source, layer);
    if (found.isEmpty()) {
      Page.text(
          "MapServer is not measured: mapserv and cgi-fcgi are not installed (Debian: mapserver-bin or cgi-mapserver, libfcgi-bin).");
      return;
    }
    try (MapServer mapServer = found.get()) {
      Page.head(
          "zoom",
          "pictures",
          "CityGIS",
          "(95 %)",
          "CityGIS, without the index",
          "MapServer",
          "(95 %)",
          "CityGIS : MapServer",
          "without the index : MapServer",
          "KB CityGIS",
          "KB MapServer");
      for (String box : boxes(17, Places.of(connection, layer, WARM_UP, 7))) {
        client.get(path(box, false));
        client.get(path(box, true));
        mapServer.get(box);
      }
      List<Places.Place> places = Places.of(connection, layer, count, 43);
      for (int z = FIRST_ZOOM; z <= LAST_ZOOM; z++) {
        measure(z, boxes(z, places), mapServer);
      }
    }
    Page.text(
        """
        WMS GetMap of the boxes of random tiles, in turn (which of the two comes first changes). MapServer 8 as FastCGI with \
        one process that keeps its connection, asked at its socket without a web server, PNG at its fastest compression; ours \
        over HTTP. Without the index: the same with a condition that all rows meet, so that they come from the table. Labels \
        that cross the side of a tile are cut by MapServer or drawn on one side only; ours agree, for which features around \
        the tile are read too. Pairs of pictures lie in target/bench/pictures.""");
  }

  private void measure(int z, List<String> boxes, MapServer mapServer) throws IOException {
    Page.progress("pictures at zoom %d".formatted(z));
    Series ours = new Series();
    Series rows = new Series();
    Series theirs = new Series();
    Series ourBytes = new Series();
    Series theirBytes = new Series();
    Random random = new Random(z);
    Path pictures = Files.createDirectories(folder.resolve("pictures"));
    for (int i = 0; i < boxes.size(); i++) {
      String box = boxes.get(i);
      byte[] our = new byte[0];
      boolean oursFirst = random.nextBoolean();
      if (oursFirst) {
        our = ours(box, ours, ourBytes);
      }
      long start = System.nanoTime();
      byte[] their = mapServer.get(box);
      theirs.add((System.nanoTime() - start) / 1e6);
      theirBytes.add(their.length);
      if (!oursFirst) {
        our = ours(box, ours, ourBytes);
      }
      rows.add(client.get(path(box, true)).millis());
      if (i < PAIRS) {
        Files.write(pictures.resolve(z + "-" + i + "-citygis.png"), our);
        Files.write(pictures.resolve(z + "-" + i + "-mapserver.png"), their);
      }
    }
    Page.row(
        z,
        boxes.size(),
        Page.millis(ours.median()),
        Page.millis(ours.slow()),
        Page.millis(rows.median()),
        Page.millis(theirs.median()),
        Page.millis(theirs.slow()),
        Page.ratio(ours.median() / theirs.median()),
        Page.ratio(rows.median() / theirs.median()),
        Math.round(ourBytes.median() / 1000),
        Math.round(theirBytes.median() / 1000));
  }

  private byte[] ours(String box, Series millis, Series bytes) throws IOException {
    Client.Answer answer = client.get(path(box, false));
    millis.add(answer.millis());
    bytes.add(answer.body().length);
    return answer.body();
  }

  private String path(String box, boolean fromRows) {
    return "/wms?SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap&LAYERS="
        + layer
        + "&STYLES=&SRS=EPSG:3857&WIDTH=256&HEIGHT=256&FORMAT=image/png&BBOX="
        + box
        + (fromRows ? "&CQL_FILTER=fid%3E0" : "");
  }

  private static List<String> boxes(int z, List<Places.Place> places) {
    List<String> boxes = new ArrayList<>();
    for (Places.Place place : places) {
      double n = 1 << z;
      double lat = Math.toRadians(place.lat());
      double y = (1 - Math.log(Math.tan(lat) + 1 / Math.cos(lat)) / Math.PI) / 2;
      Box box = new TileCoord(z, (int) ((place.lon() + 180) / 360 * n), (int) (y * n)).mercator();
      String text =
          String.format(
              Locale.ROOT, "%.6f,%.6f,%.6f,%.6f", box.minX(), box.minY(), box.maxX(), box.maxY());
      if (!boxes.contains(text)) {
        boxes.add(text);
      }
    }
    return boxes;
  }

  private boolean isDrawnByOwner() throws SQLException {
    try (ResultSet columns =
        connection.getMetaData().getColumns(null, "layers", layer, "owner_kind")) {
      return columns.next();
    }
  }
}
