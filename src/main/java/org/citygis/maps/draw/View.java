package org.citygis.maps.draw;

import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.citygis.style.Rule;
import org.citygis.text.Lang;
import org.locationtech.jts.geom.Coordinate;

/**
 * The ground that a picture shows, and on how many pixels. Pixels are those of a style, 0.28 mm: x
 * from the west, y from the north, origin in the north-west corner. A picture may have {@code
 * ratio} device pixels for each.
 *
 * @param box in the reference system, x easting or longitude
 * @param width in pixels of 0.28 mm
 * @param ratio device pixels per pixel: 1, or 2 for screens of high density
 */
public record View(Crs crs, Box box, double width, double height, double ratio, Lang lang) {
  /** The side of a pixel on the screen, as OGC's standardised rendering has it. */
  public static final double PIXEL_METRES = 0.00028;

  /** A degree of the equator, by which OGC counts the scale of a map in degrees. */
  private static final double METRES_PER_DEGREE = Math.PI * 6_378_137 / 180;

  public View {
    if (!(width > 0 && height > 0 && ratio > 0 && box.width() > 0 && box.height() > 0)) {
      throw new IllegalArgumentException("an empty view: " + box + " on " + width + "×" + height);
    }
  }

  public int deviceWidth() {
    return (int) Math.round(width * ratio);
  }

  public int deviceHeight() {
    return (int) Math.round(height * ratio);
  }

  /** Units of the reference system per pixel from west to east. */
  public double resolutionX() {
    return box.width() / width;
  }

  /** The same from north to south. */
  public double resolutionY() {
    return box.height() / height;
  }

  /** As OGC counts it: of the reference system, which is that of the ground only at its equator. */
  public double scaleDenominator() {
    return resolutionX() * metresPerUnit() / PIXEL_METRES;
  }

  /** The zoom of the Web Mercator pyramid of about this scale. */
  public int zoom() {
    double zoom = Math.log(Rule.SCALE_OF_ZOOM_0 / scaleDenominator()) / Math.log(2);
    return Math.clamp(Math.round(zoom), 0, 24);
  }

  /** How many pixels a metre on the ground is in the middle of the picture. */
  public double pixelsPerMetre() {
    double perUnit = 1 / (resolutionX() * metresPerUnit());
    if (crs.isGeographic()) {
      return perUnit / Math.cos(Math.toRadians(middleLatitude()));
    }
    return crs.equals(Crs.WEB_MERCATOR)
        ? perUnit / Math.cos(Math.toRadians(middleLatitude()))
        : perUnit;
  }

  /** The same view with {@code pixels} more on each side. */
  public View grown(double pixels) {
    double dx = pixels * resolutionX();
    double dy = pixels * resolutionY();
    return new View(
        crs,
        new Box(box.minX() - dx, box.minY() - dy, box.maxX() + dx, box.maxY() + dy),
        width + 2 * pixels,
        height + 2 * pixels,
        ratio,
        lang);
  }

  /** Turns positions of the reference system into pixels, in place. */
  public void toPixels(double[] xy, int count) {
    double west = box.minX();
    double north = box.maxY();
    double perX = 1 / resolutionX();
    double perY = 1 / resolutionY();
    for (int i = 0; i < 2 * count; i += 2) {
      xy[i] = (xy[i] - west) * perX;
      xy[i + 1] = (north - xy[i + 1]) * perY;
    }
  }

  /**
   * How far the picture's west side lies from the grid of all pictures of this scale: patterns
   * start there, so that they run on in the picture beside.
   */
  public double phaseX(double period) {
    return -Math.IEEEremainder(box.minX() / resolutionX(), period);
  }

  /** The same for its north side. */
  public double phaseY(double period) {
    return Math.IEEEremainder(box.maxY() / resolutionY(), period);
  }

  private double metresPerUnit() {
    return crs.isGeographic() ? METRES_PER_DEGREE : 1;
  }

  private double middleLatitude() {
    double x = (box.minX() + box.maxX()) / 2;
    double y = (box.minY() + box.maxY()) / 2;
    if (crs.isGeographic()) {
      return Math.clamp(y, -85, 85);
    }
    try {
      Coordinate place = Reprojection.between(crs, Crs.CRS84).apply(x, y);
      return Double.isFinite(place.y) ? Math.clamp(place.y, -85, 85) : 0;
    } catch (Problem.Invalid outside) {
      return 0;
    }
  }
}
