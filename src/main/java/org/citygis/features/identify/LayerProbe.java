package org.citygis.features.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Reach;
import org.citygis.features.labels.FeatureTitle;
import org.citygis.geo.Crs;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Lang;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Looks what one layer has at a place. */
final class LayerProbe {
  /** Most features that are looked at before the nearest are chosen. */
  private static final int MAX_CANDIDATES = 200;

  private final FeatureStore store;
  private final Probe probe;
  private final Lang lang;
  private final int limit;

  LayerProbe(FeatureStore store, Probe probe, Lang lang, int limit) {
    this.store = store;
    this.probe = probe;
    this.lang = lang;
    this.limit = limit;
  }

  /**
   * Nearest first. Areas that contain the place hide those that only come near it: at their common
   * border the finger means the one that it is on.
   */
  List<Hit> find(OpenLayer layer, List<Field> fields) {
    GeometryColumn geometry = layer.table().geometry();
    if (geometry == null || !inReach(layer, geometry)) {
      return List.of();
    }
    Crs crs = geometry.crs();
    Geometry place = probe.point(crs);
    FeatureTitle titles = FeatureTitle.of(layer.definition(), fields, lang);
    FeatureQuery query =
        layer
            .query()
            .fields(fields.stream().map(Field::name).toList())
            .area(probe.circle(crs))
            .page(0, MAX_CANDIDATES);
    List<Hit> hits = new ArrayList<>();
    store.read(
        layer.table(),
        query,
        row -> {
          Geometry shape = row.geometry();
          byte[] wkb = row.wkb();
          if (shape != null && wkb != null) {
            hits.add(
                new Hit(
                    row.fid(),
                    titles.of(row),
                    values(row, fields.size()),
                    wkb,
                    shape.distance(place),
                    shape.getArea()));
          }
          return true;
        });
    hits.sort(
        Comparator.comparingDouble(Hit::distance)
            .thenComparingDouble(Hit::size)
            .thenComparingLong(Hit::fid));
    boolean inside = hits.stream().anyMatch(hit -> hit.size() > 0 && hit.distance() == 0);
    return hits.stream()
        .filter(hit -> !inside || hit.size() == 0 || hit.distance() == 0)
        .limit(limit)
        .toList();
  }

  private boolean inReach(OpenLayer layer, GeometryColumn geometry) {
    return Reach.of(layer, geometry).envelope().contains(probe.place().lon(), probe.place().lat());
  }

  private static List<@Nullable Object> values(FeatureRow row, int count)
      throws java.sql.SQLException {
    List<@Nullable Object> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(row.value(i));
    }
    return values;
  }
}
