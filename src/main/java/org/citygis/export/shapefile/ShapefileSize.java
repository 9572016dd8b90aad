package org.citygis.export.shapefile;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.citygis.format.Contents;
import org.citygis.format.FileColumn;
import org.citygis.format.FileRow;
import org.citygis.storage.GeometryColumn;

/** How large the files of a shapefile will be, reckoned from some of its rows. */
public final class ShapefileSize {
  private final Contents contents;
  private final ShapefileOptions options;
  private final Shapes shapes;
  private final Map<ShapeKind, ShapeRecord> records = new EnumMap<>(ShapeKind.class);
  private final Map<ShapeKind, Long> bytes = new EnumMap<>(ShapeKind.class);
  private final List<DbfColumn> columns = new ArrayList<>();
  private final DataOutputStream nowhere = new DataOutputStream(OutputStream.nullOutputStream());
  private long sampled;

  public ShapefileSize(Contents contents, ShapefileOptions options) {
    this.contents = contents;
    this.options = options;
    this.shapes = new Shapes(contents.geometry());
    for (FileColumn column : contents.columns()) {
      columns.add(new DbfColumn(column.name(), column.type(), new DbfText(options.charset())));
    }
  }

  public void add(FileRow row) throws SQLException, IOException {
    sampled++;
    shapes.each(
        row.shape(),
        (kind, shape) -> {
          if (kind != ShapeKind.NONE) {
            ShapeRecord record = records.computeIfAbsent(kind, this::record);
            bytes.merge(kind, 8L + record.of(shape).remaining(), Long::sum);
          }
        });
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).put(row.value(i), nowhere);
    }
  }

  private ShapeRecord record(ShapeKind kind) {
    GeometryColumn column = contents.geometry();
    return new ShapeRecord(kind, column != null && column.hasZ(), column != null && column.hasM());
  }

  /**
   * Refuses what the format could not hold.
   *
   * @throws org.citygis.problem.Problem.TooLarge that says which format to take instead
   */
  public void check() {
    long rows = contents.rows();
    if (sampled == 0) {
      return;
    }
    bytes.forEach(
        (kind, sum) -> {
          long estimate = ShpFile.HEAD + Math.round((double) sum / sampled * rows);
          if (estimate > options.most()) {
            throw options.tooLarge(contents.id() + ".shp", estimate);
          }
        });
    long row = 1 + columns.stream().mapToLong(DbfColumn::width).sum();
    if (row * rows > options.most()) {
      throw options.tooLarge(contents.id() + ".dbf", row * rows);
    }
  }

  /** Bytes on the disk while the file is made: the parts, what is put aside, the archive. */
  public long onDisk() {
    long row = 1 + columns.stream().mapToLong(DbfColumn::width).sum();
    double shapes = bytes.values().stream().mapToLong(Long::longValue).sum() + 8.0 * sampled;
    return Math.round((shapes / Math.max(1, sampled) + 2 * row) * contents.rows() * 1.5);
  }
}
