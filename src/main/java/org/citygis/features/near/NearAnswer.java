package org.citygis.features.near;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Selection;
import org.citygis.features.ogc.FeatureJson;
import org.citygis.geo.LonLat;
import org.citygis.geo.Proximity;
import org.citygis.storage.ClosestRows;
import org.citygis.storage.ClosestRows.Close;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.NearestRows;
import org.citygis.web.geojson.JsonBytes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/** Finds the features of one request and writes them. */
final class NearAnswer {
  private final FeatureStore store;
  private final OpenLayer layer;
  private final NearRequest request;
  private final @Nullable Enclosure enclosure;
  private final FeatureQuery query;
  private final @Nullable Measured line;
  private final NearFeatures features;
  private long matched;
  private long returned;

  NearAnswer(
      FeatureStore store, OpenLayer layer, NearRequest request, @Nullable Enclosure enclosure) {
    this.store = store;
    this.layer = layer;
    this.request = request;
    this.enclosure = enclosure;
    FeatureQuery selected = Selection.of(layer, request.conditions());
    this.query = enclosure == null ? selected : enclosure.narrow(selected);
    this.line = request.from() instanceof LineString given ? new Measured(given) : null;
    this.features = new NearFeatures(layer, line);
  }

  void write(HttpServletResponse response) throws IOException {
    Geometry from = request.from();
    if (request.order() == Arrangement.NONE) {
      JsonBytes out = start(response);
      stream(from, out);
      finish(out, true);
    } else {
      boolean counted = request.metres() < Double.POSITIVE_INFINITY;
      List<Close<byte[]>> closest = closest(Objects.requireNonNull(from), counted);
      JsonBytes out = start(response);
      for (Close<byte[]> close : closest) {
        out.raw(returned++ == 0 ? '\n' : ',').raw(close.value());
        features.close(close.proximity(), out);
      }
      finish(out, counted);
    }
  }

  private List<Close<byte[]>> closest(Geometry from, boolean bounded) {
    NearestRows rows = new NearestRows(store, layer.table(), query);
    if (!bounded) {
      Point point = (Point) from;
      return rows.find(
          new LonLat(point.getX(), point.getY()),
          request.count(),
          row -> isEnclosed(row) ? features.keep(row) : null);
    }
    ClosestRows<byte[]> closest = new ClosestRows<>(request.count());
    rows.within(
        from,
        request.metres(),
        (row, proximity) -> {
          if (isEnclosed(row)) {
            matched++;
            closest.offer(row, rank(proximity), proximity, features::keep);
          }
          return true;
        });
    return closest.closestFirst();
  }

  private double rank(Proximity proximity) {
    return line != null && request.order() == Arrangement.ALONG
        ? line.station(proximity).alongMetres()
        : proximity.metres();
  }

  private boolean isEnclosed(FeatureRow row) throws SQLException {
    return enclosure == null || enclosure.holds(row);
  }

  private void stream(@Nullable Geometry from, JsonBytes out) {
    FeatureJson writer = features.streaming(out);
    if (from == null) {
      store.read(layer.table(), query, row -> told(row, null, writer, out));
    } else {
      new NearestRows(store, layer.table(), query)
          .within(from, request.metres(), (row, near) -> told(row, near, writer, out));
    }
  }

  private boolean told(
      FeatureRow row, @Nullable Proximity proximity, FeatureJson writer, JsonBytes out)
      throws SQLException {
    if (isEnclosed(row)) {
      matched++;
      if (request.count() < 0 || returned < request.count()) {
        out.raw(returned++ == 0 ? '\n' : ',');
        writer.open(row);
        features.close(proximity, out);
      }
    }
    return true;
  }

  private static JsonBytes start(HttpServletResponse response) throws IOException {
    response.setContentType("application/geo+json");
    JsonBytes out = new JsonBytes(response.getOutputStream());
    out.raw("{\"type\":\"FeatureCollection\",\"timeStamp\":");
    out.string(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    return out.raw(",\"features\":[");
  }

  private void finish(JsonBytes out, boolean counted) {
    out.raw("],\"numberReturned\":").integer(returned);
    if (counted) {
      out.raw(",\"numberMatched\":").integer(matched);
    }
    // Not flushed: a short answer goes as one piece, with its length.
    out.raw('}').end();
  }
}
