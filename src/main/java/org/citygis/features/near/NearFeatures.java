package org.citygis.features.near;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.format.GeoJsonFeature;
import org.citygis.geo.Crs;
import org.citygis.geo.Proximity;
import org.citygis.problem.Problem;
import org.citygis.storage.FeatureRow;
import org.citygis.text.Text;
import org.citygis.web.geojson.JsonBytes;
import org.jspecify.annotations.Nullable;

/**
 * Features as GeoJSON with members beside their properties: distance and bearing, the nearest
 * point, and beside a line the measure along it, offset and side. Distances in metres.
 */
final class NearFeatures {
  /** All features that an answer keeps together, in bytes: there may be a thousand large shapes. */
  private static final long MAX_KEPT = 200_000_000;

  private final OpenLayer layer;
  private final @Nullable Measured line;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonBytes buffer = new JsonBytes(bytes);
  private final GeoJsonFeature keeping;
  private long kept;

  /**
   * @param line from which is measured, null for another shape
   */
  NearFeatures(OpenLayer layer, @Nullable Measured line) {
    this.layer = layer;
    this.line = line;
    this.keeping = writer(buffer);
  }

  private GeoJsonFeature writer(JsonBytes out) {
    return GeoJsonFeature.of(out, layer, VisibleFields.of(layer), Crs.CRS84);
  }

  /** The row as a feature that lacks what {@link #close} adds. */
  byte[] keep(FeatureRow row) throws SQLException {
    bytes.reset();
    keeping.open(row);
    buffer.flush();
    kept += bytes.size();
    if (kept > MAX_KEPT) {
      throw new Problem.TooLarge(
          Text.of("结果过大，请减小 k 或距离。", "The answer is too large; ask for a smaller k or distance."));
    }
    return bytes.toByteArray();
  }

  /** Writes rows at once. */
  GeoJsonFeature streaming(JsonBytes out) {
    return writer(out);
  }

  void close(@Nullable Proximity proximity, JsonBytes out) {
    if (proximity != null) {
      out.raw(",\"distance\":").decimal(proximity.metres(), 3);
      out.raw(",\"bearing\":").decimal(proximity.bearingDegrees(), 2);
      out.raw(",\"nearest\":[").decimal(proximity.to().lon(), 7).raw(',');
      out.decimal(proximity.to().lat(), 7).raw(']');
      if (line != null) {
        Measured.Station station = line.station(proximity);
        out.raw(",\"along\":").decimal(station.alongMetres(), 3);
        out.raw(",\"offset\":").decimal(proximity.metres(), 3);
        out.raw(",\"side\":").string(station.side());
      }
    }
    out.raw("}\n");
  }
}
