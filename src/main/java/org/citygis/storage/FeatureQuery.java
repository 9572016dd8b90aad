package org.citygis.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.citygis.geo.Box;
import org.citygis.security.AccessDecision;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Which rows of a feature table, in what order, and how much of each. Coordinates are in the
 * table's own reference system, x easting or longitude. Immutable; start with {@link #of} and
 * narrow.
 *
 * @param access the decision under which the rows are read; its row condition is added, its hidden
 *     fields never leave
 * @param box rows whose bounding box meets it, null for all
 * @param area rows that meet this geometry exactly, null for all
 * @param filter condition on attributes and geometry
 * @param fields names of the attributes to return, in this order
 * @param withGeometry whether rows carry their shape
 * @param order first key first; ends with the fid
 * @param after rows behind this place in the order only, null for all: the stable way to page
 * @param limit most rows to return, -1 for all
 */
public record FeatureQuery(
    AccessDecision access,
    @Nullable Box box,
    @Nullable Geometry area,
    Filter filter,
    List<String> fields,
    boolean withGeometry,
    List<Order> order,
    @Nullable After after,
    long offset,
    int limit) {

  /** A sort key; rows without a value come last in either direction. */
  public record Order(String field, boolean descending) {}

  /**
   * A place in the order: the last row that was read.
   *
   * @param values its values of the sort keys, in their order and of their columns' binding classes
   */
  public record After(List<@Nullable Object> values, long fid) {
    public After {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  public FeatureQuery {
    if (!access.allowed()) {
      throw new IllegalArgumentException("refused: " + access.reason().en());
    }
    fields = fields.stream().filter(f -> !access.hiddenFields().contains(f)).toList();
    order = List.copyOf(order);
    if (after != null && after.values.size() != order.size()) {
      throw new IllegalArgumentException("a place for other sort keys: " + after);
    }
  }

  /** All rows with all visible fields of the table and their shapes, in fid order. */
  public static FeatureQuery of(AccessDecision access, FeatureTable table) {
    List<String> all = table.columns().stream().map(Column::name).toList();
    return new FeatureQuery(access, null, null, Filter.INCLUDE, all, true, List.of(), null, 0, -1);
  }

  public FeatureQuery box(@Nullable Box value) {
    return new FeatureQuery(
        access, value, area, filter, fields, withGeometry, order, after, offset, limit);
  }

  public FeatureQuery area(@Nullable Geometry value) {
    return new FeatureQuery(
        access, box, value, filter, fields, withGeometry, order, after, offset, limit);
  }

  public FeatureQuery filter(Filter value) {
    return new FeatureQuery(
        access, box, area, value, fields, withGeometry, order, after, offset, limit);
  }

  public FeatureQuery fields(List<String> value) {
    return new FeatureQuery(
        access, box, area, filter, value, withGeometry, order, after, offset, limit);
  }

  public FeatureQuery withoutGeometry() {
    return new FeatureQuery(access, box, area, filter, fields, false, order, after, offset, limit);
  }

  /** In this order, from its beginning. */
  public FeatureQuery order(List<Order> value) {
    return new FeatureQuery(
        access, box, area, filter, fields, withGeometry, value, null, offset, limit);
  }

  public FeatureQuery after(@Nullable After value) {
    return new FeatureQuery(
        access, box, area, filter, fields, withGeometry, order, value, offset, limit);
  }

  /** Rows with a greater fid only, in fid order. */
  public FeatureQuery afterFid(long fid) {
    return order(List.of()).after(new After(List.of(), fid));
  }

  public FeatureQuery page(long newOffset, int newLimit) {
    return new FeatureQuery(
        access, box, area, filter, fields, withGeometry, order, after, newOffset, newLimit);
  }
}
