package org.citygis.features.near;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Selection;
import org.citygis.features.near.NearFeatures.Kept;
import org.citygis.format.GeoJsonFeature;
import org.citygis.geo.LonLat;
import org.citygis.geo.Proximity;
import org.citygis.storage.ClosestRows;
import org.citygis.storage.ClosestRows.Close;
import org.citygis.storage.ClosestRows.Maker;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.NearestRows;
import org.citygis.storage.RowsAround;
import org.citygis.storage.RowsByFid;
import org.citygis.web.geojson.JsonBytes;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/** Finds the features of one request and writes them. */
final class NearAnswer {
  /** Features that are read again at once: they may be large. */
  private static final int PORTION = 20;

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
      List<Close<Kept>> closest = closest(Objects.requireNonNull(from));
      JsonBytes out = start(response);
      for (int first = 0; first < closest.size(); first += PORTION) {
        write(closest.subList(first, Math.min(closest.size(), first + PORTION)), out);
      }
      finish(out, request.metres() < Double.POSITIVE_INFINITY);
    }
  }

  /** Writes features in their order; those that were not kept are read first. */
  private void write(List<Close<Kept>> portion, JsonBytes out) {
    Map<Long, byte[]> late = new HashMap<>();
    new RowsByFid(store, layer.table(), query)
        .read(
            portion.stream().filter(c -> c.value().json() == null).map(Close::fid).toList(),
            row -> {
              late.put(row.fid(), features.json(row));
              return true;
            });
    for (Close<Kept> close : portion) {
      byte[] kept = close.value().json();
      byte[] json = kept == null ? late.get(close.fid()) : kept;
      // One that was deleted meanwhile is left out.
      if (json != null) {
        out.raw(returned++ == 0 ? '\n' : ',').raw(json);
        features.close(close.proximity(), out);
      }
    }
  }

  private List<Close<Kept>> closest(Geometry from) {
    boolean bounded = request.metres() < Double.POSITIVE_INFINITY;
    if (from instanceof Point point && !(bounded && enclosure != null)) {
      LonLat place = new LonLat(point.getX(), point.getY());
      return bounded ? around(place) : nearest(place);
    }
    ClosestRows<Kept> closest = new ClosestRows<>(request.count());
    new NearestRows(store, layer.table(), query.fields(List.of()))
        .within(
            from,
            request.metres(),
            (row, proximity) -> {
              if (isEnclosed(row)) {
                matched++;
                closest.offer(row, rank(proximity), proximity, found -> Kept.LATER);
              }
              return true;
            });
    return closest.closestFirst();
  }

  private List<Close<Kept>> around(LonLat place) {
    RowsAround.Found<Kept> found =
        new RowsAround(store, layer.table(), query)
            .find(place, request.metres(), request.count(), features);
    matched = found.total();
    return found.closest();
  }

  private List<Close<Kept>> nearest(LonLat place) {
    return new NearestRows(store, layer.table(), query)
        .find(place, request.count(), enclosure == null ? features : enclosed(enclosure));
  }

  private Maker<Kept> enclosed(Enclosure area) {
    return new Maker<>() {
      @Override
      public @Nullable Kept make(FeatureRow row) throws SQLException {
        return area.holds(row) ? features.make(row) : null;
      }

      @Override
      public void forget(Kept made) {
        features.forget(made);
      }
    };
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
    GeoJsonFeature writer = features.streaming(out);
    if (from == null) {
      store.read(layer.table(), query, row -> told(row, null, writer, out));
    } else {
      new NearestRows(store, layer.table(), query)
          .within(from, request.metres(), (row, near) -> told(row, near, writer, out));
    }
  }

  private boolean told(
      FeatureRow row, @Nullable Proximity proximity, GeoJsonFeature writer, JsonBytes out)
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
