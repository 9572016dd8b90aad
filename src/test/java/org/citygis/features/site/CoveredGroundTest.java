package org.citygis.features.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.citygis.web.Deadline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What parts cover together, beside the area of their union. */
class CoveredGroundTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  /**
   * @param overlap how far each square reaches into its neighbour
   */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3, 7})
  void theAreaIsThatOfTheUnionWhateverOverlaps(double overlap) {
    Random random = new Random(1);
    List<Geometry> parts = new ArrayList<>();
    List<Integer> some = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double x = 500_000 + 10 * (i % 20);
      double y = 3_400_000 + 10 * Math.floorDiv(i, 20);
      double size = 10 + (random.nextInt(4) == 0 ? overlap : 0);
      parts.add(SHAPES.toGeometry(new Envelope(x, x + size, y, y + size)));
      if (i % 3 == 0) {
        some.add(i);
      }
    }
    parts.add(SHAPES.createPoint(new Coordinate(500_050, 3_400_050)).buffer(12));
    CoveredGround ground = new CoveredGround(parts, Deadline.in(Duration.ofMinutes(1)));
    assertThat(ground.area()).isCloseTo(OverlayNGRobust.union(parts).getArea(), within(1e-6));
    assertThat(ground.area(some))
        .isCloseTo(
            OverlayNGRobust.union(some.stream().map(parts::get).toList()).getArea(), within(1e-6));
  }
}
