package org.citygis.maps.wms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Reach;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Lang;
import org.citygis.web.Deadline;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The features of one layer at a place, the nearest first. */
record FoundFeatures(
    OpenLayer layer, List<Field> fields, Catalog catalog, Lang lang, List<Found> features) {
  private static final int MOST_CANDIDATES = 5_000;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  /**
   * @param values of the visible fields, in their order
   * @param wkb in the layer's system
   * @param distance from the place, in units of the layer's system
   */
  record Found(long fid, List<@Nullable Object> values, byte[] wkb, double distance, double area) {}

  /**
   * Areas that contain the place hide those that only come near it, as where the portal is clicked.
   *
   * @param around the place, in {@code crs}
   */
  void find(FeatureStore store, Filter filter, Crs crs, Box around, int count, Deadline deadline) {
    GeometryColumn column = layer.table().geometry();
    if (column == null) {
      return;
    }
    Geometry area = inLayer(column, crs, around);
    if (area == null) {
      return;
    }
    Geometry place = area.getCentroid();
    int[] seen = {0};
    List<Found> near = new ArrayList<>();
    store.read(
        layer.table(),
        layer.query().area(area).filter(filter).fields(fields.stream().map(Field::name).toList()),
        deadline.left(),
        row -> {
          deadline.check();
          Geometry shape = row.geometry();
          byte[] wkb = row.wkb();
          if (shape != null && wkb != null) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
              values.add(row.value(i));
            }
            near.add(new Found(row.fid(), values, wkb, shape.distance(place), shape.getArea()));
          }
          return ++seen[0] < MOST_CANDIDATES;
        });
    boolean inside = near.stream().anyMatch(found -> found.area > 0 && found.distance == 0);
    near.stream()
        .filter(found -> !inside || found.area == 0 || found.distance == 0)
        .sorted(
            Comparator.comparingDouble(Found::distance)
                .thenComparingDouble(Found::area)
                .thenComparingLong(Found::fid))
        .limit(count)
        .forEach(features::add);
  }

  private @Nullable Geometry inLayer(GeometryColumn column, Crs crs, Box around) {
    try {
      Box reach = Reprojection.between(Crs.CRS84, crs).apply(Reach.of(layer, column));
      Envelope both = around.envelope().intersection(reach.envelope());
      return both.isNull() || both.getWidth() <= 0 || both.getHeight() <= 0
          ? null
          : Reprojection.between(crs, column.crs()).apply(Box.of(both).outline(SHAPES, 4));
    } catch (Problem.Invalid outside) {
      return null;
    }
  }

  /** The value for people: a code with its title. */
  String shown(Field field, @Nullable Object value) {
    if (value == null) {
      return "";
    }
    return catalog
        .findLabel(field, value.toString())
        .map(title -> value + " " + title.in(lang))
        .orElse(value.toString());
  }

  String heading(Field field) {
    String alias = field.alias().in(lang);
    return field.unit() == null ? alias : alias + " (" + field.unit() + ")";
  }
}
