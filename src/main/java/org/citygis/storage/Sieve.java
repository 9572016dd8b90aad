package org.citygis.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.And;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Divides the conditions of a query: what SQL says goes into the statement, the rest is looked at
 * row by row. Then paging is counted here too, on the rows that pass.
 */
final class Sieve {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  private final FeatureQuery query;
  private final List<Column> needed = new ArrayList<>();
  private final List<FilterTruth> tests = new ArrayList<>();
  private boolean needsShape;

  Sieve(FeatureQuery query) {
    this.query = query;
  }

  void and(Filter filter, FilterToSql sql, Columns columns) {
    if (filter instanceof And and) {
      and.getChildren().forEach(child -> and(child, sql, columns));
    } else if (sql.can(filter)) {
      sql.and(filter);
    } else {
      RowValues values = new RowValues(columns, query.fields().size(), needed);
      tests.add(new FilterTruth(filter, columns, values));
      needsShape |= values.needsShape();
      Filter candidates = candidates(filter);
      if (candidates != null) {
        sql.and(candidates);
      }
    }
  }

  /** A wider condition that an index answers. */
  private static @Nullable Filter candidates(Filter filter) {
    if (!(filter instanceof BinarySpatialOperator spatial) || filter instanceof Disjoint) {
      return null;
    }
    boolean propertyFirst = spatial.getExpression1() instanceof PropertyName;
    Expression property = propertyFirst ? spatial.getExpression1() : spatial.getExpression2();
    Expression shape = propertyFirst ? spatial.getExpression2() : spatial.getExpression1();
    return shape instanceof Literal literal && literal.getValue() instanceof Geometry geometry
        ? FILTERS.bbox(
            property,
            new org.geotools.geometry.jts.ReferencedEnvelope(geometry.getEnvelopeInternal(), null))
        : null;
  }

  boolean isNeeded() {
    return !tests.isEmpty();
  }

  /** Columns to select after the query's fields. */
  List<Column> needed() {
    return needed;
  }

  boolean needsShape() {
    return needsShape;
  }

  boolean passes(FeatureRow row) throws SQLException {
    for (FilterTruth test : tests) {
      if (!test.isTrue(row)) {
        return false;
      }
    }
    return true;
  }

  /** Hands on the rows of the query's page that pass. */
  FeatureRow.Reader before(FeatureRow.Reader reader) {
    if (!isNeeded()) {
      return reader;
    }
    return new FeatureRow.Reader() {
      private long passed;

      @Override
      public boolean accept(FeatureRow row) throws SQLException {
        if (!passes(row)) {
          return true;
        }
        passed++;
        if (passed <= query.offset()) {
          return true;
        }
        long end = query.limit() < 0 ? Long.MAX_VALUE : query.offset() + query.limit();
        FeatureRow shown = query.withGeometry() ? row : new ShapelessRow(row);
        return passed <= end && reader.accept(shown) && passed < end;
      }
    };
  }

  /** A row whose shape was read for the filter only. */
  private record ShapelessRow(FeatureRow row) implements FeatureRow {
    @Override
    public long fid() throws SQLException {
      return row.fid();
    }

    @Override
    public byte @Nullable [] wkb() {
      return null;
    }

    @Override
    public @Nullable Geometry geometry() {
      return null;
    }

    @Override
    public @Nullable Object value(int index) throws SQLException {
      return row.value(index);
    }
  }
}
