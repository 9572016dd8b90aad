package org.citygis.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page of 1,000 features in a box as GeoJSON, beside PostgreSQL that builds the same text. */
final class ItemsBench {
  private static final int PAGE = 1_000;
  private static final int WARM_UP = 100;
  private static final double RIM = 0.99;
  private final Client client;
  private final Query reach;
  private final Query page;
  private final Query count;
  private final String layer;
  private final Connection connection;

  ItemsBench(Client client, Connection connection, String layer)
      throws IOException, InterruptedException, SQLException {
    this.client = client;
    this.connection = connection;
    this.layer = layer;
    String box = "ST_Transform(ST_MakeEnvelope(?, ?, ?, ?, 4326), 4547)";
    String within =
        "FROM layers.\"%s\", (SELECT %s AS box) b WHERE geom && box AND ST_Intersects(geom, box)"
            .formatted(layer, box);
    this.page = new Query(connection, pageSql(FeatureSql.fields(client, layer), within));
    this.count = new Query(connection, "SELECT count(*) " + within);
    this.reach =
        new Query(
            connection,
            """
            SELECT ST_Distance(geom, p) FROM layers."%s", (SELECT ST_Transform(ST_Point(?, ?, 4326), 4547) AS p) q
            ORDER BY geom <-> p LIMIT 1 OFFSET %d"""
                .formatted(layer, PAGE + PAGE / 5));
  }

  private static String pageSql(List<String> fields, String within) {
    return """
        SELECT json_build_object('type', 'FeatureCollection', 'features', json_agg(%s))::text
        FROM (SELECT *, ST_Transform(geom, 4326) AS g %s ORDER BY fid LIMIT %d) f"""
        .formatted(FeatureSql.feature(fields, 7), within, PAGE);
  }

  /** West, south, east, north of a box that has somewhat more than a page. */
  private Object[] box(Places.Place place) throws SQLException {
    double metres = (Double) reach.run(place.lon(), place.lat()).value();
    double lat = metres / 111_320;
    double lon = lat / Math.cos(Math.toRadians(place.lat()));
    return new Object[] {
      place.lon() - lon, place.lat() - lat, place.lon() + lon, place.lat() + lat
    };
  }

  void run(int places) throws IOException, InterruptedException, SQLException {
    Page.title("Features in a box, a page of 1,000 as GeoJSON");
    Page.head("", "CityGIS", "(95 %)", "first byte", "raw SQL", "(95 %)", "CityGIS : SQL");
    for (Places.Place place : Places.of(connection, layer, WARM_UP, 7)) {
      Object[] box = box(place);
      client.get(path(box));
      client.get(path(box));
      page.run(box);
      count.run(box);
    }
    Series counted = new Series();
    Series countedFirst = new Series();
    Series known = new Series();
    Series knownFirst = new Series();
    Series pages = new Series();
    Series both = new Series();
    Series bytes = new Series();
    for (Places.Place place : Places.of(connection, layer, places, 43)) {
      Object[] box = box(place);
      Client.Answer ours = client.get(path(box));
      Query.Answer theirs = page.run(box);
      Query.Answer matched = count.run(box);
      sameAnswer(ours.json(), theirs, matched);
      counted.add(ours.millis());
      countedFirst.add(ours.firstByte());
      bytes.add(ours.body().length);
      Client.Answer again = client.get(path(box));
      known.add(again.millis());
      knownFirst.add(again.firstByte());
      pages.add(theirs.millis());
      both.add(theirs.millis() + matched.millis());
    }
    line("with exact numberMatched : page + count(*)", counted, countedFirst, both);
    line("asked again (count known) : page alone", known, knownFirst, pages);
    Page.text(
        """
        %d boxes with a little over 1,000 parcels each, median %d KB of GeoJSON without compression. \
        The SQL builds a FeatureCollection with ST_AsGeoJSON, json_build_object and json_agg; \
        the pages of both have the same features, up to 1 %% on the rim of the box."""
            .formatted(places, Math.round(bytes.median() / 1000)));
  }

  private static void line(String what, Series ours, Series first, Series theirs) {
    Page.row(
        what,
        Page.millis(ours.median()),
        Page.millis(ours.slow()),
        Page.millis(first.median()),
        Page.millis(theirs.median()),
        Page.millis(theirs.slow()),
        Page.ratio(ours.median() / theirs.median()));
  }

  /**
   * A box in degrees has curved sides in metres; CityGIS follows them and the SQL does not, so that
   * a parcel on the rim may be in one of the answers only.
   */
  private static void sameAnswer(JsonNode ours, Query.Answer page, Query.Answer count) {
    List<Long> theirs = ids(JsonMapper.shared().readTree((String) page.value()));
    List<Long> common = new ArrayList<>(ids(ours));
    common.retainAll(theirs);
    long matched = ours.get("numberMatched").asLong();
    if (common.size() < RIM * PAGE || Math.abs(matched - (Long) count.value()) > 3) {
      throw new IllegalStateException(
          "of %d features %d are in the other page of %d; numberMatched %d, count(*) %s"
              .formatted(PAGE, common.size(), theirs.size(), matched, count.value()));
    }
  }

  private static List<Long> ids(JsonNode collection) {
    List<Long> ids = new ArrayList<>();
    collection.get("features").forEach(feature -> ids.add(feature.get("id").asLong()));
    return ids;
  }

  private String path(Object[] box) {
    return String.format(
        Locale.ROOT,
        "/ogc/collections/%s/items?f=json&limit=%d&bbox=%s,%s,%s,%s",
        layer,
        PAGE,
        box[0],
        box[1],
        box[2],
        box[3]);
  }
}
