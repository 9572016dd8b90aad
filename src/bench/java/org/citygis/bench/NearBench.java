package org.citygis.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The nearest points and those within a distance, beside the best SQL for the same lists. */
final class NearBench {
  private static final int NEAREST = 10;
  private static final int METRES = 100;
  private static final int WARM_UP = 200;

  private final Client client;
  private final Connection connection;
  private final String layer;
  private final Query nearest;
  private final Query within;

  NearBench(Client client, Connection connection, String layer)
      throws IOException, InterruptedException, SQLException {
    this.client = client;
    this.connection = connection;
    this.layer = layer;
    String from =
        """
        SELECT json_build_object('type', 'FeatureCollection', 'features', json_agg(%s))::text
        FROM (SELECT *, ST_Transform(geom, 4326) AS g FROM (
          SELECT *, ST_Distance(geom, p) AS d FROM layers."%s",
            (SELECT ST_Transform(ST_Point(?, ?, 4326), 4547) AS p) q"""
            .formatted(FeatureSql.feature(FeatureSql.fields(client, layer), 7), layer);
    this.nearest =
        new Query(connection, from + " ORDER BY geom <-> p LIMIT %d) n) f".formatted(NEAREST));
    this.within =
        new Query(
            connection, from + " WHERE ST_DWithin(geom, p, %d) ORDER BY d) n) f".formatted(METRES));
  }

  void run(int places) throws IOException, InterruptedException, SQLException {
    Page.title("Nearest and within, by /api/near");
    Page.head("", "found", "CityGIS", "(95 %)", "raw SQL", "(95 %)", "CityGIS : SQL");
    measure("the %d nearest".formatted(NEAREST), "k=" + NEAREST, nearest, places);
    measure("within %d m".formatted(METRES), "distance=" + METRES, within, places);
    Page.text(
        """
        CityGIS measures geodesic distances and bearings; the SQL measures in the plane of EPSG:4547 and answers by JDBC, \
        prepared, with the same fields as GeoJSON.""");
  }

  private void measure(String what, String condition, Query sql, int places)
      throws IOException, InterruptedException, SQLException {
    for (Places.Place place : Places.of(connection, layer, WARM_UP, 7)) {
      client.get(path(place, condition));
      sql.run(place.lon(), place.lat());
    }
    Series found = new Series();
    Series ours = new Series();
    Series theirs = new Series();
    List<Places.Place> asked = Places.of(connection, layer, places, 45);
    for (Places.Place place : asked) {
      Client.Answer answer = client.get(path(place, condition));
      Query.Answer list = sql.run(place.lon(), place.lat());
      int here = features(new String(answer.body(), StandardCharsets.UTF_8));
      int there = features((String) list.value());
      // On the rim the plane and the ellipsoid may see one more or less.
      if (Math.abs(here - there) > 1 + there / 50) {
        throw new IllegalStateException(
            "%s around %s: %d, raw SQL %d".formatted(what, place, here, there));
      }
      found.add(here);
      ours.add(answer.millis());
      theirs.add(list.millis());
    }
    Page.row(
        what,
        Math.round(found.median()),
        Page.millis(ours.median()),
        Page.millis(ours.slow()),
        Page.millis(theirs.median()),
        Page.millis(theirs.slow()),
        Page.ratio(ours.median() / theirs.median()));
  }

  private static int features(String json) {
    return json.split("\"geometry\"", -1).length - 1;
  }

  private String path(Places.Place place, String condition) {
    return String.format(
        Locale.ROOT,
        "/api/near?layer=%s&lon=%s&lat=%s&%s",
        layer,
        place.lon(),
        place.lat(),
        condition);
  }
}
