package org.citygis.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Geodesic;
import org.citygis.geo.LonLat;
import org.citygis.geo.Reprojection;
import org.citygis.geo.Ruler;
import org.citygis.security.AccessDecision;
import org.citygis.text.Text;
import org.geotools.filter.text.cql2.CQLException;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Nearest and within against the geodesic to every row, on random data, on both databases. */
@SpringBootTest(
    classes = FeatureStoreContract.Storage.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE)
abstract class NearestRowsContract {
  private static final AccessDecision ALL = AccessDecision.allowed(Set.of(), Text.same("test"));
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final int ROWS = 3_000;

  /** A row and how far it is. */
  private record Far(long fid, double metres) {}

  @Autowired FeatureStore store;

  /**
   * @param degrees how wide the data lie, around 113.5 E: 5 degrees are more than a zone
   */
  @ParameterizedTest
  @CsvSource({
    "EPSG:4547, 0.3, true",
    "EPSG:4547, 5, true",
    "EPSG:4526, 0.01, true",
    "EPSG:4326, 0.3, true",
    "EPSG:4490, 5, true",
    "EPSG:3857, 1, true",
    "EPSG:3395, 1, true",
    "EPSG:4547, 0.3, false",
    "EPSG:4490, 0.3, false",
    "EPSG:4547, 5, false"
  })
  void theAnswerIsThatOfTheGeodesicToEveryRow(String code, double degrees, boolean points)
      throws CQLException {
    Crs crs = Crs.parse("crs", code);
    GeometryColumn column =
        new GeometryColumn(
            points ? GeometryColumn.Type.POINT : GeometryColumn.Type.MULTIPOLYGON, crs);
    FeatureTable table =
        new FeatureTable("near", 1, column, List.of(new Column("n", ColumnType.INTEGER)));
    List<Geometry> shapes = load(table, crs, degrees, points);
    try {
      Random random = new Random(2);
      for (int i = 0; i < 8; i++) {
        LonLat centre =
            new LonLat(
                113.5 + 1.2 * degrees * (random.nextDouble() - 0.5),
                30.5 + 1.2 * degrees * (random.nextDouble() - 0.5));
        List<Far> all = all(shapes, crs, centre);
        FeatureQuery query = FeatureQuery.of(ALL, table);
        for (int count : new int[] {1, 10, 200}) {
          assertThat(nearest(table, query, centre, count)).isEqualTo(first(all, count));
        }
        FeatureQuery few = query.filter(ECQL.toFilter("n = 7"));
        assertThat(nearest(table, few, centre, 5))
            .isEqualTo(first(all.stream().filter(f -> f.fid % 100 == 7).toList(), 5));
        assertThat(nearest(table, query, centre, 2 * ROWS)).hasSize(ROWS);
        for (double metres : new double[] {1_000, 20_000, all.get(40).metres}) {
          assertThat(within(table, query, centre, metres))
              .isEqualTo(all.stream().filter(f -> f.metres <= metres).map(Far::fid).toList());
        }
        for (double metres : new double[] {1, 1_000, 20_000, all.get(40).metres, 300_000}) {
          List<Far> near = all.stream().filter(f -> f.metres <= metres).toList();
          for (int count : new int[] {1, 10, 200}) {
            assertThat(around(table, query, centre, metres, count))
                .isEqualTo(new Around(near.size(), first(near, count)));
          }
          List<Far> sevens = near.stream().filter(f -> f.fid % 100 == 7).toList();
          assertThat(around(table, few, centre, metres, 5))
              .isEqualTo(new Around(sevens.size(), first(sevens, 5)));
        }
      }
    } finally {
      store.drop(table);
    }
  }

  @Test
  void equallyNearRowsComeByFidAndAreAllCounted() {
    Crs crs = Crs.parse("crs", "EPSG:4547");
    FeatureTable table =
        new FeatureTable(
            "near",
            2,
            new GeometryColumn(GeometryColumn.Type.POINT, crs),
            List.of(new Column("n", ColumnType.INTEGER)));
    Coordinate here = Reprojection.between(Crs.CRS84, crs).apply(113.5, 30.5);
    try (FeatureLoad load = store.load(table)) {
      for (long i = 1; i <= 900; i++) {
        // In three heaps, 0, 300 and 600 m away.
        load.add(
            i, SHAPES.createPoint(new Coordinate(here.x + 300 * (i % 3), here.y)), List.of(i % 3));
      }
      load.finish();
    }
    try {
      LonLat centre = new LonLat(113.5, 30.5);
      FeatureQuery query = FeatureQuery.of(ALL, table);
      List<Long> heap = LongStream.rangeClosed(1, 300).map(i -> 3 * i).boxed().toList();
      assertThat(around(table, query, centre, 450, 50))
          .isEqualTo(new Around(600, heap.subList(0, 50)));
      assertThat(around(table, query, centre, 299, 400)).isEqualTo(new Around(300, heap));
      assertThat(nearest(table, query, centre, 50)).isEqualTo(heap.subList(0, 50));
      Box elsewhere = new Box(here.x + 5_000, here.y, here.x + 6_000, here.y + 1);
      assertThat(around(table, query.box(elsewhere), centre, 450, 50))
          .isEqualTo(new Around(0, List.of()));
      Box second = new Box(here.x + 299, here.y - 1, here.x + 301, here.y + 1);
      assertThat(around(table, query.box(second), centre, 450, 1))
          .isEqualTo(new Around(300, List.of(1L)));
    } finally {
      store.drop(table);
    }
  }

