package org.citygis.features.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
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
import org.citygis.web.Deadline;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Looks what one layer has at a place. */
final class LayerProbe {
  /** Most features of a layer that are looked at; a finger that touches more points at nothing. */
  private static final int MAX_CANDIDATES = 5_000;

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::distance)
          .thenComparingDouble(Hit::size)
          .thenComparingLong(Hit::fid);

  private final FeatureStore store;
  private final Probe probe;
  private final Lang lang;
  private final int limit;
  private final Deadline deadline;

  LayerProbe(FeatureStore store, Probe probe, Lang lang, int limit, Deadline deadline) {
    this.store = store;
    this.probe = probe;
    this.lang = lang;
    this.limit = limit;
    this.deadline = deadline;
  }

  /**
   * What was found.
   *
   * @param hits nearest first
   * @param more whether there are more than are told
   */
  record Answer(List<Hit> hits, boolean more) {}

  /**
   * Areas that contain the place hide those that only come near it: at their common border the
   * finger means the one that it is on.
   *
   * @throws org.citygis.problem.Problem.Unavailable when the time is over
   */
  Answer find(OpenLayer layer, List<Field> fields) {
    GeometryColumn geometry = layer.table().geometry();
    if (geometry == null || !inReach(layer, geometry)) {
      return new Answer(List.of(), false);
    }
    deadline.check();
    Crs crs = geometry.crs();
    Geometry place = probe.point(crs);
    FeatureTitle titles = FeatureTitle.of(layer.definition(), fields, lang);
    FeatureQuery query =
        layer.query().fields(fields.stream().map(Field::name).toList()).area(probe.circle(crs));
    PriorityQueue<Hit> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());
    int[] seen = {0};
    store.read(
        layer.table(),
        query,
        deadline.left(),
        row -> {
          deadline.check();
          Geometry shape = row.geometry();
          byte[] wkb = row.wkb();
          if (shape != null && wkb != null) {
            seen[0]++;
            double distance = shape.distance(place);
            Hit worst = worstFirst.peek();
            boolean full = worstFirst.size() == limit && worst != null;
            if (!full || distance <= worst.distance()) {
              worstFirst.add(
                  new Hit(
                      row.fid(),
                      titles.of(row),
                      values(row, fields.size()),
                      wkb,
                      distance,
                      shape.getArea()));
              if (full) {
                worstFirst.poll();
              }
            }
          }
          return seen[0] < MAX_CANDIDATES;
        });
    List<Hit> hits = new ArrayList<>(worstFirst);
    hits.sort(BEST_FIRST);
    boolean inside = hits.stream().anyMatch(hit -> hit.size() > 0 && hit.distance() == 0);
    List<Hit> meant =
        hits.stream().filter(hit -> !inside || hit.size() == 0 || hit.distance() == 0).toList();
    return new Answer(meant, seen[0] > hits.size() && meant.size() == hits.size());
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
