package org.citygis.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A condition on rows that were read before and are held elsewhere, decided as SQL would: for the
 * conditions of access decisions. Any number of threads may use it.
 */
public final class RowTest {
  private final List<String> fields;
  private final boolean needsShape;
  private final FilterTruth truth;

  /**
   * @throws org.citygis.problem.Problem.Invalid for a condition that is not understood
   */
  public RowTest(FeatureTable table, Filter filter) {
    Columns columns = new Columns(table, Set.of());
    List<Column> needed = new ArrayList<>();
    RowValues values = new RowValues(columns, 0, needed);
    truth = new FilterTruth(filter, columns, values);
    needsShape = values.needsShape();
    fields = needed.stream().map(Column::name).toList();
  }

  /** Names of the columns that it looks at, {@link FeatureTable#FID} among them. */
  public List<String> fields() {
    return fields;
  }

  /** Whether it looks at the shape, which it then cannot be asked about. */
  public boolean needsShape() {
    return needsShape;
  }

  /**
   * @param values of {@link #fields}, in their order
   */
  public boolean passes(@Nullable Object[] values) {
    try {
      return truth.isTrue(new HeldRow(values));
    } catch (SQLException e) {
      throw new IllegalStateException("a row in memory has no database", e);
    }
  }

  private record HeldRow(@Nullable Object[] values) implements FeatureRow {
    @Override
    public long fid() {
      throw new UnsupportedOperationException("the fid is one of the values");
    }

    @Override
    public byte @Nullable [] wkb() {
      throw new UnsupportedOperationException("a held row has no shape");
    }

    @Override
    public @Nullable Geometry geometry() {
      throw new UnsupportedOperationException("a held row has no shape");
    }

    @Override
    public @Nullable Object value(int index) {
      return values[index];
    }
  }
}
