package org.citygis.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citygis.geo.TileCoord;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

class GeneraliserTest {
  /** Shapes are given in units of this tile, y down. */
  private static final TileCoord TILE = new TileCoord(10, 834, 419);

  private final List<String> seen = new ArrayList<>();

  @Test
  void parcelsBelowAPixelBecomePixelsOfTheClassThatCoversMost() throws Exception {
    Generaliser generaliser = generaliser(10);
    // Two small R parcels and one C parcel in the first pixel, one C parcel in the next and in the
    // one below that.
    add(generaliser, 1, "R", "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))");
    add(generaliser, 2, "C", "POLYGON ((0 4, 4 4, 4 7, 0 7, 0 4))");
    add(generaliser, 3, "R", "POLYGON ((4 0, 7 0, 7 4, 4 4, 4 0))");
    add(generaliser, 4, "C", "POLYGON ((9 0, 15 0, 15 4, 9 4, 9 0))");
    add(generaliser, 5, "C", "POLYGON ((9 9, 15 9, 15 15, 9 15, 9 9))");
    assertThat(seen).isEmpty();

    generaliser.finish();

    assertThat(seen)
        .containsExactly("-1 [R, null] 0 0, 8 0, 8 8, 0 8", "-1 [C, null] 8 0, 16 0, 16 16, 8 16");
  }

  @Test
  void fewPointsOfACellStayThemselvesManyBecomeOneWithTheirNumbers() throws Exception {
    Generaliser generaliser = generaliser(10);
    add(generaliser, 1, "fire", "POINT (10 10)");
    add(generaliser, 2, "fire", "POINT (20 20)");
    add(generaliser, 3, "police", "POINT (30 30)");
    add(generaliser, 4, "fire", "POINT (300 10)");
    add(generaliser, 5, "fire", "POINT (20 20)");
    generaliser.finish();
    assertThat(seen)
        .containsExactly("-1 [fire, null] 4 {[fire]=3, [police]=1} 20 20", "4 [fire, 4] 300 10");

    seen.clear();
    Generaliser near = generaliser(13);
    add(near, 1, "fire", "POINT (10 10)");
    assertThat(seen).containsExactly("1 [fire, 1] 10 10");
  }

  @Test
  void aLineLosesPointsThatMoveItByLessThanAQuarterOfAPixel() throws Exception {
    String wiggle = "LINESTRING (0 0, 100 1, 200 -1, 300 1, 400 0, 400 500)";
    add(generaliser(10), 1, "R", wiggle);
    add(generaliser(16), 1, "R", wiggle);
    assertThat(seen)
        .containsExactly(
            "1 [R, 1] 0 0, 400 0, 400 500", "1 [R, 1] 0 0, 100 1, 200 -1, 300 1, 400 0, 400 500");
  }

  private Generaliser generaliser(int zoom) {
    return new Generaliser(zoom, new boolean[] {true, false}, false, this::note);
  }

  private void note(Shape shape) {
    List<String> points = new ArrayList<>();
    double unit = TILE.size() / 4096;
    for (int i = 0; i < shape.points(); i++) {
      long x = Math.round((shape.xy()[2 * i] - TILE.mercator().minX()) / unit);
      long y = Math.round((TILE.mercator().maxY() - shape.xy()[2 * i + 1]) / unit);
      points.add(x + " " + y);
    }
    StringBuilder cluster = new StringBuilder();
    if (shape.cluster() != null) {
      List<String> classes =
          shape.cluster().classes().stream().map(c -> c.values() + "=" + c.count()).toList();
      cluster.append(shape.cluster().count()).append(" {").append(String.join(", ", classes));
      cluster.append("} ");
    }
    seen.add(
        "%d %s %s%s"
            .formatted(
                shape.fid(), Arrays.toString(shape.values()), cluster, String.join(", ", points)));
  }

  private static void add(Generaliser generaliser, long fid, String a, String wkt)
      throws Exception {
    double unit = TILE.size() / 4096;
    AffineTransformation onGround =
        new AffineTransformation(unit, 0, TILE.mercator().minX(), 0, -unit, TILE.mercator().maxY());
    byte[] wkb = new WKBWriter().write(onGround.transform(new WKTReader().read(wkt)));
    Shape shape = new Shape();
    new Wkb(shape).read(wkb, Wkb.kind(wkb));
    shape.of(fid, new Object[] {a, fid});
    generaliser.visit(shape);
  }
}
