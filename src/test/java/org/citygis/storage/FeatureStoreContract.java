package org.citygis.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.problem.Problem;
import org.citygis.security.AccessDecision;
import org.citygis.text.Text;
import org.geotools.api.filter.Filter;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What both databases must do alike. */
@SpringBootTest(
    classes = FeatureStoreContract.Storage.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class FeatureStoreContract {
  private static final Crs GAUSS_KRUGER = Crs.epsg(4547);
  static final FeatureTable PARCELS =
      new FeatureTable(
          "parcels",
          1,
          new GeometryColumn(GeometryColumn.Type.MULTIPOLYGON, GAUSS_KRUGER),
          List.of(
              new Column("name", ColumnType.TEXT),
              new Column("floors", ColumnType.INTEGER),
              new Column("area", ColumnType.NUMBER),
              new Column("vacant", ColumnType.BOOLEAN),
              new Column("registered", ColumnType.DATE),
              new Column("seen", ColumnType.DATETIME),
              new Column("secret", ColumnType.TEXT)));
  static final AccessDecision ALL = AccessDecision.allowed(Set.of(), Text.same("test"));

  @Configuration
  @EnableAutoConfiguration
  @ComponentScan("org.citygis.storage")
  @ConfigurationPropertiesScan("org.citygis.storage")
  static class Storage {}

  @Autowired FeatureStore store;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void load() {
    try (FeatureLoad load = store.load(PARCELS)) {
      for (int i = 0; i < 10; i++) {
        load.add(i + 1, square(500_000 + 100 * i, 3_300_000, 50), row(i));
      }
      load.add(11, null, Arrays.asList(null, null, null, null, null, null, null));
      assertThat(load.finish()).isEqualTo(11);
    }
  }

  @AfterEach
  void drop() {
    store.dropView("parcels");
    store.drop(PARCELS);
  }

  private static List<Object> row(int i) {
    return List.of(
        "地块" + i,
        (long) i,
        i + 0.5,
        i % 2 == 0,
        LocalDate.of(2026, 1, 1).plusDays(i),
        Instant.parse("2026-01-31T08:15:00.123Z").plusSeconds(i),
        "s" + i);
  }

  private static Geometry square(double x, double y, double side) {
    return wkt(
        "POLYGON ((%s %s, %s %s, %s %s, %s %s, %s %s))"
            .formatted(x, y, x, y + side, x + side, y + side, x + side, y, x, y));
  }

  private static Geometry wkt(String wkt) {
    try {
      return new WKTReader().read(wkt);
    } catch (org.locationtech.jts.io.ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private List<Long> fids(FeatureQuery query) {
    List<Long> fids = new ArrayList<>();
    store.read(PARCELS, query, row -> fids.add(row.fid()));
    assertThat(query.limit() >= 0 ? fids.size() : store.count(PARCELS, query))
        .isEqualTo(fids.size());
    return fids;
  }

  private static FeatureQuery all() {
    return FeatureQuery.of(ALL, PARCELS);
  }

  private static Filter ecql(String text) {
    try {
      return ECQL.toFilter(text);
    } catch (org.geotools.filter.text.cql2.CQLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void everyTypeComesBackAsItWentIn() {
    List<Object> values = new ArrayList<>();
    store.read(
        PARCELS,
        all().filter(ecql("fid = 3")),
        row -> {
          for (int i = 0; i < PARCELS.columns().size(); i++) {
            values.add(row.value(i));
          }
          assertThat(row.geometry()).isNotNull();
          assertThat(row.geometry().getGeometryType()).isEqualTo("MultiPolygon");
          assertThat(row.geometry().equalsTopo(square(500_200, 3_300_000, 50))).isTrue();
          return true;
        });
    assertThat(values).isEqualTo(row(2));
  }

  @Test
  void aRowOfNullsStaysARowOfNulls() {
    store.read(
        PARCELS,
        all().filter(ecql("fid = 11")),
        row -> {
          assertThat(row.geometry()).isNull();
          for (int i = 0; i < PARCELS.columns().size(); i++) {
            assertThat(row.value(i)).isNull();
          }
          return true;
        });
  }

  @Test
  void aBoxFindsWhatItMeets() {
    assertThat(fids(all().box(new Box(500_100, 3_299_000, 500_210, 3_400_000))))
        .containsExactlyInAnyOrder(2L, 3L);
  }

  @Test
  void anAreaIsExactWhereABoxIsNot() {
    Geometry triangle =
        wkt("POLYGON ((500000 3300000, 500400 3300400, 500000 3300400, 500000 3300000))");
    assertThat(fids(all().area(triangle))).containsExactly(1L);
    assertThat(fids(all().box(Box.of(triangle.getEnvelopeInternal())))).hasSize(5);
  }

  @Test
  void filtersAreBoundAndTyped() {
    assertThat(fids(all().filter(ecql("name = '地块4'")))).containsExactly(5L);
    assertThat(fids(all().filter(ecql("name = 'x'' OR 1=1 --'")))).isEmpty();
    assertThat(fids(all().filter(ecql("floors > 6 AND vacant = true")))).containsExactly(9L);
    assertThat(fids(all().filter(ecql("area BETWEEN 1 AND 2 OR registered = '2026-01-10'"))))
        .containsExactlyInAnyOrder(2L, 10L);
    assertThat(fids(all().filter(ecql("name LIKE '%块1'")))).containsExactly(2L);
    assertThat(fids(all().filter(ecql("floors IN (1, 3, 99)")))).containsExactlyInAnyOrder(2L, 4L);
    assertThat(fids(all().filter(ecql("name = '地块1' OR name = '地块2' OR floors = 7"))))
        .containsExactlyInAnyOrder(2L, 3L, 8L);
    assertThat(fids(all().filter(ecql("name IS NULL")))).containsExactly(11L);
    assertThat(fids(all().filter(ecql("NOT floors < 9")))).containsExactly(10L);
    assertThat(fids(all().filter(ecql("seen > '2026-01-31T16:15:08+08:00'"))))
        .containsExactlyInAnyOrder(9L, 10L);
  }

  @Test
  void aWrongValueIsRefusedByName() {
    assertThatThrownBy(() -> fids(all().filter(ecql("floors = 'many'"))))
        .isInstanceOfSatisfying(
            Problem.Invalid.class, p -> assertThat(p.value()).isEqualTo("many"));
    assertThatThrownBy(() -> fids(all().filter(ecql("nowhere = 1"))))
        .isInstanceOf(Problem.Invalid.class);
  }

  @Test
  void hiddenFieldsNeitherLeaveNorFilter() {
    FeatureQuery masked =
        FeatureQuery.of(AccessDecision.allowed(Set.of("secret"), Text.same("test")), PARCELS);
    assertThat(masked.fields()).doesNotContain("secret");
    assertThatThrownBy(() -> fids(masked.filter(ecql("secret = 's1'"))))
        .isInstanceOf(Problem.Invalid.class);
  }

  @Test
  void theDecisionsRowsAreTheOnlyRows() {
    AccessDecision some =
        new AccessDecision(true, ecql("floors < 2"), Set.of("floors"), Text.same("test"));
    assertThat(fids(FeatureQuery.of(some, PARCELS))).containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void pagesJoinedAreTheWhole() {
    List<Long> joined = new ArrayList<>();
    long after = 0;
    while (true) {
      List<Long> page = fids(all().afterFid(after).page(0, 4));
      if (page.isEmpty()) {
        break;
      }
      joined.addAll(page);
      after = page.getLast();
    }
    assertThat(joined).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
    assertThat(fids(all().order(List.of(new FeatureQuery.Order("floors", true))).page(2, 3)))
        .containsExactly(8L, 7L, 6L);
  }

  /** Keys with ties and with rows that have no value: the eleventh row, and some more like it. */
  @ParameterizedTest
  @CsvSource({
    "vacant, false, name, false",
    "vacant, true, floors, true",
    "name, true, area, false",
    "registered, false, vacant, true",
    "seen, true, name, true",
    "area, false, seen, false"
  })
  void sortedPagesJoinedAreTheWholeInOrder(
      String first, boolean firstDown, String second, boolean secondDown) {
    for (int i = 0; i < 5; i++) {
      store.insert(PARCELS, null, i % 2 == 0 ? Map.of() : Map.of("vacant", true, "name", "地块3"));
    }
    FeatureQuery sorted =
        all()
            .fields(List.of(first, second))
            .order(
                List.of(
                    new FeatureQuery.Order(first, firstDown),
                    new FeatureQuery.Order(second, secondDown)));
    List<Long> whole = fids(sorted.page(0, 100));
    assertThat(whole).hasSize(16).doesNotHaveDuplicates();
    for (int size = 1; size <= 4; size++) {
      List<Long> joined = new ArrayList<>();
      FeatureQuery.After after = null;
      do {
        FeatureQuery.After from = after;
        List<FeatureQuery.After> page = new ArrayList<>();
        store.read(
            PARCELS,
            sorted.after(from).page(0, size),
            row ->
                page.add(
                    new FeatureQuery.After(Arrays.asList(row.value(0), row.value(1)), row.fid())));
        page.forEach(place -> joined.add(place.fid()));
        after = page.isEmpty() ? null : page.getLast();
      } while (after != null);
      assertThat(joined).as("pages of " + size).isEqualTo(whole);
    }
  }

  @Test
  void rowsWithoutAValueComeLastInEitherDirection() {
    assertThat(fids(all().order(List.of(new FeatureQuery.Order("floors", false))).page(0, 20)))
        .endsWith(10L, 11L);
    assertThat(fids(all().order(List.of(new FeatureQuery.Order("floors", true))).page(0, 20)))
        .startsWith(10L)
        .endsWith(1L, 11L);
  }

  @Test
  void aHiddenOrUnknownFieldIsNotSortedBy() {
    AccessDecision hiding = AccessDecision.allowed(Set.of("secret"), Text.same("test"));
    for (String field : List.of("secret", "nosuch", "x\" DESC")) {
      FeatureQuery query =
          FeatureQuery.of(hiding, PARCELS)
              .order(List.of(new FeatureQuery.Order(field, false)))
              .page(0, 5);
      assertThatThrownBy(() -> store.read(PARCELS, query, row -> true))
          .isInstanceOf(Problem.Invalid.class)
          .hasMessageContaining(field);
    }
  }

  @Test
  void theExtentIsThatOfAllShapes() {
    assertThat(store.findExtent(PARCELS)).contains(new Box(500_000, 3_300_000, 500_950, 3_300_050));
  }

  @Test
  void singleEditsInsertUpdateAndDelete() {
    long fid =
        store.insert(PARCELS, square(600_000, 3_300_000, 10), Map.of("name", "新", "floors", 7L));
    assertThat(fid).isEqualTo(12);
    assertThat(store.update(PARCELS, fid, square(700_000, 3_300_000, 10), Map.of("floors", 8L)))
        .isTrue();
    assertThat(
            fids(
                all()
                    .box(new Box(700_000, 3_300_000, 700_001, 3_300_001))
                    .filter(ecql("floors = 8 AND name = '新'"))))
        .containsExactly(12L);
    assertThat(store.delete(PARCELS, fid)).isTrue();
    assertThat(store.update(PARCELS, fid, null, Map.of("floors", 9L))).isFalse();
  }

  @Test
  void aLoadThatIsNotFinishedLeavesNothing() {
    FeatureTable second = new FeatureTable("parcels", 2, PARCELS.geometry(), PARCELS.columns());
    try (FeatureLoad load = store.load(second)) {
      load.add(1, square(0, 0, 1), row(1));
    }
    try (FeatureLoad again = store.load(second)) {
      assertThat(again.finish()).isZero();
    }
    store.drop(second);
  }

  @Test
  void aFlatShapeEntersALayerOfHeights() {
    FeatureTable heights =
        new FeatureTable(
            "parcels",
            3,
            new GeometryColumn(GeometryColumn.Type.MULTIPOLYGON, true, false, GAUSS_KRUGER),
            List.of());
    try (FeatureLoad load = store.load(heights)) {
      load.add(1, square(0, 0, 1), List.of());
      load.add(2, wkt("POLYGON Z ((0 0 5, 0 1 5, 1 1 5, 0 0 5))"), List.of());
      load.finish();
    }
    List<Double> lifted = new ArrayList<>();
    store.read(
        heights,
        FeatureQuery.of(ALL, heights).page(0, 2),
        row -> lifted.add(java.util.Objects.requireNonNull(row.geometry()).getCoordinate().getZ()));
    store.drop(heights);
    assertThat(lifted).containsExactly(0.0, 5.0);
  }

  @Test
  void theViewFollowsTheVersion() {
    FeatureTable second =
        new FeatureTable(
            "parcels", 2, PARCELS.geometry(), List.of(new Column("other", ColumnType.TEXT)));
    store.pointView(PARCELS);
    assertThat(jdbc.sql("SELECT COUNT(*) FROM \"layers\".\"parcels\"").query(Long.class).single())
        .isEqualTo(11);
    try (FeatureLoad load = store.load(second)) {
      load.add(1, square(0, 0, 1), List.of("x"));
      load.finish();
    }
    store.pointView(second);
    assertThat(
            jdbc.sql("SELECT \"other\" FROM \"layers\".\"parcels\"").query(String.class).single())
        .isEqualTo("x");
    store.dropView("parcels");
    store.drop(second);
  }

  @Test
  void heightsAndMeasuresAreKept() {
    FeatureTable heights =
        new FeatureTable(
            "heights",
            1,
            new GeometryColumn(GeometryColumn.Type.MULTILINESTRING, true, true, GAUSS_KRUGER),
            List.of());
    try (FeatureLoad load = store.load(heights)) {
      load.add(1, wkt("LINESTRING ZM (1 2 3 4, 5 6 7 8)"), List.of());
      load.finish();
    }
    store.read(
        heights,
        FeatureQuery.of(ALL, heights),
        row -> {
          assertThat(row.geometry()).isNotNull();
          assertThat(row.geometry().getCoordinate().getZ()).isEqualTo(3);
          assertThat(row.geometry().getCoordinate().getM()).isEqualTo(4);
          return true;
        });
    store.drop(heights);
  }
}
