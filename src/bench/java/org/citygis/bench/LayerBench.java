package org.citygis.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * A whole layer as one GeoJSON document, streamed, beside PostgreSQL that builds the same document
 * and returns it, and beside PostgreSQL that sends it feature by feature.
 */
final class LayerBench {
  private static final int PORTION = 1_000;

  private final Client client;
  private final Connection connection;
  private final String layer;
  private final String document;
  private final String features;

  LayerBench(Client client, Connection connection, String layer)
      throws IOException, InterruptedException {
    this.client = client;
    this.connection = connection;
    this.layer = layer;
    List<String> fields = FeatureSql.fields(client, layer);
    String from =
        "FROM (SELECT *, ST_Transform(geom, 4326) AS g FROM layers.\"%s\") f".formatted(layer);
    // Nine digits after the point, as the download has them.
    String feature = FeatureSql.feature(fields, 9);
    this.document =
        "SELECT convert_to(json_build_object('type', 'FeatureCollection', 'features', json_agg(%s))::text, 'UTF8') %s"
            .formatted(feature, from);
    this.features = "SELECT convert_to(%s::text, 'UTF8') %s".formatted(feature, from);
  }

  void run(int rounds) throws IOException, InterruptedException, SQLException {
    Page.title("A whole layer as GeoJSON");
    Series ours = new Series();
    Series first = new Series();
    Series theirs = new Series();
    Series portions = new Series();
    Client.Flow flow = client.drain(path());
    long sent = portions();
    // What it was before the JVM had compiled it is not told.
    client.drain(path());
    for (int i = 0; i < rounds; i++) {
      flow = client.drain(path());
      ours.add(flow.millis());
      first.add(flow.firstByte());
      theirs.add(document());
      long start = System.nanoTime();
      sent = portions();
      portions.add((System.nanoTime() - start) / 1e6);
    }
    Page.head("", "time", "first byte", "speed : one document");
    Page.row(
        "CityGIS, GET /api/layers/{id}/export?f=geojson",
        Page.seconds(ours.median()),
        Page.millis(first.median()),
        Page.ratio(theirs.median() / ours.median()));
    Page.row("SQL, one document by json_agg", Page.seconds(theirs.median()), "", Page.ratio(1));
    Page.row(
        "SQL, feature by feature through a cursor",
        Page.seconds(portions.median()),
        "",
        Page.ratio(theirs.median() / portions.median()));
    Page.text(
        "%,d features, %d MB over HTTP without compression; the SQL sent %d MB (it prints blanks, and numbers in other ways)."
            .formatted(rows(), flow.bytes() / 1_000_000, sent / 1_000_000));
  }

  private String path() {
    return "/api/layers/" + layer + "/export?f=geojson";
  }

  private double document() throws SQLException {
    long start = System.nanoTime();
    try (PreparedStatement statement = connection.prepareStatement(document);
        ResultSet result = statement.executeQuery()) {
      result.next();
      if (result.getBytes(1).length == 0) {
        throw new IllegalStateException("no document");
      }
    }
    return (System.nanoTime() - start) / 1e6;
  }

  /** Bytes sent. */
  private long portions() throws SQLException {
    long bytes = 0;
    connection.setAutoCommit(false);
    try (PreparedStatement statement = connection.prepareStatement(features)) {
      statement.setFetchSize(PORTION);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          bytes += result.getBytes(1).length;
        }
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    return bytes;
  }

  private long rows() throws SQLException {
    try (Query count =
        new Query(connection, "SELECT count(*) FROM layers.\"%s\"".formatted(layer))) {
      return (Long) count.run().value();
    }
  }
}
