package org.citygis.features.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.citygis.geo.Proximity;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A feature that applies at the site.
 *
 * @param properties those declared for the report, without the ones that make the title
 * @param bbox west, south, east, north in degrees
 * @param area of its part inside the site; null for a point
 * @param share that part's share of the site, 0 to 1
 * @param distanceMetres geodesic, from the nearest place of the site; 0 inside
 * @param bearingDegrees from the site, clockwise from north
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ToldFeature(
    long fid,
    Text title,
    List<Property> properties,
    double[] bbox,
    @Nullable GroundArea area,
    @Nullable Double share,
    @JsonProperty("distance_m") @Nullable Double distanceMetres,
    @JsonProperty("bearing_deg") @Nullable Double bearingDegrees) {

  /**
   * A value with its name.
   *
   * @param label what a code means; null for other values
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Property(
      String name,
      Text alias,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Object value,
      @Nullable Text label,
      @Nullable String unit) {}

  ToldFeature covering(GroundArea inside, double ofSite) {
    return new ToldFeature(fid, title, properties, bbox, inside, ofSite, null, null);
  }

  ToldFeature near(Proximity near) {
    return new ToldFeature(
        fid,
        title,
        properties,
        bbox,
        null,
        null,
        Math.round(near.metres() * 10) / 10.0,
        Math.round(near.bearingDegrees() * 10) / 10.0);
  }
}
