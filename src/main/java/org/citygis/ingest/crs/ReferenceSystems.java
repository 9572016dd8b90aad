package org.citygis.ingest.crs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Finds or proposes the reference system of a file. Thread-safe. */
public final class ReferenceSystems {
  private static final int MOST_CANDIDATES = 6;
  private static final double NEAR_DEGREES = 0.5;
  private static final int FIRST_MERIDIAN = 75;
  private static final int LAST_MERIDIAN = 135;

  private final PrjReader prj = new PrjReader();

  /** What the file says, as an EPSG code; empty where it says nothing that is known. */
  public Optional<CrsCandidate> find(ReferenceClue clue) {
    return switch (clue) {
      case ReferenceClue.Wkt wkt -> prj.find(wkt.text());
      case ReferenceClue.Code code -> prj.find(code.code());
      case ReferenceClue.Unmarked unmarked -> Optional.empty();
    };
  }

  /**
   * Systems in which coordinates of this size make sense in China, most likely first.
   *
   * @param extent of the coordinates as they stand in the file
   * @param city longitudes and latitudes where the city lies, null where that is not known
   */
  public List<CrsCandidate> propose(Envelope extent, @Nullable Box city) {
    if (extent.isNull()) {
      return List.of();
    }
    List<CrsCandidate> found = new ArrayList<>();
    double x = extent.centre().x;
    double y = extent.centre().y;
    if (isDegrees(extent)) {
      add(found, 4326, 0.6, x, y, city);
      add(found, 4490, 0.55, x, y, city);
    } else if (y > 1_500_000 && y < 6_500_000 && x > 12_000_000 && x < 46_000_000) {
      OptionalInt zoned = ChineseGrid.zoned((int) (x / 1_000_000));
      zoned.ifPresent(code -> add(found, code, 0.8, x, y, city));
    } else if (y > 1_500_000 && y < 6_500_000 && x > 0 && x < 1_000_000) {
      for (int meridian = FIRST_MERIDIAN; meridian <= LAST_MERIDIAN; meridian += 3) {
        add(found, ChineseGrid.threeDegrees(meridian), 0.3, x, y, city);
      }
    }
    if (x > 8_000_000 && x < 15_100_000 && y > 300_000 && y < 7_400_000) {
      add(found, 3857, 0.5, x, y, city);
    }
    found.sort(Comparator.comparingDouble(CrsCandidate::confidence).reversed());
    return List.copyOf(found.subList(0, Math.min(found.size(), MOST_CANDIDATES)));
  }

  private static boolean isDegrees(Envelope extent) {
    return extent.getMinX() >= -180
        && extent.getMaxX() <= 180
        && extent.getMinY() >= -90
        && extent.getMaxY() <= 90;
  }

  private static void add(
      List<CrsCandidate> found,
      int code,
      double confidence,
      double x,
      double y,
      @Nullable Box city) {
    Crs crs = Crs.epsg(code);
    double likely = confidence;
    if (city != null) {
      likely = isNear(crs, x, y, city) ? Math.min(0.95, confidence + 0.35) : confidence / 2;
    }
    found.add(new CrsCandidate(crs, likely));
  }

  private static boolean isNear(Crs crs, double x, double y, Box city) {
    try {
      Coordinate place = Reprojection.between(crs, Crs.CRS84).apply(x, y);
      return city.buffer(NEAR_DEGREES).envelope().contains(place);
    } catch (Problem.Invalid outside) {
      return false;
    }
  }
}
