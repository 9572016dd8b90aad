package org.citygis.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.citygis.catalog.Field;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VersionNotes;
import org.citygis.catalog.Visibility;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.geo.TileCoord;
import org.citygis.history.FeatureHistory;
import org.citygis.history.FeatureState;
import org.citygis.history.FeatureStates;
import org.citygis.security.AccessDecision;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.Column;
import org.citygis.storage.ColumnType;
import org.citygis.storage.FeatureLoad;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.citygis.style.Styles;
import org.citygis.text.Text;
import org.geotools.api.filter.Filter;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Packs tell what the database tells, on both databases. */
@SpringBootTest(
    classes = PacksContract.Core.class,
    webEnvironment = SpringBootTest.WebEnvironment.MOCK,
    properties = "citygis.security.admin-password=Pack-it-up-7")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PacksContract {
  private static final int PLOTS = 3000;
  private static final Box CITY = new Box(440_000, 3_380_000, 448_000, 3_388_000);
  private static final GeometryFactory FACTORY = new GeometryFactory();

  @Configuration
  @EnableAutoConfiguration
  @ComponentScan(
      value = {
        "org.citygis.web",
        "org.citygis.security",
        "org.citygis.audit",
        "org.citygis.storage",
        "org.citygis.catalog",
        "org.citygis.style",
        "org.citygis.history"
      },
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Contract.*"))
  @ConfigurationPropertiesScan({"org.citygis.security", "org.citygis.storage"})
  static class Core {}

  /** A shape as it was handed out. */
  private record Seen(long fid, Shape.Kind kind, double area, Box box, List<Object> values) {}

  @Autowired Layers layers;
  @Autowired FeatureStore store;
  @Autowired FeatureHistory history;
  @Autowired FeatureStates states;
  @Autowired Styles styles;
  @Autowired PlatformTransactionManager transactions;
  @TempDir Path folder;

  private final List<String> fields = List.of("code", "name", "far", "built", "seen", "n");

  @BeforeAll
  void publish() {
    publish("plots", 1);
    publish("lots", 2);
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPackTellsWhatTheDatabaseTells(long seed) throws Exception {
    try (Packs packs = packs(DataSize.ofMegabytes(64))) {
      OpenLayer layer = await(packs, "plots");
      Random random = new Random(seed);
      int zoom = random.nextInt(8, 20);
      ShapeQuery query = query(box(random, zoom), zoom);

      Map<Long, Seen> packed = read(new PackedShapes(packs, store), layer, query);
      Map<Long, Seen> stored = read(new TableShapes(store)::read, layer, query);

      double step = WorldGrid.ofZoom(Math.min(zoom, 14)).stepMetres();
      // On the rim of the box rounding decides.
      Box inner = query.box().buffer(-3 * step);
      assertThat(stored.keySet()).containsAll(meeting(packed, inner));
      assertThat(packed.keySet()).containsAll(meeting(stored, inner));
      packed.keySet().retainAll(stored.keySet());
      packed.forEach(
          (fid, seen) -> {
            Seen other = stored.get(fid);
            assertThat(seen.values).isEqualTo(other.values);
            assertThat(seen.area)
                .isCloseTo(other.area, within(0.001 * other.area + 4 * step * length(other.box)));
            assertThat(seen.box.minX()).isCloseTo(other.box.minX(), within(3 * step));
            assertThat(seen.box.maxY()).isCloseTo(other.box.maxY(), within(3 * step));
          });
    }
  }

  @Test
  void whatIsTooSmallCoversAsMuchAsTheDatabaseSays() throws Exception {
    try (Packs packs = packs(DataSize.ofMegabytes(64))) {
      OpenLayer layer = await(packs, "plots");
      for (int zoom : new int[] {9, 11, 13}) {
        ShapeQuery query = query(mercator(CITY), zoom);
        double packed = merged(new PackedShapes(packs, store), layer, query);
        double stored = merged(new TableShapes(store)::read, layer, query);
        assertThat(packed).isPositive().isCloseTo(stored, within(0.002 * stored));
      }
    }
  }

  @Test
  void anEditIsSeenAtOnceAtEveryZoomAndAgainAfterThePackIsMadeAnew() throws Exception {
    try (Packs packs = packs(DataSize.ofMegabytes(64))) {
      await(packs, "lots");
      ShapeSource source = new PackedShapes(packs, store);
      Geometry far = FACTORY.toGeometry(new Envelope(460_000, 460_900, 3_400_000, 3_400_900));
      edit("lots", 7L, far, Map.of("name", "搬走的"));
      edit("lots", 8L, null, null);
      long added = edit("lots", null, far, Map.of("name", "新增的", "code", "C1"));
      for (int round = 0; round < 2; round++) {
        OpenLayer layer = await(packs, "lots");
        for (int zoom : new int[] {9, 12, 14, 17}) {
          Map<Long, Seen> there =
              read(source, layer, query(mercator(box(far.getEnvelopeInternal())), zoom));
          there.values().removeIf(seen -> seen.fid == Shape.MERGED);
          assertThat(there.keySet()).containsExactlyInAnyOrder(7L, added);
          if (zoom >= 14) {
            assertThat(there.get(7L).values.get(1)).isEqualTo("搬走的");
          }
          Box city = mercator(CITY);
          assertThat(meeting(read(source, layer, query(city, zoom)), city)).doesNotContain(7L, 8L);
        }
        packs.makeAnew(layer.layer());
        packs.awaitIdle();
      }
    }
  }

  @Test
  void rowsAndFieldsThatAUserMayNotSeeAreNotInWhatThePackTells() throws Exception {
    try (Packs packs = packs(DataSize.ofMegabytes(64))) {
      OpenLayer open = await(packs, "plots");
      Filter rows = ECQL.toFilter("code = 'R2' AND n < 1500");
      AccessDecision access =
          new AccessDecision(true, rows, Set.of("name", "n"), Text.same("test"));
      OpenLayer layer = new OpenLayer(open.layer(), access);
      for (int zoom : new int[] {10, 13, 17}) {
        ShapeQuery query = query(mercator(CITY), zoom);
        Map<Long, Seen> packed = read(new PackedShapes(packs, store), layer, query);
        Map<Long, Seen> stored = read(new TableShapes(store)::read, layer, query);
        assertThat(packed.keySet()).isNotEmpty().isEqualTo(stored.keySet());
        assertThat(packed.values())
            .allSatisfy(
                seen -> {
                  if (zoom >= 14) {
                    assertThat(seen.values.get(1)).isNull();
                    assertThat(seen.values.get(5)).isNull();
                  }
                  assertThat(seen.values.get(0)).isEqualTo("R2");
                });
      }
      AccessDecision denied = AccessDecision.denied(Text.same("no"));
      assertThatThrownBy(
              () ->
                  read(
                      new PackedShapes(packs, store),
                      new OpenLayer(open.layer(), denied),
                      query(mercator(CITY), 17)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aRestartFindsThePackAndATornFileIsMadeAnew() throws Exception {
    Path file;
    try (Packs packs = packs(DataSize.ofMegabytes(64))) {
      await(packs, "plots");
      file = only("plots");
    }
    Object made = Files.readAttributes(file, "unix:ino").get("ino");
    try (Packs packs = packs(DataSize.ofMegabytes(64))) {
      await(packs, "plots");
      assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isEqualTo(made);
    }
    byte[] good = Files.readAllBytes(file);
    Random random = new Random(3);
    for (int i = 0; i < 40; i++) {
      byte[] bad = good.clone();
      if (i % 2 == 0) {
        bad = Arrays.copyOf(good, random.nextInt(good.length));
      } else {
        int at = i < 20 ? random.nextInt(PackFile.HEAD - 24) : random.nextInt(good.length);
        bad[at] ^= (byte) (1 << random.nextInt(8));
      }
      Path torn = Files.write(folder.resolve("torn"), bad);
      if (!isUnusedPartOfTheHead(good, bad)) {
        assertThatThrownBy(() -> PackFile.open(torn)).isInstanceOf(IOException.class);
      }
    }
    Files.write(file, Arrays.copyOf(good, good.length / 2));
    try (Packs packs = packs(DataSize.ofMegabytes(64))) {
      OpenLayer layer = await(packs, "plots");
      assertThat(Files.size(file)).isGreaterThan(good.length / 2);
      assertThat(read(new PackedShapes(packs, store), layer, query(mercator(CITY), 17)))
          .hasSize(PLOTS);
    }
  }

  @Test
  void whatDoesNotFitIsGivenUpByUseOrReadFromTheDatabase() throws Exception {
    long size;
    try (Packs packs = packs(DataSize.ofMegabytes(64))) {
      await(packs, "plots");
      size = Files.size(only("plots"));
    }
    try (Packs packs = packs(DataSize.ofBytes(size * 3 / 2))) {
      await(packs, "plots");
      await(packs, "lots");
      assertThat(packs.isHeld("plots")).isFalse();
      await(packs, "plots");
      assertThat(packs.isHeld("lots")).isFalse();
    }
    Files.delete(only("plots"));
    try (Packs packs = packs(DataSize.ofBytes(size / 2))) {
      OpenLayer layer = layers.open(User.ANONYMOUS, "plots", Action.VIEW);
      packs.find(layer.layer());
      packs.awaitIdle();
      assertThat(packs.find(layer.layer())).isNull();
      assertThat(read(new PackedShapes(packs, store), layer, query(mercator(CITY), 17)))
          .hasSize(PLOTS);
      try (var left = Files.list(folder.resolve("packed"))) {
        assertThat(left.filter(f -> f.getFileName().toString().startsWith("plots"))).isEmpty();
      }
    }
  }

  private Packs packs(DataSize memory) {
    return new Packs(
        layers,
        store,
        history,
        new Drawings(styles),
        new PackSettings(memory, Long.MAX_VALUE),
        folder);
  }

  /** The layer, once its pack is there. */
  private OpenLayer await(Packs packs, String id) throws Exception {
    OpenLayer layer = layers.open(User.ANONYMOUS, id, Action.VIEW);
    if (packs.find(layer.layer()) == null) {
      packs.awaitIdle();
    }
    assertThat(packs.find(layer.layer())).isNotNull();
    return layer;
  }

  private Path only(String id) throws IOException {
    try (var files = Files.list(folder.resolve("packed"))) {
      List<Path> own = files.filter(f -> f.getFileName().toString().startsWith(id + "_v")).toList();
      assertThat(own).hasSize(1);
      return own.get(0);
    }
  }

  private static boolean isUnusedPartOfTheHead(byte[] good, byte[] bad) {
    if (good.length != bad.length) {
      return false;
    }
    int at = Arrays.mismatch(good, bad);
    return at < 0 || (at >= 40 && at < PackFile.HEAD);
  }

  private ShapeQuery query(Box box, int zoom) {
    Set<String> classes = styles.get("zoning").classFields();
    // At low zooms only what the level of the pack has; asking for more would read the whole layer.
    List<String> wanted = zoom >= 14 ? fields : fields.stream().filter(classes::contains).toList();
    return new ShapeQuery(box, zoom, wanted, classes);
  }

  private static Map<Long, Seen> read(ShapeSource source, OpenLayer layer, ShapeQuery query) {
    Map<Long, Seen> seen = new TreeMap<>();
    source.read(
        layer,
        query,
        shape -> {
          if (shape.fid() != Shape.MERGED) {
            Measure measure = new Measure();
            measure.of(shape);
            Seen one =
                new Seen(
                    shape.fid(),
                    shape.kind(),
                    Measure.area(shape),
                    new Box(measure.minX, measure.minY, measure.maxX, measure.maxY),
                    new ArrayList<>(Arrays.asList(shape.values())));
            assertThat(seen.put(shape.fid(), one)).isNull();
          }
        });
    return seen;
  }

  private static double merged(ShapeSource source, OpenLayer layer, ShapeQuery query) {
    double[] area = {0};
    source.read(
        layer,
        query,
        shape -> {
          if (shape.fid() == Shape.MERGED) {
            area[0] += Measure.area(shape);
          }
        });
    return area[0];
  }

  private static Set<Long> meeting(Map<Long, Seen> shapes, Box box) {
    return shapes.values().stream()
        .filter(seen -> meets(seen.box, box))
        .map(Seen::fid)
        .collect(Collectors.toSet());
  }

  private static double length(Box box) {
    return 2 * (box.width() + box.height());
  }

  private static boolean meets(Box a, Box b) {
    return a.minX() < b.maxX() && a.maxX() > b.minX() && a.minY() < b.maxY() && a.maxY() > b.minY();
  }

  private static Box box(Random random, int zoom) {
    double side = new TileCoord(zoom, 0, 0).size();
    Box city = mercator(CITY);
    double x = random.nextDouble(city.minX() - side, city.maxX());
    double y = random.nextDouble(city.minY() - side, city.maxY());
    return new Box(x, y, x + side, y + side);
  }

  private static Box box(Envelope envelope) {
    return Box.of(envelope);
  }

  private static Box mercator(Box box) {
    return Reprojection.between(Crs.epsg(4547), Crs.WEB_MERCATOR).apply(box);
  }

  /** Changes, deletes (null values) or adds (null fid) a row as editing does. */
  private long edit(String id, Long fid, Geometry shape, Map<String, ?> values) {
    OpenLayer layer = layers.open(User.ANONYMOUS, id, Action.VIEW);
    return new TransactionTemplate(transactions)
        .execute(
            status -> {
              layers.touched(id);
              FeatureState before = fid == null ? null : states.find(layer, fid).orElseThrow();
              long changed = fid == null ? store.insert(layer.table(), shape, values) : fid;
              if (fid != null && values == null) {
                store.delete(layer.table(), fid);
              } else if (fid != null) {
                store.update(layer.table(), fid, shape, values);
              }
              FeatureState after = states.find(layer, changed).orElse(null);
              history.add(User.SYSTEM, layer, changed, before, after, null);
              return changed;
            });
  }

  private void publish(String id, long seed) {
    LayerDefinition definition = definition(id);
    FeatureTable table =
        new FeatureTable(
            id,
            layers.reserveVersion(id),
            new GeometryColumn(GeometryColumn.Type.MULTIPOLYGON, Crs.epsg(4547)),
            definition.fields().stream().map(f -> new Column(f.name(), f.type())).toList());
    Random random = new Random(seed);
    String[] codes = {"R2", "C1", "M1", null};
    try (FeatureLoad load = store.load(table)) {
      for (long fid = 1; fid <= PLOTS; fid++) {
        load.add(
            fid,
            plot(random),
            Arrays.asList(
                codes[random.nextInt(4)],
                random.nextInt(10) == 0 ? null : "地块 " + fid,
                random.nextInt(10) == 0
                    ? null
                    : random.nextInt(500) / 100.0 + random.nextInt(2) * Math.PI,
                LocalDate.of(2020, 5, 1).minusDays(random.nextInt(40_000)),
                random.nextBoolean() ? null : Instant.parse("2026-01-31T00:15:00Z").plusMillis(fid),
                fid % 7 == 0 ? null : (Long) (fid * (fid % 2 == 0 ? 1 : -1_000_000_007L))));
      }
      layers.publish(definition, load, VersionNotes.of(User.SYSTEM, "test"));
    }
  }

  /** A star of 4 to 40 corners, some with a hole, from a few metres to a few hundred. */
  private static Geometry plot(Random random) {
    double x = random.nextDouble(CITY.minX(), CITY.maxX());
    double y = random.nextDouble(CITY.minY(), CITY.maxY());
    double size = Math.exp(random.nextDouble(1, 6));
    int corners = random.nextInt(4, 40);
    Coordinate[] ring = new Coordinate[corners + 1];
    Coordinate[] hole = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double radius = size * random.nextDouble(0.6, 1);
      double angle = 2 * Math.PI * i / corners;
      ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
      hole[i] = new Coordinate(x + radius * Math.cos(angle) / 3, y + radius * Math.sin(angle) / 3);
    }
    ring[corners] = ring[0].copy();
    hole[corners] = hole[0].copy();
    return random.nextInt(4) > 0
        ? FACTORY.createPolygon(ring)
        : FACTORY.createPolygon(
            FACTORY.createLinearRing(ring),
            new org.locationtech.jts.geom.LinearRing[] {FACTORY.createLinearRing(hole)});
  }

  private static LayerDefinition definition(String id) {
    List<Field> fields = new ArrayList<>();
    fields.add(field("code", ColumnType.TEXT));
    fields.add(field("name", ColumnType.TEXT));
    fields.add(field("far", ColumnType.NUMBER));
    fields.add(field("built", ColumnType.DATE));
    fields.add(field("seen", ColumnType.DATETIME));
    fields.add(field("n", ColumnType.INTEGER));
    return new LayerDefinition(
        id,
        Text.same(id),
        Text.same(id),
        "land",
        GeometryKind.POLYGON,
        null,
        "zoning",
        Visibility.PUBLIC,
        new LayerDefinition.ZoomRange(9, 22),
        null,
        null,
        50,
        false,
        null,
        List.of(),
        null,
        true,
        null,
        fields);
  }

  private static Field field(String name, ColumnType type) {
    return new Field(name, name, Text.same(name), type, null, null, false);
  }
}
