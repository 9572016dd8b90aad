package org.citygis.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The row under the cursor of a {@link Select}. */
final class CursorRow implements FeatureRow {
  private final ResultSet result;
  private final List<ColumnType> types;
  private final @Nullable Ewkb ewkb;

  /**
   * @param ewkb null when the statement selects no shape
   */
  CursorRow(ResultSet result, List<ColumnType> types, @Nullable Ewkb ewkb) {
    this.result = result;
    this.types = types;
    this.ewkb = ewkb;
  }

  @Override
  public long fid() throws SQLException {
    return result.getLong(1);
  }

  @Override
  public byte @Nullable [] wkb() throws SQLException {
    return ewkb == null ? null : result.getBytes(2);
  }

  @Override
  public @Nullable Geometry geometry() throws SQLException {
    byte[] bytes = wkb();
    return ewkb == null || bytes == null ? null : ewkb.read(bytes);
  }

  @Override
  public @Nullable Object value(int index) throws SQLException {
    return Statements.read(result, column(index), types.get(index));
  }

  /** Both drivers give a text as its bytes in UTF-8. */
  @Override
  public byte @Nullable [] utf8(int index) throws SQLException {
    return result.getBytes(column(index));
  }

  private int column(int index) {
    return (ewkb == null ? 2 : 3) + index;
  }
}
