package org.citygis.ingest.doctor;

import java.nio.file.Path;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Finding;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Rows with the same geometry, with and without the same attributes; exact in bounded memory. */
final class DuplicateRows implements AutoCloseable {
  private static final int WIDTH = 4;
  private static final int SHAPE = 0;
  private static final int ALL = 1;
  private static final int ROW = 2;
  private static final int PLACE = 3;

  private final Spill spill;
  private final long[] entry = new long[WIDTH];
  private final PackedPlace places = new PackedPlace();
  private long rows;
  private long shapes;

  DuplicateRows(Path file) {
    this.spill = new Spill(file, WIDTH);
  }

  /**
   * @param shape hash of the geometry, 0 where there is none
   */
  void take(long row, long shape, @Nullable Object[] values, double x, double y) {
    long all = Hash.finish(shape);
    for (Object value : values) {
      all = Hash.add(all, value);
    }
    entry[ALL] = Hash.finish(all);
    // Rows of a table would otherwise all be sorted into one part.
    entry[SHAPE] = shape == 0 ? entry[ALL] : Hash.finish(shape);
    entry[ROW] = row;
    entry[PLACE] = places.pack(x, y);
    spill.add(entry);
  }

  /** Tells of every row that another one came before. */
  void finish(Faults faults) {
    InRowOrder repeated = new InRowOrder(faults);
    for (int part = 0; part < Spill.PARTS; part++) {
      compare(spill.read(part), repeated);
    }
    repeated.tell();
    if (spill.dropped() > 0) {
      faults.add(0, null, Defect.DUPLICATES_NOT_SOUGHT, spill.dropped());
    }
  }

  private void compare(long[] entries, InRowOrder repeated) {
    FirstSeen sameShape = new FirstSeen(entries, WIDTH, SHAPE);
    FirstSeen same = new FirstSeen(entries, WIDTH, ALL);
    for (int i = 0; i * WIDTH < entries.length; i++) {
      int shape = sameShape.find(i);
      int all = same.find(i);
      int first = all >= 0 ? all : shape;
      if (first >= 0) {
        long row = entries[i * WIDTH + ROW];
        Coordinate place = places.unpack(entries[i * WIDTH + PLACE]);
        Defect defect = all >= 0 ? Defect.ROW_DUPLICATE : Defect.GEOMETRY_DUPLICATE;
        Finding finding = Finding.of(row, defect, entries[first * WIDTH + ROW]);
        repeated.add(Fault.of(finding, place));
        rows += all >= 0 ? 1 : 0;
        shapes += all >= 0 ? 0 : 1;
      }
    }
  }

  /** Rows of which another is a copy in all. */
  long rows() {
    return rows;
  }

  /** Rows that share their geometry only. */
  long shapes() {
    return shapes;
  }

  @Override
  public void close() {
    spill.close();
  }
}
