package org.citygis.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The statement that answers a query: columns, condition, order, page. */
final class Select {
  private final FeatureTable table;
  private final FeatureQuery query;
  private final Dialect dialect;
  private final RowOrder order;
  private final Condition condition = new Condition();
  private final Sieve sieve;

  Select(FeatureTable table, FeatureQuery query, Dialect dialect) {
    this.table = table;
    this.query = query;
    this.dialect = dialect;
    this.sieve = new Sieve(query);
    if (table.geometry() != null) {
      spatial(table.geometry());
    }
    filter(query.filter(), query.access().hiddenFields());
    // The policy's own condition may speak of fields that the user may not see.
    filter(query.access().rows(), Set.of());
    this.order = new RowOrder(table, query);
    order.startIn(condition);
  }

  private void filter(Filter filter, Set<String> hiddenFields) {
    Columns columns = new Columns(table, hiddenFields);
    sieve.and(filter, new FilterToSql(columns, dialect, condition), columns);
  }

  private void spatial(GeometryColumn column) {
    Ewkb ewkb = new Ewkb(new GeometryColumn(column.type(), column.crs()));
    GeometryFactory factory = new GeometryFactory();
    if (query.box() != null) {
      condition.and("\"geom\" && " + dialect.ewkbParameter());
      condition.ewkb(ewkb.forParameter(query.box().outline(factory, 1)));
    }
    Geometry area = query.area();
    if (area != null) {
      condition.and("\"geom\" && " + dialect.ewkbParameter());
      condition.ewkb(ewkb.forParameter(area.getEnvelope()));
      condition.and("ST_Intersects(\"geom\", %s)".formatted(dialect.ewkbParameter()));
      condition.ewkb(ewkb.forParameter(area));
    }
  }

  Condition condition() {
    return condition;
  }

  /** What the statement leaves to be looked at row by row. */
  Sieve sieve() {
    return sieve;
  }

  /** fid, the shape when asked for, then the query's fields, then what the sieve needs. */
  String rows() {
    return rows(order.sql());
  }

  /**
   * The same, nearest first by the distance in the plane of the table's system; to be called once,
   * as it binds the position.
   *
   * @param distance what the database orders by, of a column and a parameter
   */
  String nearestRows(String distance, byte[] from) {
    condition.ewkb(from);
    return rows(" ORDER BY " + distance);
  }

  private String rows(String orderBy) {
    List<String> columns = new ArrayList<>(List.of("\"fid\""));
    if (hasShape()) {
      columns.add(dialect.asEwkb("\"geom\""));
    }
    query.fields().forEach(f -> columns.add(Sql.quote(f)));
    sieve.needed().forEach(c -> columns.add(Sql.quote(c.name())));
    String page =
        query.limit() < 0 || sieve.isNeeded()
            ? ""
            : " FETCH FIRST %d ROWS ONLY".formatted(query.limit());
    String skip =
        query.offset() > 0 && !sieve.isNeeded() ? " OFFSET %d ROWS".formatted(query.offset()) : "";
    return "SELECT %s FROM %s%s%s%s%s"
        .formatted(
            String.join(", ", columns), table.sqlName(), condition.sql(), orderBy, skip, page);
  }

  boolean hasShape() {
    return (query.withGeometry() || sieve.needsShape()) && table.geometry() != null;
  }

  String count() {
    return "SELECT COUNT(*) FROM " + table.sqlName() + condition.sql();
  }
}
