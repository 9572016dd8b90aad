package org.citygis.history;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.citygis.geo.Crs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * A whole feature at one moment, hidden fields included: for the platform's own work, never for
 * answering as it stands.
 *
 * @param values by column, each of its column's binding class
 * @param ewkb the shape in the system that its SRID names, x easting or longitude; null without one
 */
public record FeatureState(Map<String, @Nullable Object> values, byte @Nullable [] ewkb) {

  public FeatureState {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The shape, decoded. */
  public @Nullable Geometry geometry() {
    if (ewkb == null) {
      return null;
    }
    try {
      return new WKBReader().read(ewkb);
    } catch (ParseException e) {
      throw new IllegalStateException("a stored shape that is not WKB", e);
    }
  }

  /** The system that the shape's coordinates are in. */
  public static Crs systemOf(Geometry geometry) {
    return geometry.getSRID() == Crs.CRS84.srid() ? Crs.CRS84 : Crs.epsg(geometry.getSRID());
  }

  boolean isWhere(@Nullable FeatureState other) {
    return Arrays.equals(ewkb, other == null ? null : other.ewkb);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FeatureState state
        && values.equals(state.values)
        && Arrays.equals(ewkb, state.ewkb);
  }

  @Override
  public int hashCode() {
    return Objects.hash(values, Arrays.hashCode(ewkb));
  }
}
