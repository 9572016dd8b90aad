package org.citygis.storage;

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
 * @param afterFid rows with a greater fid only: the stable way to page in fid order, null for all
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
    @Nullable Long afterFid,
    long offset,
    int limit) {

  /** A sort key. */
  public record Order(String field, boolean descending) {}

  public FeatureQuery {
    if (!access.allowed()) {
      throw new IllegalArgumentException("refused: " + access.reason().en());
    }
    fields = fields.stream().filter(f -> !access.hiddenFields().contains(f)).toList();
    order = List.copyOf(order);
  }

  /** All rows with all visible fields of the table and their shapes, in fid order. */
  public static FeatureQuery of(AccessDecision access, FeatureTable table) {
    List<String> all = table.columns().stream().map(Column::name).toList();
    return new FeatureQuery(access, null, null, Filter.INCLUDE, all, true, List.of(), null, 0, -1);
  }

  public FeatureQuery box(@Nullable Box value) {
    return new FeatureQuery(
        access, value, area, filter, fields, withGeometry, order, afterFid, offset, limit);
  }

  public FeatureQuery area(@Nullable Geometry value) {
    return new FeatureQuery(
        access, box, value, filter, fields, withGeometry, order, afterFid, offset, limit);
  }

  public FeatureQuery filter(Filter value) {
    return new FeatureQuery(
        access, box, area, value, fields, withGeometry, order, afterFid, offset, limit);
  }

  public FeatureQuery fields(List<String> value) {
    return new FeatureQuery(
        access, box, area, filter, value, withGeometry, order, afterFid, offset, limit);
  }

  public FeatureQuery withoutGeometry() {
    return new FeatureQuery(
        access, box, area, filter, fields, false, order, afterFid, offset, limit);
  }

  public FeatureQuery order(List<Order> value) {
    return new FeatureQuery(
        access, box, area, filter, fields, withGeometry, value, afterFid, offset, limit);
  }

  public FeatureQuery afterFid(@Nullable Long value) {
    return new FeatureQuery(
        access, box, area, filter, fields, withGeometry, order, value, offset, limit);
  }

  public FeatureQuery page(long newOffset, int newLimit) {
    return new FeatureQuery(
        access, box, area, filter, fields, withGeometry, order, afterFid, newOffset, newLimit);
  }
}
