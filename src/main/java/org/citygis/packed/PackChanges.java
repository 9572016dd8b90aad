package org.citygis.packed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.history.FeatureHistory;
import org.citygis.problem.Problem;
import org.citygis.security.AccessDecision;
import org.citygis.storage.Column;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;

/**
 * What single edits changed since a pack was made, from the history of the features. It is brought
 * up to date when the layer's revision has grown, whichever copy of the application edited.
 */
final class PackChanges {
  /** With more changes the pack is of no use until it is made anew. */
  static final int MOST = 2000;

  private static final int AT_ONCE = 100;
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  /**
   * A feature as it is now.
   *
   * @param wkb null when it is gone or has no shape
   * @param values of all columns
   */
  record Now(byte @Nullable [] wkb, @Nullable Object[] values) {}

  /**
   * The changes up to a revision.
   *
   * @param features by number, with their present state, null when gone
   * @param places where they were and are, in metres of EPSG:3857
   */
  record View(long revision, Map<Long, @Nullable Now> features, List<Box> places) {
    boolean meets(Box box) {
      return places.stream()
          .anyMatch(
              place ->
                  place.minX() <= box.maxX()
                      && place.maxX() >= box.minX()
                      && place.minY() <= box.maxY()
                      && place.maxY() >= box.minY());
    }
  }

  private final FeatureStore store;
  private final FeatureHistory history;
  private long lastChange;
  private long changedAt;
  private volatile @Nullable View view;

  /**
   * @param lastChange number of the last change that is in the pack
   */
  PackChanges(FeatureStore store, FeatureHistory history, long lastChange) {
    this.store = store;
    this.history = history;
    this.lastChange = lastChange;
  }

  /** What to lay over the pack; null when there is too much of it. */
  @Nullable View at(OpenLayer layer) {
    View known = view;
    if (known == null || known.revision < layer.layer().revision()) {
      known = renew(layer);
    }
    return known.features.size() > MOST ? null : known;
  }

  /** How many features changed, as far as is known. */
  int count() {
    View known = view;
    return known == null ? 0 : known.features.size();
  }

  /** When a change was last heard of, by {@link System#nanoTime()}. */
  synchronized long changedAt() {
    return changedAt;
  }

  private synchronized View renew(OpenLayer layer) {
    View known = view;
    long revision = layer.layer().revision();
    if (known != null && known.revision >= revision) {
      return known;
    }
    FeatureTable table = layer.table();
    List<FeatureHistory.Trace> traces = history.traces(table, lastChange, MOST + 1);
    View renewed = new View(revision, new HashMap<>(), new ArrayList<>());
    if (known != null) {
      renewed.features.putAll(known.features);
      renewed.places.addAll(known.places);
    }
    if (!traces.isEmpty()) {
      add(traces, table, renewed);
      lastChange = traces.get(traces.size() - 1).number();
      changedAt = System.nanoTime();
    }
    view = renewed;
    return renewed;
  }

  private void add(List<FeatureHistory.Trace> traces, FeatureTable table, View into) {
    Set<Long> fids = new HashSet<>();
    for (FeatureHistory.Trace trace : traces) {
      fids.add(trace.fid());
      place(table, trace.shapeBefore(), into.places);
    }
    List<Long> all = List.copyOf(fids);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Long> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      Map<Long, @Nullable Now> found = read(table, some);
      for (long fid : some) {
        Now now = found.get(fid);
        into.features.put(fid, now);
        place(table, now == null ? null : now.wkb, into.places);
      }
    }
  }

  private Map<Long, @Nullable Now> read(FeatureTable table, List<Long> fids) {
    AccessDecision all =
        AccessDecision.allowed(
            Set.of(), Text.of("平台自身的工作。", "The platform's own work, which answers nobody."));
    List<Filter> any = new ArrayList<>();
    for (long fid : fids) {
      any.add(FILTERS.equals(FILTERS.property(FeatureTable.FID), FILTERS.literal(fid)));
    }
    FeatureQuery query = FeatureQuery.of(all, table).filter(FILTERS.or(any));
    Map<Long, @Nullable Now> found = new LinkedHashMap<>();
    store.read(
        table,
        query,
        row -> {
          @Nullable Object[] values = new @Nullable Object[table.columns().size()];
          for (int i = 0; i < values.length; i++) {
            values[i] = row.value(i);
          }
          found.put(row.fid(), new Now(row.wkb(), values));
          return true;
        });
    return found;
  }

  /** Adds where a shape is; one that cannot be read is nowhere. */
  private static void place(FeatureTable table, byte @Nullable [] wkb, List<Box> places) {
    Shape shape = new Shape();
    if (wkb == null || !fill(table, wkb, Wkb.kind(wkb), shape)) {
      return;
    }
    Measure measure = new Measure().of(shape);
    if (measure.isFinite()) {
      places.add(new Box(measure.minX, measure.minY, measure.maxX, measure.maxY));
    }
  }

  /** Fills a shape in metres of EPSG:3857; false when that fails. */
  private static boolean fill(FeatureTable table, byte[] wkb, Shape.Kind kind, Shape shape) {
    GeometryColumn geometry = table.geometry();
    if (geometry == null) {
      return false;
    }
    try {
      new Wkb(shape).read(wkb, kind);
      Reprojection.between(geometry.crs(), Crs.WEB_MERCATOR).apply(shape.xy(), shape.points());
      return true;
    } catch (IllegalArgumentException | Problem.Invalid e) {
      return false;
    }
  }

  /** Hands on the changed features that meet a box, as they are now. */
  static void read(
      View view, OpenLayer layer, Box box, List<@Nullable String> fields, ShapeVisitor visitor) {
    FeatureTable table = layer.table();
    List<String> columns = table.columns().stream().map(Column::name).toList();
    Shape.Kind kind = TableShapes.kind(layer.definition().geometry());
    Shape shape = new Shape();
    Measure measure = new Measure();
    view.features.forEach(
        (fid, now) -> {
          byte[] wkb = now == null ? null : now.wkb;
          if (now != null
              && wkb != null
              && fill(table, wkb, kind == null ? Wkb.kind(wkb) : kind, shape)
              && measure.of(shape).meets(box)) {
            @Nullable Object[] values = new @Nullable Object[fields.size()];
            for (int i = 0; i < values.length; i++) {
              int column = columns.indexOf(fields.get(i));
              values[i] = column < 0 ? null : now.values[column];
            }
            shape.of(fid, values);
            visitor.visit(shape);
          }
        });
  }
}
