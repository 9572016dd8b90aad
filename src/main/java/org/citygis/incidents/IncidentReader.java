package org.citygis.incidents;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.geo.Reprojection;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.FeatureTable;
import org.citygis.text.CityTime;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Makes incidents of the layer's rows, with the fields that the user may see. */
final class IncidentReader {
  private final FeatureQuery query;
  private final Reprojection toLonLat;

  IncidentReader(OpenLayer layer) {
    FeatureTable table = layer.table();
    List<String> present =
        Fields.ALL.stream().filter(f -> table.findColumn(f).isPresent()).toList();
    this.query = layer.query().fields(present);
    this.toLonLat = Reprojection.between(crs(layer), Crs.CRS84);
  }

  static Crs crs(OpenLayer layer) {
    return Objects.requireNonNull(layer.table().geometry()).crs();
  }

  /** The query whose rows this reads. */
  FeatureQuery query() {
    return query;
  }

  /** Where the row is; null for one without a place. */
  @Nullable LonLat place(FeatureRow row) throws SQLException {
    Geometry shape = row.geometry();
    if (shape == null || shape.isEmpty()) {
      return null;
    }
    Coordinate surveyed = shape.getCoordinate();
    Coordinate place = toLonLat.apply(surveyed.x, surveyed.y);
    return new LonLat(rounded(place.x), rounded(place.y));
  }

  /** Null for a row without a place. */
  @Nullable Incident read(FeatureRow row) throws SQLException {
    LonLat place = place(row);
    if (place == null) {
      return null;
    }
    return new Incident(
        row.fid(),
        text(row, Fields.TITLE),
        text(row, Fields.CLASS),
        text(row, Fields.KIND),
        text(row, Fields.LEVEL),
        text(row, Fields.STATUS),
        cityTime(value(row, Fields.OCCURRED_AT)),
        text(row, Fields.ADDRESS),
        text(row, Fields.REPORTER),
        text(row, Fields.DESCRIPTION),
        place.lon(),
        place.lat(),
        null);
  }

  private @Nullable Object value(FeatureRow row, String field) throws SQLException {
    int index = query.fields().indexOf(field);
    return index < 0 ? null : row.value(index);
  }

  private @Nullable String text(FeatureRow row, String field) throws SQLException {
    Object value = value(row, field);
    return value == null ? null : value.toString();
  }

  private static @Nullable OffsetDateTime cityTime(@Nullable Object instant) {
    return instant instanceof Instant i ? i.atZone(CityTime.ZONE).toOffsetDateTime() : null;
  }

  /** To a centimetre. */
  private static double rounded(double degrees) {
    return Math.round(degrees * 1e7) / 1e7;
  }
}
