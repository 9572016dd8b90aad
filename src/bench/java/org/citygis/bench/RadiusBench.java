package org.citygis.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Incidents around a point, nearest first, beside raw SQL for the same list and total. */
final class RadiusBench {
  static final String LAYER = "incidents";
  private static final int LIMIT = 200;
  private static final int WARM_UP = 20;
  private static final List<Integer> METRES = List.of(300, 1_000, 3_000);

  private final Client client;
  private final Connection connection;
  private final Query page;
  private final Query count;

  RadiusBench(Client client, Connection connection) throws SQLException {
    this.client = client;
    this.connection = connection;
    String within =
        """
        FROM layers."%s", (SELECT ST_Transform(ST_Point(?, ?, 4326), 4547) AS p) q
        WHERE ST_DWithin(geom, p, ?)"""
            .formatted(LAYER);
    this.count = new Query(connection, "SELECT count(*) " + within);
    this.page =
        new Query(
            connection,
            """
            SELECT json_agg(json_build_object('id', fid, 'title', title, 'class', class, 'kind', kind, 'level', level,
              'status', status, 'occurred_at', occurred_at, 'address', address, 'reporter', reporter,
              'description', description, 'lon', ST_X(c), 'lat', ST_Y(c), 'distance_m', d))::text
            FROM (SELECT i.*, ST_Transform(geom, 4326) AS c FROM (
              SELECT *, ST_Distance(geom, p) AS d %s ORDER BY geom <-> p LIMIT %d) i) f"""
                .formatted(within, LIMIT));
  }

  void run(int places) throws IOException, InterruptedException, SQLException {
    Page.title("Incidents around a point, the 200 nearest and the total");
    Page.head(
        "radius", "found", "CityGIS", "(95 %)", "raw SQL", "(95 %)", "CityGIS : SQL", "same total");
    List<Places.Place> warm = Places.of(connection, LAYER, WARM_UP, 7);
    List<Places.Place> asked = Places.of(connection, LAYER, places, 44);
    for (int metres : METRES) {
      for (Places.Place place : warm) {
        client.get(path(place, metres));
        page.run(place.lon(), place.lat(), (double) metres);
        count.run(place.lon(), place.lat(), (double) metres);
      }
      measure(metres, asked);
    }
    Page.text(
        """
        CityGIS measures on the ellipsoid, the SQL in the plane of EPSG:4547 (the faster of the two in PostGIS); a total may \
        therefore differ by the incidents on the rim. The SQL is two statements, list and count(*), by JDBC.""");
  }

  private void measure(int metres, List<Places.Place> places)
      throws IOException, InterruptedException, SQLException {
    Series found = new Series();
    Series ours = new Series();
    Series theirs = new Series();
    int same = 0;
    for (Places.Place place : places) {
      Client.Answer answer = client.get(path(place, metres));
      Query.Answer list = page.run(place.lon(), place.lat(), (double) metres);
      Query.Answer total = count.run(place.lon(), place.lat(), (double) metres);
      ours.add(answer.millis());
      theirs.add(list.millis() + total.millis());
      JsonNode json = answer.json();
      long matched = json.get("total").asLong();
      found.add(matched);
      long difference = Math.abs(matched - (Long) total.value());
      if (difference > 2 + matched / 50) {
        throw new IllegalStateException(
            "%d m around %s: %d, raw SQL %s".formatted(metres, place, matched, total.value()));
      }
      same += difference == 0 ? 1 : 0;
    }
    Page.row(
        metres + " m",
        Math.round(found.median()),
        Page.millis(ours.median()),
        Page.millis(ours.slow()),
        Page.millis(theirs.median()),
        Page.millis(theirs.slow()),
        Page.ratio(ours.median() / theirs.median()),
        same + " of " + places.size());
  }

  private static String path(Places.Place place, int metres) {
    return String.format(
        Locale.ROOT,
        "/api/incidents?lon=%s&lat=%s&radius=%d&limit=%d",
        place.lon(),
        place.lat(),
        metres,
        LIMIT);
  }
}
