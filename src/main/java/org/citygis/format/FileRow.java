package org.citygis.format;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.citygis.storage.FeatureRow;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The row under the cursor as the file's columns and reference system have it. */
public final class FileRow implements FeatureRow {
  private final List<FileColumn> columns;
  private final @Nullable Passage passage;
  private @Nullable FeatureRow row;

  /**
   * @param passage null where rows have no shapes
   */
  public FileRow(List<FileColumn> columns, @Nullable Passage passage) {
    this.columns = List.copyOf(columns);
    this.passage = passage;
  }

  public FileRow at(FeatureRow current) {
    row = current;
    return this;
  }

  @Override
  public long fid() throws SQLException {
    return row().fid();
  }

  @Override
  public byte @Nullable [] wkb() throws SQLException {
    return row().wkb();
  }

  @Override
  public @Nullable Geometry geometry() throws SQLException {
    return row().geometry();
  }

  /** The shape in the file's system; null when there is none or it is empty. */
  public @Nullable Geometry shape() throws SQLException {
    Geometry shape = passage == null ? null : row().geometry();
    return shape == null || shape.isEmpty() || passage == null ? null : passage.carry(shape);
  }

  /** The value of a column of the file, or the label that stands for it. */
  @Override
  public @Nullable Object value(int index) throws SQLException {
    FileColumn column = columns.get(index);
    Object value = row().value(column.index());
    if (column.label() == null || value == null) {
      return value;
    }
    return column.label().apply(value.toString());
  }

  @Override
  public byte @Nullable [] utf8(int index) throws SQLException {
    FileColumn column = columns.get(index);
    if (column.label() == null) {
      return row().utf8(column.index());
    }
    Object value = value(index);
    return value == null ? null : value.toString().getBytes(StandardCharsets.UTF_8);
  }

  private FeatureRow row() {
    return Objects.requireNonNull(row, "no row yet");
  }
}
