package org.citygis.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.citygis.geo.TileCoord;
import org.citygis.packed.Shape;
import org.citygis.packed.Wkb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class TileCutterTest {
  /**
   * A tile over Wuhan; shapes are given in its units and laid out in Web Mercator, so that they
   * come back exactly.
   */
  private static final TileCoord TILE = new TileCoord(17, 106824, 53666);

  private static final Shape.Kind POINT = Shape.Kind.POINT;
  private static final Shape.Kind LINE = Shape.Kind.LINE;
  private static final Shape.Kind POLYGON = Shape.Kind.POLYGON;

  @Test
  void aPolygonComesBackWithItsNumberPropertiesAndWinding() throws Exception {
    byte[] tile =
        cut(
            POLYGON,
            new Object[] {"二类居住用地", 12L, -3, 2.5, true, null},
            "POLYGON ((100 100, 100 300, 300 300, 300 100, 100 100), (150 150, 250 150, 250 250, 150 250, 150 150))");

    DecodedTile decoded = DecodedTile.of(tile);

    assertThat(decoded.layer()).isEqualTo("zoning");
    assertThat(decoded.version()).isEqualTo(2);
    assertThat(decoded.extent()).isEqualTo(4096);
    DecodedTile.Feature feature = decoded.features().get(0);
    assertThat(feature.id()).isEqualTo(0);
    assertThat(feature.properties())
        .isEqualTo(Map.of("a", "二类居住用地", "b", 12L, "c", -3L, "d", 2.5, "e", true));
    assertThat(DecodedTile.Feature.doubleArea(feature.parts().get(0))).isEqualTo(2 * 200 * 200);
    assertThat(DecodedTile.Feature.doubleArea(feature.parts().get(1))).isEqualTo(-2 * 100 * 100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINT | POINT (5 7) | 5 7",
        "POINT | MULTIPOINT (5 7, 9 9) | 5 7 / 9 9",
        "POINT | POINT (4160 0) | 4160 0",
        "LINE | LINESTRING (0 0, 10 0, 10 0.2, 20 0) | 0 0, 10 0, 20 0",
        "LINE | LINESTRING (-1000 10, 5000 10) | -64 10, 4160 10",
        "LINE | LINESTRING (4000 10, 5000 10, 5000 20, 4000 20) | 4000 10, 4160 10 / 4160 20, 4000 20",
        "LINE | MULTILINESTRING ((0 0, 1 1), (5 5, 6 6)) | 0 0, 1 1 / 5 5, 6 6",
        "POLYGON | POLYGON ((4100 0, 5000 0, 5000 20, 4100 20, 4100 0)) | 4100 0, 4160 0, 4160 20, 4100 20, 4100 0",
        "POLYGON | POLYGON ((-9999 -9999, 9999 -9999, 9999 9999, -9999 9999, -9999 -9999)) | -64 4160, -64 -64, 4160 -64, 4160 4160, -64 4160",
        "POLYGON | MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), ((20 20, 29 20, 29 29, 20 20))) | 0 0, 9 0, 9 9, 0 0 / 20 20, 29 20, 29 29, 20 20"
      })
  void aShapeIsCutAtTheBufferOfTheTile(Shape.Kind kind, String wkt, String expected)
      throws Exception {
    assertThat(DecodedTile.of(cut(kind, new Object[6], wkt)).features().get(0).text())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINT | POINT (4161 0)",
        "POINT | POINT EMPTY",
        "LINE | LINESTRING (9000 0, 0 9000)",
        "LINE | LINESTRING (1 1, 1.2 1.2)",
        "LINE | POINT (1 1)",
        "POLYGON | POLYGON ((5000 0, 6000 0, 6000 9, 5000 0))",
        "POLYGON | POLYGON ((0 0, 500 0.1, 900 0.2, 0 0), (1 0.01, 2 0.01, 2 0.02, 1 0.01))",
        "POLYGON | POLYGON EMPTY"
      })
  void whatDoesNotTouchTheTileOrHasNoExtentLeavesItEmpty(Shape.Kind kind, String wkt)
      throws Exception {
    assertThat(cut(kind, new Object[6], wkt)).isNull();
  }

  @Test
  void aCoordinateThatIsNotANumberIsLeftOut() {
    Geometry nan =
        new GeometryFactory()
            .createLineString(
                new Coordinate[] {new Coordinate(0, 0), new Coordinate(Double.NaN, 1)});
    TileCutter cutter = cutter();
    add(cutter, LINE, 1, new WKBWriter().write(nan), new Object[6]);
    assertThat(cutter.toTile()).isNull();
  }

  @Test
  void everyFormOfWkbReadsTheSame() throws Exception {
    Geometry flat = onGround("POLYGON ((1 1, 20 1, 20 20, 1 1))");
    Geometry high = flat.copy();
    high.apply((Coordinate c) -> c.setZ(44));
    high.setSRID(3857);
    List<byte[]> forms =
        List.of(
            new WKBWriter(2, ByteOrderValues.BIG_ENDIAN).write(flat),
            new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(flat),
            new WKBWriter(3, ByteOrderValues.LITTLE_ENDIAN, true).write(high),
            iso(new WKBWriter(3, ByteOrderValues.BIG_ENDIAN).write(high)));
    for (byte[] form : forms) {
      TileCutter cutter = cutter();
      add(cutter, POLYGON, 1, form, new Object[6]);
      assertThat(DecodedTile.of(cutter.toTile()).features().get(0).text())
          .isEqualTo("1 1, 20 1, 20 20, 1 1");
    }
  }

  @Test
  void brokenWkbIsRefusedWithoutReadingBeyondItsEnd() throws Exception {
    byte[] good = new WKBWriter().write(onGround("POLYGON ((1 1, 20 1, 20 20, 1 1))"));
    for (int length = 0; length < good.length; length++) {
      byte[] cutOff = java.util.Arrays.copyOf(good, length);
      assertThatThrownBy(() -> add(cutter(), POLYGON, 1, cutOff, new Object[6]))
          .isInstanceOf(IllegalArgumentException.class);
    }
    byte[] lie = good.clone();
    lie[9] = 0x7f;
    assertThatThrownBy(() -> add(cutter(), POLYGON, 1, lie, new Object[6]))
        .hasMessageContaining("announces");
  }

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  /** Random stars of 3 to 200 corners, some with a hole, around and across the tile. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aRandomPolygonStaysWithinTheTileKeepsItsAreaAndItsWinding(long seed) {
    Random random = new Random(seed);
    Polygon star = star(random);
    Geometry clipped =
        star.intersection(new GeometryFactory().toGeometry(new Envelope(-64, 4160, -64, 4160)));
    TileCutter cutter = cutter();
    add(cutter, POLYGON, seed, new WKBWriter().write(toGround(star)), new Object[6]);

    byte[] tile = cutter.toTile();

    if (tile == null) {
      assertThat(clipped.getArea()).isLessThan(clipped.getLength() + 10);
      return;
    }
    DecodedTile.Feature feature = DecodedTile.of(tile).features().get(0);
    assertThat(feature.id()).isEqualTo(seed);
    assertThat(feature.area()).isCloseTo(clipped.getArea(), within(clipped.getLength() + 10));
    assertThat(DecodedTile.Feature.doubleArea(feature.parts().get(0))).isPositive();
    for (List<int[]> ring : feature.parts()) {
      assertThat(ring).hasSizeGreaterThan(3);
      assertThat(ring)
          .allSatisfy(
              p -> assertThat(p[0] >= -64 && p[0] <= 4160 && p[1] >= -64 && p[1] <= 4160).isTrue());
      assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
    }
    assertThat(feature.parts().stream().skip(1))
        .allSatisfy(hole -> assertThat(DecodedTile.Feature.doubleArea(hole)).isNegative());
  }

  /** What is left of a convex polygon is one valid polygon. */
  @ParameterizedTest
  @MethodSource("seeds")
  void aConvexPolygonStaysValid(long seed) {
    Random random = new Random(seed);
    Geometry hull = star(random).convexHull();
    TileCutter cutter = cutter();
    add(cutter, POLYGON, seed, new WKBWriter().write(toGround(hull)), new Object[6]);
    byte[] tile = cutter.toTile();
    if (tile != null) {
      List<int[]> ring = DecodedTile.of(tile).features().get(0).parts().get(0);
      Coordinate[] corners =
          ring.stream().map(p -> new Coordinate(p[0], p[1])).toArray(Coordinate[]::new);
      assertThat(new GeometryFactory().createPolygon(corners).isValid()).isTrue();
    }
  }

  private static Polygon star(Random random) {
    GeometryFactory factory = new GeometryFactory();
    double x = random.nextDouble(-3000, 7000);
    double y = random.nextDouble(-3000, 7000);
    double size = Math.exp(random.nextDouble(1, 9));
    int corners = random.nextInt(3, 200);
    double[] radius =
        IntStream.range(0, corners).mapToDouble(i -> size * random.nextDouble(0.5, 1)).toArray();
    Coordinate[] shell = ring(x, y, radius, 1);
    boolean turned = random.nextBoolean();
    Polygon star =
        random.nextBoolean()
            ? factory.createPolygon(shell)
            : factory.createPolygon(
                factory.createLinearRing(shell),
                new org.locationtech.jts.geom.LinearRing[] {
                  factory.createLinearRing(ring(x, y, radius, 0.3))
                });
    return turned ? star.reverse() : star;
  }

  private static Coordinate[] ring(double x, double y, double[] radius, double scale) {
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < radius.length; i++) {
      double angle = 2 * Math.PI * i / radius.length;
      ring.add(
          new Coordinate(
              x + scale * radius[i] * Math.cos(angle), y + scale * radius[i] * Math.sin(angle)));
    }
    ring.add(ring.get(0).copy());
    return ring.toArray(Coordinate[]::new);
  }

  private static byte[] iso(byte[] extended) {
    byte[] iso = extended.clone();
    iso[1] = 0;
    iso[3] = 3;
    iso[4] = (byte) (1003 & 0xff);
    return iso;
  }

  private static void add(
      TileCutter cutter, Shape.Kind kind, long fid, byte[] wkb, Object[] properties) {
    Shape shape = new Shape();
    new Wkb(shape).read(wkb, kind);
    shape.of(fid, properties);
    cutter.add(shape);
  }

  private static byte[] cut(Shape.Kind kind, Object[] properties, String wkt) throws Exception {
    TileCutter cutter = cutter();
    add(cutter, kind, 0, new WKBWriter().write(onGround(wkt)), properties);
    return cutter.toTile();
  }

  private static TileCutter cutter() {
    return new TileCutter(TILE, "zoning", List.of("a", "b", "c", "d", "e", "f"));
  }

  private static Geometry onGround(String wktInTileUnits) throws Exception {
    return toGround(new WKTReader().read(wktInTileUnits));
  }

  private static Geometry toGround(Geometry inTileUnits) {
    double metres = TILE.size() / 4096;
    return new AffineTransformation(
            metres, 0, TILE.mercator().minX(), 0, -metres, TILE.mercator().maxY())
        .transform(inTileUnits);
  }
}
