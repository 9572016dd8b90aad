package org.citygis.geo;

import org.citygis.problem.Problem;
import org.citygis.text.Text;

/**
 * A position on the ellipsoid of WGS 84 (CRS84), which CGCS2000 equals within centimetres.
 *
 * @param lon degrees east, -180 to 180
 * @param lat degrees north, -90 to 90
 */
public record LonLat(double lon, double lat) {
  public LonLat {
    if (!(lon >= -180 && lon <= 180)) {
      throw Problem.Invalid.parameter(
          "lon", String.valueOf(lon), Text.of("-180 至 180 的经度", "a longitude from -180 to 180"));
    }
    if (!(lat >= -90 && lat <= 90)) {
      boolean swapped = Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
      throw Problem.Invalid.parameter(
          "lat",
          String.valueOf(lat),
          swapped
              ? Text.of("先经度后纬度；纬度与经度是否写反了？", "longitude before latitude; did you mean lat, lon?")
              : Text.of("-90 至 90 的纬度", "a latitude from -90 to 90"));
    }
  }
}
