package org.citygis.features.near;

import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.format.GeoJsonFeature;
import org.citygis.geo.Crs;
import org.citygis.geo.Proximity;
import org.citygis.storage.ClosestRows.Maker;
import org.citygis.storage.FeatureRow;
import org.citygis.web.geojson.JsonBytes;
import org.jspecify.annotations.Nullable;

/**
 * Features as GeoJSON with members beside their properties: distance and bearing, the nearest
 * point, and beside a line the measure along it, offset and side. Distances in metres. Of the
 * closest features it keeps the text while that takes little memory; those beyond are read again
 * when they are written.
 */
final class NearFeatures implements Maker<NearFeatures.Kept> {
  /** Bytes that the features of one answer may take together. */
  private static final long MAX_KEPT = 8_000_000;

  /**
   * A feature that is among the closest so far.
   *
   * @param json lacks what {@link #close} adds; null where it is to be read again
   */
  record Kept(byte @Nullable [] json) {
    /** Nothing but that there is one. */
    static final Kept LATER = new Kept(null);
  }

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

  @Override
  public Kept make(FeatureRow row) throws SQLException {
    if (kept > MAX_KEPT) {
      return Kept.LATER;
    }
    byte[] json = json(row);
    kept += json.length;
    return new Kept(json);
  }

  @Override
  public void forget(Kept made) {
    kept -= made.json == null ? 0 : made.json.length;
  }

  /** The row as a feature that lacks what {@link #close} adds. */
  byte[] json(FeatureRow row) throws SQLException {
    bytes.reset();
    keeping.open(row);
    buffer.flush();
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
