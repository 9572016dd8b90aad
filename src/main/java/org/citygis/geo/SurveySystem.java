package org.citygis.geo;

import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The system in which areas are reckoned: the layer's own when it is a survey in metres, else the
 * three-degree Gauss-Krueger zone of CGCS2000 in whose middle the layer lies.
 */
public final class SurveySystem {
  /** CGCS2000 / 3-degree Gauss-Kruger CM 75E; the zones to CM 135E follow in the register. */
  private static final int FIRST_ZONE = 4534;

  private static final int FIRST_MERIDIAN = 75;
  private static final int LAST_MERIDIAN = 135;

  private SurveySystem() {}

  /**
   * @param bbox of the layer in longitude and latitude
   */
  public static Crs of(Crs layer, @Nullable Box bbox) {
    boolean survey = !layer.isGeographic() && !layer.equals(Crs.WEB_MERCATOR);
    if (survey || bbox == null) {
      return layer;
    }
    return zone((bbox.minX() + bbox.maxX()) / 2);
  }

  /**
   * The three-degree zone of CGCS2000 that a longitude belongs to; a boundary of zones belongs to
   * the eastern one.
   *
   * @throws Problem.Invalid west of 73.5 and east of 136.5 degrees, where no zone reaches
   */
  public static Crs at(double longitude) {
    double reach = 1.5;
    if (!(longitude >= FIRST_MERIDIAN - reach && longitude <= LAST_MERIDIAN + reach)) {
      throw Problem.Invalid.parameter(
          "lon",
          String.valueOf(longitude),
          Text.of(
              "73.5 至 136.5 度之间的经度（CGCS2000 三度带的范围）",
              "a longitude from 73.5 to 136.5 degrees, where the zones of CGCS2000 lie"));
    }
    return zone(longitude);
  }

  private static Crs zone(double longitude) {
    long meridian = Math.clamp(3 * Math.round(longitude / 3), FIRST_MERIDIAN, LAST_MERIDIAN);
    return Crs.epsg(FIRST_ZONE + (int) (meridian - FIRST_MERIDIAN) / 3);
  }
}
