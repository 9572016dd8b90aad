package org.citygis.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.citygis.cql2.FilterLanguage;
import org.citygis.cql2.Kind;
import org.citygis.cql2.Queryable;
import org.citygis.cql2.Target;
import org.citygis.geo.Crs;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every operator of CQL2 on random rows: what the database finds is what the JVM finds, for a
 * filter and for its opposite, on both databases.
 */
@SpringBootTest(
    classes = FeatureStoreContract.Storage.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class FilterContract {
  private static final int ROWS = 250;
  private static final int FILTERS = 200;
  private static final Crs PLANE = Crs.WEB_MERCATOR;
  private static final List<Column> COLUMNS =
      List.of(
          new Column("name", ColumnType.TEXT),
          new Column("other", ColumnType.TEXT),
          new Column("n", ColumnType.INTEGER),
          new Column("m", ColumnType.INTEGER),
          new Column("x", ColumnType.NUMBER),
          new Column("flag", ColumnType.BOOLEAN),
          new Column("day", ColumnType.DATE),
          new Column("until", ColumnType.DATE),
          new Column("seen", ColumnType.DATETIME));
  private static final List<Queryable> QUERYABLES =
      List.of(
          new Queryable("name", Kind.TEXT),
          new Queryable("other", Kind.TEXT),
          new Queryable("n", Kind.INTEGER),
          new Queryable("m", Kind.INTEGER),
          new Queryable("x", Kind.NUMBER),
          new Queryable("flag", Kind.BOOLEAN),
          new Queryable("day", Kind.DATE),
          new Queryable("until", Kind.DATE),
          new Queryable("seen", Kind.DATETIME),
          new Queryable("fid", Kind.INTEGER),
          new Queryable("geometry", Kind.GEOMETRY, "geom"));
  private static final List<@Nullable String> NAMES =
      Arrays.asList(
          "a", "A", "ab", "Ab", "É", "e", "é", "straße", "STRASSE", "武汉", "武汉市", "𠮷野家", "ｶ",
          "100%", "a_b", "a\\b", "x\ny", "ΣΑΣ", "σας", "", "O'Neil", "AXB", null);

  /** A row as it was loaded. */
  record Row(long fid, @Nullable Geometry shape, List<@Nullable Object> values) {}

  @Autowired FeatureStore store;
  @Autowired JdbcTemplate jdbc;
  private @Nullable FeatureTable table;

  abstract Dialect dialect();

  @AfterEach
  void drop() {
    if (table != null) {
      store.drop(table);
    }
  }

  @ParameterizedTest
  @EnumSource(GeometryColumn.Type.class)
  void theDatabaseFindsWhatTheJvmFinds(GeometryColumn.Type type) {
    FeatureTable filtered =
        new FeatureTable(
            "filtered_" + type.name().toLowerCase(java.util.Locale.ROOT),
            1,
            new GeometryColumn(type, PLANE),
            COLUMNS);
    table = filtered;
    List<Row> rows = rows(type);
    try (FeatureLoad load = store.load(filtered)) {
      rows.forEach(r -> load.add(r.fid, r.shape, r.values));
      load.finish();
    }
    RandomFilters random = new RandomFilters(20_260_101 + type.ordinal());
    int notEmpty = 0;
    for (int i = 0; i < FILTERS; i++) {
      String text = random.condition(i % 3);
      List<Long> found = compare(filtered, rows, text);
      compare(filtered, rows, "NOT (" + text + ")");
      notEmpty += found.isEmpty() ? 0 : 1;
    }
    assertThat(notEmpty).as("filters that find anything").isGreaterThan(FILTERS / 2);
  }

  @Test
  void aSpatialFilterAsksTheIndex() {
    FeatureTable many =
        new FeatureTable(
            "filtered_many", 1, new GeometryColumn(GeometryColumn.Type.POINT, PLANE), COLUMNS);
    table = many;
    List<@Nullable Object> nothing = Arrays.asList(new Object[COLUMNS.size()]);
    try (FeatureLoad load = store.load(many)) {
      for (long i = 0; i < 20_000; i++) {
        load.add(i + 1, wkt("POINT (%d %d)".formatted(i % 200, i / 200)), nothing);
      }
      load.finish();
    }
    for (String text :
        List.of(
            "S_INTERSECTS(geometry, BBOX(10, 10, 12, 12)) AND n IS NULL",
            "S_WITHIN(geometry, POLYGON((10 10, 14 10, 14 14, 10 10)))",
            "S_TOUCHES(geometry, GEOMETRYCOLLECTION(POINT(3 3), LINESTRING(4 4, 6 4)))")) {
      FeatureQuery query = FeatureQuery.of(FeatureStoreContract.ALL, many).filter(compiled(text));
      Select select = new Select(many, query, dialect());
      List<String> plan =
          jdbc.query(
              "EXPLAIN " + select.rows(),
              statement -> select.condition().bindAll(statement),
              (row, i) -> row.getString(1));
      assertThat(String.join("\n", plan)).as(text).containsIgnoringCase("filtered_many_v1_geom");
    }
  }

  private List<Long> compare(FeatureTable table, List<Row> rows, String text) {
    Filter filter = compiled(text);
    List<Long> expected = inJvm(table, rows, filter);
    FeatureQuery query = FeatureQuery.of(FeatureStoreContract.ALL, table).filter(filter);
    List<Long> found = fids(table, query.withoutGeometry());
    assertThat(rows.stream().filter(r -> found.contains(r.fid) != expected.contains(r.fid)))
        .as("rows that only one of database and JVM finds: " + text)
        .isEmpty();
    assertThat(store.count(table, query)).as(text).isEqualTo(expected.size());
    assertThat(fids(table, query.page(3, 5)))
        .as(text)
        .isEqualTo(expected.stream().skip(3).limit(5).toList());
    return expected;
  }

  private List<Long> fids(FeatureTable table, FeatureQuery query) {
    List<Long> fids = new ArrayList<>();
    store.read(
        table,
        query,
        row -> {
          assertThat(row.wkb() != null && !query.withGeometry()).isFalse();
          return fids.add(row.fid());
        });
    return fids;
  }

  static Filter compiled(String text) {
    return FilterLanguage.TEXT.read(text).compile(new Target(QUERYABLES, PLANE, PLANE, null));
  }

  private static List<Long> inJvm(FeatureTable table, List<Row> rows, Filter filter) {
    List<Column> needed = new ArrayList<>();
    Columns columns = new Columns(table, Set.of());
    FilterTruth truth = new FilterTruth(filter, columns, new RowValues(columns, 0, needed));
    return rows.stream()
        .filter(r -> isTrue(truth, new InMemory(r, needed)))
        .map(Row::fid)
        .sorted()
        .toList();
  }

  private static boolean isTrue(FilterTruth truth, FeatureRow row) {
    try {
      return truth.isTrue(row);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private record InMemory(Row row, List<Column> needed) implements FeatureRow {
    @Override
    public long fid() {
      return row.fid;
    }

    @Override
    public byte @Nullable [] wkb() {
      return row.shape == null ? null : new byte[0];
    }

    @Override
    public @Nullable Geometry geometry() {
      return row.shape;
    }

    @Override
    public @Nullable Object value(int index) {
      Column column = needed.get(index);
      return column.name().equals("fid") ? row.fid : row.values.get(COLUMNS.indexOf(column));
    }
  }

  private static List<Row> rows(GeometryColumn.Type type) {
    Random random = new Random(42 + type.ordinal());
    List<Row> rows = new ArrayList<>();
    for (long fid = 1; fid <= ROWS; fid++) {
      List<@Nullable Object> values = new ArrayList<>();
      values.add(NAMES.get(random.nextInt(NAMES.size())));
      values.add(NAMES.get(random.nextInt(NAMES.size())));
      values.add(orNull(random, random.nextInt(12) - 3L));
      values.add(orNull(random, random.nextInt(4) * 1L));
      values.add(orNull(random, (random.nextInt(24) - 8) / 4.0));
      values.add(orNull(random, random.nextBoolean()));
      LocalDate day = LocalDate.of(2020, 1, 1 + random.nextInt(9));
      values.add(orNull(random, day));
      values.add(orNull(random, day.plusDays(random.nextInt(4))));
      values.add(
          orNull(
              random,
              Instant.parse("2020-01-01T00:00:00Z").plusSeconds(3600L * 4 * random.nextInt(60))));
      Geometry shape = random.nextInt(12) == 0 ? null : wkt(shape(type, random));
      rows.add(new Row(fid, shape, values));
    }
    return rows;
  }

  private static @Nullable Object orNull(Random random, Object value) {
    return random.nextInt(6) == 0 ? null : value;
  }

  private static String shape(GeometryColumn.Type type, Random random) {
    int a = random.nextInt(8);
    int b = random.nextInt(8);
    int c = 1 + random.nextInt(4);
    String square =
        "((%1$d %2$d, %3$d %2$d, %3$d %4$d, %1$d %4$d, %1$d %2$d))".formatted(a, b, a + c, b + c);
    String line = "(%d %d, %d %d, %d %d)".formatted(a, b, a + c, b, a + c, b + c);
    return switch (type) {
      case POINT -> "POINT (%d %d)".formatted(a, b);
      case MULTIPOINT -> "MULTIPOINT ((%d %d), (%d %d))".formatted(a, b, a + c, b + c);
      case MULTILINESTRING -> "MULTILINESTRING (" + line + ")";
      case MULTIPOLYGON -> "MULTIPOLYGON (" + square + ")";
      case GEOMETRY ->
          switch (random.nextInt(4)) {
            case 0 -> "POINT (%d %d)".formatted(a, b);
            case 1 -> "LINESTRING " + line;
            case 2 -> "POLYGON " + square;
            default -> "GEOMETRYCOLLECTION (POINT (%d %d), POLYGON %s)".formatted(b, a, square);
          };
    };
  }

  private static Geometry wkt(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (ParseException e) {
      throw new IllegalArgumentException(wkt, e);
    }
  }
}
