package org.citygis.cql2;

import org.citygis.geo.Crs;
import org.citygis.text.Text;
import org.locationtech.jts.geom.Envelope;

/** Refuses longitudes and latitudes that cannot be, and asks whether the axes were swapped. */
final class AxisCheck {
  private final Crs crs;
  private final Places places;

  AxisCheck(Crs crs, Places places) {
    this.crs = crs;
    this.places = places;
  }

  /**
   * @param envelope x longitude, y latitude, where the system is one of degrees
   */
  void check(Node at, Envelope envelope) {
    if (!crs.isGeographic() || isOnEarth(envelope)) {
      return;
    }
    double x = envelope.getMinX();
    double y = envelope.getMinY();
    String order = crs.northFirst() ? "lat lon" : "lon lat";
    String found = crs.northFirst() ? number(y) + " " + number(x) : number(x) + " " + number(y);
    Envelope swapped =
        new Envelope(
            envelope.getMinY(), envelope.getMaxY(), envelope.getMinX(), envelope.getMaxX());
    boolean wasSwapped = isOnEarth(swapped);
    String meant = crs.northFirst() ? number(x) + " " + number(y) : number(y) + " " + number(x);
    throw places.refusal(
        at,
        found,
        Text.of(
            "%s 的坐标“%s”，经度 ±180、纬度 ±90 以内%s"
                .formatted(crs, order, wasSwapped ? "；是否把轴序写反了，应为“" + meant + "”？" : ""),
            "%s coordinates '%s' within ±180 and ±90 degrees%s"
                .formatted(
                    crs,
                    order,
                    wasSwapped ? "; did you mean '" + meant + "', with the axes swapped?" : "")));
  }

  private static boolean isOnEarth(Envelope e) {
    return e.getMinX() >= -180 && e.getMaxX() <= 180 && e.getMinY() >= -90 && e.getMaxY() <= 90;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