  @Test
  void rowsThatARuleHidesAreNeitherFoundNorCounted() throws CQLException {
    Crs crs = Crs.parse("crs", "EPSG:4547");
    FeatureTable table =
        new FeatureTable(
            "near",
            3,
            new GeometryColumn(GeometryColumn.Type.POINT, crs),
            List.of(new Column("n", ColumnType.INTEGER)));
    load(table, crs, 0.3, true);
    try {
      LonLat centre = new LonLat(113.5, 30.5);
      AccessDecision sevens =
          new AccessDecision(true, ECQL.toFilter("n = 7"), Set.of("n"), Text.same("test"));
      Around all = around(table, FeatureQuery.of(ALL, table), centre, 5_000, 1_000);
      List<Long> allowed = all.fids.stream().filter(fid -> fid % 100 == 7).toList();
      assertThat(allowed).isNotEmpty();
      assertThat(around(table, FeatureQuery.of(sevens, table), centre, 5_000, 2))
          .isEqualTo(new Around(allowed.size(), allowed.subList(0, Math.min(2, allowed.size()))));
    } finally {
      store.drop(table);
    }
  }

  private record Around(long total, List<Long> fids) {}

  private Around around(
      FeatureTable table, FeatureQuery query, LonLat centre, double metres, int count) {
    RowsAround.Found<Long> found =
        new RowsAround(store, table, query).find(centre, metres, count, FeatureRow::fid);
    return new Around(
        found.total(), found.closest().stream().map(ClosestRows.Close::value).toList());
  }

  private List<Geometry> load(FeatureTable table, Crs crs, double degrees, boolean points) {
    Random random = new Random(1);
    Reprojection own = Reprojection.between(Crs.CRS84, crs);
    List<Geometry> shapes = new ArrayList<>();
    try (FeatureLoad load = store.load(table)) {
      for (int i = 1; i <= ROWS; i++) {
        double lon = 113.5 + degrees * (random.nextDouble() - 0.5);
        double lat = 30.5 + degrees * (random.nextDouble() - 0.5);
        Geometry shape =
            points
                ? SHAPES.createPoint(own.apply(lon, lat))
                : polygon(random, own, lon, lat, degrees / 40);
        shapes.add(shape);
        load.add(i, shape, List.of((long) i % 100));
      }
      load.add(ROWS + 1, null, List.of(1L));
      load.finish();
    }
    return shapes;
  }

  private static Geometry polygon(
      Random random, Reprojection own, double lon, double lat, double size) {
    int corners = 3 + random.nextInt(9);
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double radius = size * (0.2 + 0.8 * random.nextDouble());
      ring[i] = own.apply(lon + radius * Math.cos(angle), lat + radius * Math.sin(angle));
    }
    ring[corners] = ring[0].copy();
    return SHAPES.createPolygon(ring);
  }

  private static List<Far> all(List<Geometry> shapes, Crs crs, LonLat centre) {
    Reprojection toLonLat = Reprojection.between(crs, Crs.CRS84);
    Ruler ruler = Ruler.at(centre, crs);
    List<Far> all = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      double metres;
      if (shapes.get(i) instanceof Point point) {
        Coordinate at = toLonLat.apply(point.getX(), point.getY());
        metres = Geodesic.distanceMetres(centre, new LonLat(at.x, at.y));
      } else {
        metres = ruler.to(shapes.get(i)).metres();
      }
      all.add(new Far(i + 1, metres));
    }
    all.sort(Comparator.comparingDouble(Far::metres).thenComparingLong(Far::fid));
    return all;
  }

  private static List<Long> first(List<Far> all, int count) {
    return all.stream().limit(count).map(Far::fid).toList();
  }

  private List<Long> nearest(FeatureTable table, FeatureQuery query, LonLat centre, int count) {
    return new NearestRows(store, table, query)
        .find(centre, count, FeatureRow::fid).stream().map(ClosestRows.Close::value).toList();
  }

  private List<Long> within(FeatureTable table, FeatureQuery query, LonLat centre, double metres) {
    List<Far> found = new ArrayList<>();
    new NearestRows(store, table, query)
        .within(
            SHAPES.createPoint(new Coordinate(centre.lon(), centre.lat())),
            metres,
            (row, proximity) -> found.add(new Far(row.fid(), proximity.metres())));
    found.sort(Comparator.comparingDouble(Far::metres).thenComparingLong(Far::fid));
    return found.stream().map(Far::fid).toList();
  }
}
