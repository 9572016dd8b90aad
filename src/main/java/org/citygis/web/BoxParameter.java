package org.citygis.web;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Envelope;

/**
 * Reads a bounding box in the axis order of its reference system. A box that cannot be one there,
 * but could be with its axes in the other order, is refused with the question whether that was
 * meant: it is the commonest mistake, and an empty answer would not tell.
 */
public final class BoxParameter {
  /** How far outside a projected system's area of use, in degrees, a box may still be meant. */
  private static final double MARGIN = 10;

  private BoxParameter() {}

  /**
   * @param text {@code first,second,first,second} axis, as the register orders them; heights in
   *     between are left off
   * @return x as easting or longitude
   */
  public static Box parse(String parameter, String text, Crs crs) {
    Box given = Parameters.bbox(parameter, text);
    Box swapped = new Box(given.minY(), given.minX(), given.maxY(), given.maxX());
    Box box = crs.northFirst() ? swapped : given;
    Box other = crs.northFirst() ? given : swapped;
    if (isSound(box, crs) || !isSound(other, crs)) {
      return box;
    }
    throw refusal(parameter, text, crs, swapped);
  }

  private static Problem.Invalid refusal(String parameter, String text, Crs crs, Box meant) {
    Text order =
        !crs.northFirst()
            ? Text.of("经度（东坐标）在前", "longitude or easting first")
            : crs.isGeographic()
                ? Text.of("纬度在前", "latitude first")
                : Text.of("北坐标在前", "northing first");
    String numbers =
        DoubleStream.of(meant.minX(), meant.minY(), meant.maxX(), meant.maxY())
            .mapToObj(number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString())
            .collect(Collectors.joining(","));
    return Problem.Invalid.parameter(
        parameter,
        text,
        Text.of(
            "%s 中的范围（%s）；您是否指 %s".formatted(crs, order.zh(), numbers),
            "a box of %s, which has %s; did you mean %s?".formatted(crs, order.en(), numbers)));
  }

  private static boolean isSound(Box box, Crs crs) {
    return crs.isGeographic() ? onGlobe(box) : inUse(box, crs);
  }

  private static boolean onGlobe(Box box) {
    return box.minY() >= -90 && box.maxY() <= 90 && box.minX() >= -360 && box.maxX() <= 360;
  }

  private static boolean inUse(Box box, Crs crs) {
    GeographicBoundingBox use = CRS.getGeographicBoundingBox(crs.geotools());
    if (use == null) {
      return true;
    }
    Envelope reach =
        new Envelope(
            use.getWestBoundLongitude(),
            use.getEastBoundLongitude(),
            use.getSouthBoundLatitude(),
            use.getNorthBoundLatitude());
    reach.expandBy(MARGIN);
    try {
      Envelope place =
          Reprojection.between(Crs.CRS84, crs)
              .apply(Box.of(reach.intersection(new Envelope(-180, 180, -85, 85))))
              .envelope();
      return place.intersects(box.envelope());
    } catch (Problem.Invalid outside) {
      return true;
    }
  }
}
