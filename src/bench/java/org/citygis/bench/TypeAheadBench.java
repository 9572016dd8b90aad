package org.citygis.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Search as one types: beginnings, parts and beginnings of words of names of the layer, one to six
 * letters or characters long, beside ILIKE with a trigram index.
 */
final class TypeAheadBench {
  static final String LAYER = "addresses";
  private static final int LIMIT = 10;
  private static final int LONGEST = 6;
  private static final int WARM_UP = 100;
  private static final long PATIENCE_MILLIS = 120_000;

  private final Client client;
  private final Connection connection;

  TypeAheadBench(Client client, Connection connection) {
    this.client = client;
    this.connection = connection;
  }

  private enum Part {
    BEGINNING("the beginning of a name"),
    WORD("the beginning of a word"),
    INSIDE("a part of a name");

    private final String title;

    Part(String title) {
      this.title = title;
    }
  }

  void run(int rounds) throws IOException, InterruptedException, SQLException {
    Page.title("Search: type-ahead on %,d addresses".formatted(rows()));
    double ready = awaitNames();
    boolean trigrams = indexTrigrams();
    Page.head("", "CityGIS", "(95 %)", "ILIKE", "(95 %)", "CityGIS : ILIKE");
    try (Query like = new Query(connection, likeSql())) {
      for (Part part : Part.values()) {
        measure(part, rounds, like);
      }
    }
    Page.text(
        """
        %d searches of one to %d letters for each line, by names of the layer in Chinese and English, from places in it; \
        the %d best by rank and nearness. The names were in memory %s after the first search asked for them. \
        ILIKE orders by nearness alone and knows neither pinyin nor ranks%s."""
            .formatted(
                rounds,
                LONGEST,
                LIMIT,
                Page.seconds(ready),
                trigrams ? "; it has a pg_trgm index on both fields" : "; pg_trgm is not there"));
  }

  private void measure(Part part, int rounds, Query like)
      throws IOException, InterruptedException, SQLException {
    List<Places.Place> places = Places.of(connection, LAYER, rounds + WARM_UP, 46);
    List<String> names = names(rounds + WARM_UP);
    Random random = new Random(47);
    Series ours = new Series();
    Series theirs = new Series();
    for (int i = 0; i < names.size(); i++) {
      String typed = typed(names.get(i), part, random);
      Places.Place place = places.get(i);
      Client.Answer answer = client.get(path(typed, place));
      boolean asked = i < WARM_UP || i % 10 == 0;
      double sql =
          asked
              ? like.run(place.lon(), place.lat(), pattern(part, typed), pattern(part, typed))
                  .millis()
              : Double.NaN;
      if (i >= WARM_UP) {
        check(answer.json(), typed);
        ours.add(answer.millis());
        if (asked) {
          theirs.add(sql);
        }
      }
    }
    Page.row(
        part.title,
        Page.millis(ours.median()),
        Page.millis(ours.slow()),
        Page.millis(theirs.median()),
        Page.millis(theirs.slow()),
        Page.ratio(ours.median() / theirs.median()));
  }

  private static void check(JsonNode answer, String typed) {
    if (answer.get("places").isEmpty() || !answer.get("incomplete").isEmpty()) {
      throw new IllegalStateException("'%s' was not found whole: %s".formatted(typed, answer));
    }
  }

  private static String typed(String name, Part part, Random random) {
    int from =
        switch (part) {
          case BEGINNING -> 0;
          case WORD -> Math.max(name.lastIndexOf(' ') + 1, name.indexOf(' ') < 0 ? 2 : 0);
          case INSIDE -> random.nextInt(Math.max(1, name.length() - 1));
        };
    int start = Math.min(from, name.length() - 1);
    int end = Math.min(name.length(), start + 1 + random.nextInt(LONGEST));
    String typed = name.substring(start, end).strip();
    return typed.isEmpty() ? name.substring(0, 1) : typed;
  }

  private static String pattern(Part part, String typed) {
    return (part == Part.BEGINNING ? "" : "%") + typed + "%";
  }

  /** Milliseconds until a search answers from memory. */
  private double awaitNames() throws IOException, InterruptedException {
    long start = System.nanoTime();
    while ((System.nanoTime() - start) / 1_000_000 < PATIENCE_MILLIS) {
      JsonNode answer = client.get("/api/places?q=zzz&layers=" + LAYER).json();
      if (answer.get("incomplete").isEmpty()) {
        return (System.nanoTime() - start) / 1e6;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("the names of %s are not in memory".formatted(LAYER));
  }

  private boolean indexTrigrams() throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
      String table =
          text(
              """
              SELECT format('%%I.%%I', n.nspname, c.relname) FROM pg_depend d
              JOIN pg_rewrite r ON r.oid = d.objid JOIN pg_class c ON c.oid = d.refobjid AND c.relkind = 'r'
              JOIN pg_namespace n ON n.oid = c.relnamespace WHERE r.ev_class = 'layers."%s"'::regclass LIMIT 1"""
                  .formatted(LAYER));
      statement.execute("CREATE INDEX ON %s USING gin (name gin_trgm_ops)".formatted(table));
      statement.execute("CREATE INDEX ON %s USING gin (name_en gin_trgm_ops)".formatted(table));
      statement.execute("ANALYZE " + table);
      return true;
    } catch (SQLException e) {
      Page.progress("no pg_trgm: " + e.getMessage());
      return false;
    }
  }

  private String likeSql() {
    return """
        SELECT json_agg(f)::text FROM (
          SELECT fid, name, name_en, ST_AsText(ST_Transform(geom, 4326)) FROM layers."%s",
            (SELECT ST_Transform(ST_Point(?, ?, 4326), 4547) AS p) q
          WHERE name ILIKE ? OR name_en ILIKE ? ORDER BY geom <-> p LIMIT %d) f"""
        .formatted(LAYER, LIMIT);
  }

  private List<String> names(int count) throws SQLException {
    List<String> names = new ArrayList<>();
    Random random = new Random(48);
    String sql = "SELECT name, name_en FROM layers.\"%s\" WHERE fid = ?".formatted(LAYER);
    long rows = rows();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Iterator<Long> fids = random.longs(1, rows + 1).iterator();
      while (names.size() < count) {
        statement.setLong(1, fids.next());
        try (ResultSet result = statement.executeQuery()) {
          if (result.next()) {
            names.add(result.getString(1 + names.size() % 2));
          }
        }
      }
    }
    return names;
  }

  private long rows() throws SQLException {
    return Long.parseLong(text("SELECT max(fid)::text FROM layers.\"" + LAYER + '"'));
  }

  private String text(String sql) throws SQLException {
    try (Query query = new Query(connection, sql)) {
      return (String) query.run().value();
    }
  }

  private String path(String typed, Places.Place place) {
    return String.format(
        Locale.ROOT,
        "/api/places?layers=%s&limit=%d&near=%s,%s&q=%s",
        LAYER,
        LIMIT,
        place.lon(),
        place.lat(),
        URLEncoder.encode(typed, StandardCharsets.UTF_8));
  }
}
