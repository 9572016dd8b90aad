package org.citygis.ingest.doctor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.citygis.ingest.source.Defect;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Whether a key tells all rows apart; exact in bounded memory. */
final class KeyCheck implements AutoCloseable {
  /** Bytes of a value that are kept to be shown. */
  private static final int SHOWN_BYTES = 40;

  private static final int HASH = 0;
  private static final int ROW = 1;
  private static final int PLACE = 2;
  private static final int VALUE = 3;
  private static final int WIDTH = VALUE + SHOWN_BYTES / Long.BYTES;

  private final String field;
  private final int at;
  private final Spill spill;
  private final PackedPlace places = new PackedPlace();
  private final long[] entry = new long[WIDTH];
  private long nulls;
  private long duplicates;

  /**
   * @param at position of the field in the file
   */
  KeyCheck(String field, int at, Path scratch) {
    this.field = field;
    this.at = at;
    this.spill = new Spill(scratch, WIDTH);
  }

  void take(long row, @Nullable Object[] values, @Nullable Coordinate place, Faults faults) {
    Object value = values[at];
    String text = value == null ? "" : value.toString().strip();
    if (text.isEmpty()) {
      nulls++;
      faults.add(Faults.inField(row, place, Defect.KEY_EMPTY, field));
      return;
    }
    entry[HASH] = Hash.finish(Hash.add(Hash.START, text));
    entry[ROW] = row;
    entry[PLACE] = place == null ? places.pack(Double.NaN, 0) : places.pack(place.x, place.y);
    byte[] bytes = Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), SHOWN_BYTES);
    ByteBuffer.wrap(bytes).asLongBuffer().get(entry, VALUE, WIDTH - VALUE);
    spill.add(entry);
  }

  void finish(Faults faults) {
    InRowOrder repeated = new InRowOrder(faults);
    for (int part = 0; part < Spill.PARTS; part++) {
      long[] entries = spill.read(part);
      FirstSeen seen = new FirstSeen(entries, WIDTH, HASH);
      for (int i = 0; i * WIDTH < entries.length; i++) {
        int first = seen.find(i);
        if (first >= 0) {
          duplicates++;
          repeated.add(
              Faults.inField(
                  entries[i * WIDTH + ROW],
                  places.unpack(entries[i * WIDTH + PLACE]),
                  Defect.KEY_DUPLICATE,
                  field,
                  value(entries, i * WIDTH + VALUE),
                  entries[first * WIDTH + ROW]));
        }
      }
    }
    repeated.tell();
    if (spill.dropped() > 0) {
      duplicates += spill.dropped();
      faults.add(0, null, Defect.DUPLICATES_NOT_SOUGHT, spill.dropped());
    }
  }

  private static String value(long[] entries, int from) {
    ByteBuffer bytes = ByteBuffer.allocate(SHOWN_BYTES);
    bytes.asLongBuffer().put(entries, from, WIDTH - VALUE);
    String text = new String(bytes.array(), StandardCharsets.UTF_8);
    int end = text.indexOf(0);
    // A value that fills the room was cut, perhaps within a character.
    return end >= 0 ? text.substring(0, end) : text.replaceAll("\uFFFD+$", "") + "…";
  }

  ImportReport.Key report() {
    return new ImportReport.Key(field, nulls == 0 && duplicates == 0, duplicates, nulls);
  }

  @Override
  public void close() {
    spill.close();
  }
}
