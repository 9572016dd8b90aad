package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.citygis.geo.Geodesic;
import org.citygis.geo.LonLat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the portal measures, writes and reads filters, asked of its modules in the browser. */
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryModulesTest {
  private static final String FIELDS =
      """
      const { cql2 } = await import('/app/filter/cql2.js');
      const { readCql2 } = await import('/app/filter/cql2-read.js');
      const fields = [{ name: 'name', type: 'text' }, { name: 'code', type: 'text', codes: 'land' }, { name: 'date', type: 'date' },
        { name: 'at', type: 'datetime' }, { name: 'n', type: 'integer' }, { name: 'b', type: 'boolean' }, { name: '地类', type: 'text' }, { name: 'geometry', type: 'geometry' }];
      const now = Date.parse('2026-01-08T20:00:00Z');
      """;

  @LocalServerPort private int port;
  private Browser browser;

  @BeforeAll
  void openBrowser() {
    browser = new Browser(port);
    browser.open("/?work=services&lang=zh");
  }

  @AfterAll
  void closeBrowser() {
    browser.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-5, 1e-3, 0.01, 0.3, 8})
  void lengthsAndBearingsAreThoseOfGeographicLib(double spread) {
    List<LonLat> points = points(40, spread, 7);
    JsonNode told =
        answer(
            """
            const { geodesic } = await import('/app/map/geodesic.js');
            const points = %s;
            return points.slice(1).map((to, i) => { const it = geodesic(points[i], to); return [it.metres, it.bearing]; });"""
                .formatted(json(points)));
    for (int i = 1; i < points.size(); i++) {
      LonLat from = points.get(i - 1);
      LonLat to = points.get(i);
      double metres = Geodesic.distanceMetres(from, to);
      assertThat(told.get(i - 1).get(0).asDouble()).isCloseTo(metres, within(metres * 1e-8 + 1e-8));
      assertThat(told.get(i - 1).get(1).asDouble())
          .isCloseTo(Geodesic.bearingDegrees(from, to), within(1e-4));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 1e-3, 0.01, 0.3, 8})
  void areasAreThoseOfGeographicLib(double size) {
    for (int corners = 3; corners < 12; corners++) {
      List<LonLat> ring = ring(corners, size, corners);
      double told =
          answer(
                  "const { areaOf } = await import('/app/map/geodesic.js'); return areaOf(%s);"
                      .formatted(json(ring)))
              .asDouble();
      double area = Geodesic.areaSquareMetres(polygon(ring));
      assertThat(told).isCloseTo(area, within(area * 1e-8 + 1e-4));
    }
  }

  @Test
  void aCircleAndACorridorReachAsFarAsTheySay() {
    JsonNode told =
        answer(
            """
            const { circlePolygon, corridor } = await import('/app/map/shapes.js');
            const circle = circlePolygon({ lon: 113.4, lat: 30.58, radius: 2000 });
            const parts = corridor([[113.4, 30.58], [113.41, 30.58], [113.41, 30.6]], 300);
            return [circle.coordinates[0], parts.map(it => it.coordinates[0])];""");
    for (JsonNode corner : told.get(0)) {
      assertThat(Geodesic.distanceMetres(new LonLat(113.4, 30.58), at(corner)))
          .isCloseTo(2000, within(0.5));
    }
    assertThat(told.get(1)).hasSize(2);
    for (JsonNode corner : told.get(1).get(0)) {
      double nearest =
          Math.min(
              Geodesic.distanceMetres(new LonLat(113.4, 30.58), at(corner)),
              Geodesic.distanceMetres(new LonLat(113.41, 30.58), at(corner)));
      assertThat(nearest).isCloseTo(300, within(0.1));
    }
  }

  @Test
  void everyConditionIsWrittenAsItsCql2() {
    assertThat(
            browser.answer(
                FIELDS
                    + """
                    const write = (field, op, values = [], ignoreCase) => cql2({ field, op, values, ignoreCase }, fields, now);
                    return [write('name', 'contains', ["O'Hara 5%_"], true), write('地类', 'starts', ['居'], false), write('name', 'equals', ['a'], true), write('name', 'empty'),
                      write('code', 'in', ['R2', 'G1']), write('code', 'out', ['R2']), write('n', 'between', ['1', '2.50']), write('n', 'differs', ['-3']),
                      write('date', 'since', ['2026-01-01']), write('date', 'last', ['7']), write('at', 'before', ['2026-01-01T08:30']), write('at', 'last', ['0']), write('b', 'no'),
                      write('geometry', 'meets', [{ type: 'Polygon', coordinates: [[[113.4, 30.5], [113.5, 30.5], [113.5, 30.6], [113.4, 30.5]]] }]), write('n', 'between', ['1'])].join('\\n');"""))
        .isEqualTo(
            json(
                """
                CASEI(name) LIKE CASEI('%O''Hara 5\\%\\_%')
                "地类" LIKE '居%'
                CASEI(name) = CASEI('a')
                name IS NULL
                code IN ('R2', 'G1')
                code NOT IN ('R2')
                n BETWEEN 1 AND 2.5
                n <> -3
                "date" >= DATE('2026-01-01')
                "date" >= DATE('2026-01-02')
                at < TIMESTAMP('2026-01-01T00:30:00Z')
                at >= TIMESTAMP('2026-01-08T16:00:00Z')
                b = FALSE
                S_INTERSECTS(geometry, POLYGON((113.4 30.5,113.5 30.5,113.5 30.6,113.4 30.5)))
                """));
  }

  @Test
  void rowsComeBackFromTheirTextAsTheyWere() {
    assertThat(
            browser.answer(
                FIELDS
                    + """
                    const ring = [[113.4, 30.5], [113.5, 30.5], [113.5, 30.6], [113.4, 30.5]];
                    const area = { type: 'Polygon', coordinates: [ring] };
                    const root = { join: 'all', not: false, parts: [
                      { field: 'name', op: 'contains', values: ["O'Hara\\\\' 100%_\\\\x"], ignoreCase: true },
                      { join: 'any', not: true, parts: [{ field: 'code', op: 'in', values: ['R2', "G'1"] }, { field: 'n', op: 'between', values: ['1', '2.5'] }] },
                      { field: 'at', op: 'since', values: ['2020-01-01T08:30'] },
                      { field: 'date', op: 'between', values: ['2020-01-01', '2020-02-01'] },
                      { field: '地类', op: 'filled', values: [], ignoreCase: true },
                      { field: 'geometry', op: 'meets', values: [area, area] }] };
                    return JSON.stringify(readCql2(cql2(root, fields), fields)) === JSON.stringify(root);"""))
        .isEqualTo("true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n = 1 OR (n < 2 AND (b = TRUE OR n = 3))",
        "n + 1 > 3",
        "code LIKE 'R%'",
        "unknown = 1",
        "n = 1 AND",
        "S_DISJOINT(geometry, POLYGON((1 2,3 4,5 6,1 2)))",
        "at > TIMESTAMP('2020-01-01T00:00:00Z')",
        "geometry = 1",
        "n BETWEEN 1 AND",
        "$",
      })
  void whatTheFormCannotShowStaysText(String text) {
    assertThat(browser.answer(FIELDS + "return readCql2(%s, fields);".formatted(json(text))))
        .isEqualTo("null");
  }

  @Test
  void theMapFiltersAsTheServerDoesAndRefusesWhatTilesCannotTell() {
    assertThat(
            browser.answer(
                FIELDS
                    + """
                    const { styleFilter } = await import('/app/filter/style-filter.js');
                    const { compile } = await import('/app/map/expression.js');
                    const passes = (text, feature) => { const found = styleFilter(readCql2(text, fields), fields); return found && compile(found)(feature, {}); };
                    const two = { name: 'Abc', code: 'R2', n: 2 };
                    return [passes("CASEI(name) LIKE CASEI('%B%')", two), passes("name LIKE '%B%'", two), passes("code IN ('R2') AND n BETWEEN 1 AND 3", two), passes('n <> 3', {}), passes('NOT (n = 3)', {}),
                      passes('NOT (n = 3)', two), passes('n IS NULL', {}), passes("NOT (n = 3 AND b = TRUE)", two), passes("S_INTERSECTS(geometry, BBOX(1,2,3,4))", two)];"""))
        .isEqualTo("[true,false,true,false,false,true,true,null,null]");
  }

  @Test
  void aDrawnQuestionComesBackFromTheAddress() {
    assertThat(
            browser.answer(
                """
                const { fromAddress, toAddress } = await import('/app/query/area.js');
                const all = [{ kind: 'circle', at: [113.4, 30.58], metres: 500 }, { kind: 'line', points: [[113.4, 30.58], [113.5, 30.6]], metres: 200 },
                  { kind: 'box', points: [[113.4, 30.58], [113.5, 30.6]] }, { kind: 'polygon', points: [[113.4, 30.58], [113.5, 30.6], [113.4, 30.6]] }];
                return [all.every(it => JSON.stringify(fromAddress(toAddress(it))) === JSON.stringify(Object.fromEntries(Object.entries(it)))), ['', 'circle**1 2', 'line*5*1 2', 'polygon**1 2,3 4', 'star*5*1 2'].map(fromAddress)];"""))
        .isEqualTo("[true,[null,null,null,null,null]]");
  }

  private JsonNode answer(String body) {
    return JsonMapper.shared().readTree(browser.answer(body));
  }

  private static List<LonLat> points(int count, double spread, long seed) {
    Random random = new Random(seed);
    List<LonLat> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(
          new LonLat(
              113.4 + spread * (random.nextDouble() - 0.5),
              30.58 + spread * (random.nextDouble() - 0.5)));
    }
    return points;
  }

  /** Corners around a centre, at different distances, so that the ring does not cross itself. */
  private static List<LonLat> ring(int corners, double size, long seed) {
    Random random = new Random(seed);
    List<LonLat> ring = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double radius = size * (0.4 + 0.6 * random.nextDouble());
      ring.add(new LonLat(113.4 + radius * Math.cos(angle), 30.58 + radius * Math.sin(angle)));
    }
    return ring;
  }

  private static org.locationtech.jts.geom.Polygon polygon(List<LonLat> ring) {
    List<Coordinate> closed = new ArrayList<>();
    ring.forEach(it -> closed.add(new Coordinate(it.lon(), it.lat())));
    closed.add(closed.getFirst());
    return new GeometryFactory().createPolygon(closed.toArray(Coordinate[]::new));
  }

  private static LonLat at(JsonNode corner) {
    return new LonLat(corner.get(0).asDouble(), corner.get(1).asDouble());
  }

  private static String json(List<LonLat> points) {
    return points.stream()
        .map(it -> String.format(Locale.ROOT, "[%s,%s]", it.lon(), it.lat()))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String json(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }
}
