package org.citygis.geo;

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
    double middle = (bbox.minX() + bbox.maxX()) / 2;
    long meridian = Math.clamp(3 * Math.round(middle / 3), FIRST_MERIDIAN, LAST_MERIDIAN);
    return Crs.epsg(FIRST_ZONE + (int) (meridian - FIRST_MERIDIAN) / 3);
  }
}
