package org.citygis.ingest.shapefile;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongConsumer;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Where the records of a .shp lie, in the order of their rows: as the .shx says where it can be
 * believed, else one after the other.
 */
final class ShpRecords {
  static final int HEADER = 100;
  private static final int RECORD_HEADER = 8;
  private static final int DOUBTS = 1_000;

  /** Takes one record's place. */
  @FunctionalInterface
  interface Visitor<E extends Exception> {
    /**
     * @param offset of the record's header in bytes; -1 where the record lies outside the file
     * @param length of the content in bytes as the record's header says, -1 where that does not fit
     * @param indexed length of the content as the .shx says, -1 where that does not fit
     */
    void visit(long offset, long length, long indexed) throws IOException, E;
  }

  private final FileWindow shp;
  private final @Nullable FileWindow shx;
  private final long indexed;
  private final boolean goOn;

  private ShpRecords(FileWindow shp, @Nullable FileWindow shx, long indexed, boolean goOn) {
    this.shp = shp;
    this.shx = shx;
    this.indexed = indexed;
    this.goOn = goOn;
  }

  /**
   * Decides whom to believe.
   *
   * @param dbfRows rows of the .dbf, 0 where there is none
   */
  static ShpRecords open(FileWindow shp, @Nullable FileWindow shx, long dbfRows, Findings findings)
      throws IOException {
    if (shx == null) {
      findings.add(0, Defect.SHX_MISSING);
      return new ShpRecords(shp, null, 0, true);
    }
    if (shx.size() < HEADER) {
      findings.add(0, Defect.SHX_UNUSABLE, shx.size() + " B");
      return new ShpRecords(shp, null, 0, true);
    }
    long entries = (shx.size() - HEADER) / 8;
    long claimed = 2L * shx.bigEndianInt(24);
    if (claimed > shx.size() && (shx.size() - HEADER) % 8 != 0) {
      findings.add(0, Defect.SHX_UNUSABLE, shx.size() + " < " + claimed + " B");
      return new ShpRecords(shp, null, 0, true);
    }
    long outside = countOutside(shp, shx, entries);
    if (outside > 0) {
      Walk walk = walk(shp);
      // A .shp that ends within a record was cut off: then the .shx is right about what is missing.
      if (walk.clean() || walk.count() >= entries || outside == entries) {
        findings.add(0, Defect.SHX_UNUSABLE, outside + " / " + entries);
        return new ShpRecords(shp, null, 0, true);
      }
      findings.add(0, Defect.SHP_CUT_OFF, walk.end(), entries, entries - outside);
    }
    if (outside == 0 && pointsBetweenRecords(shp, shx, entries)) {
      findings.add(0, Defect.SHX_UNUSABLE, entries);
      return new ShpRecords(shp, null, 0, true);
    }
    if (entries < dbfRows && walkFrom(shp, endOf(shp, shx, entries), start -> {}).count() > 0) {
      findings.add(0, Defect.SHX_INCOMPLETE, entries, dbfRows);
      return new ShpRecords(shp, shx, entries, true);
    }
    return new ShpRecords(shp, shx, entries, false);
  }

  /** Entries of the .shx; 0 where it is not used. */
  long indexed() {
    return indexed;
  }

  /** Visits every record and returns how many there were. */
  <E extends Exception> long forEach(Findings findings, Visitor<E> visitor) throws IOException, E {
    long end = HEADER;
    if (shx != null) {
      for (long i = 0; i < indexed; i++) {
        long offset = offset(shx, i);
        long length = length(shx, i);
        long next = visitIndexed(offset, length, visitor);
        end = next > 0 ? next : end;
      }
    }
    return goOn ? indexed + inSequence(end, findings, visitor) : indexed;
  }

  private <E extends Exception> long visitIndexed(long offset, long length, Visitor<E> visitor)
      throws IOException, E {
    if (offset < HEADER || !shp.holds(offset, RECORD_HEADER)) {
      visitor.visit(-1, -1, -1);
      return -1;
    }
    long content = offset + RECORD_HEADER;
    long own = 2L * shp.bigEndianInt(offset + 4);
    boolean ownFits = own >= 4 && shp.holds(content, own);
    boolean indexFits = length >= 4 && shp.holds(content, length);
    visitor.visit(offset, ownFits ? own : -1, indexFits ? length : -1);
    return ownFits ? content + own : indexFits ? content + length : -1;
  }

  private <E extends Exception> long inSequence(long from, Findings findings, Visitor<E> visitor)
      throws IOException, E {
    long count = 0;
    long offset = from;
    while (shp.size() - offset >= RECORD_HEADER) {
      long own = 2L * shp.bigEndianInt(offset + 4);
      if (own < 4) {
        findings.add(0, Defect.SHP_BAD_HEADER, offset, indexed + count);
        return count;
      }
      if (!shp.holds(offset + RECORD_HEADER, own)) {
        findings.add(0, Defect.SHP_CUT_OFF, shp.size(), indexed + count + 1, indexed + count);
        return count;
      }
      visitor.visit(offset, own, -1);
      count++;
      offset += RECORD_HEADER + own;
    }
    return count;
  }

  private static long countOutside(FileWindow shp, FileWindow shx, long entries)
      throws IOException {
    long outside = 0;
    for (long i = 0; i < entries; i++) {
      long offset = offset(shx, i);
      if (offset < HEADER || !shp.holds(offset, RECORD_HEADER + 4)) {
        outside++;
      } else if (!shp.holds(offset + RECORD_HEADER, length(shx, i))) {
        long own = 2L * shp.bigEndianInt(offset + 4);
        outside += own >= 4 && shp.holds(offset + RECORD_HEADER, own) ? 0 : 1;
      }
    }
    return outside;
  }

  /**
   * Whether an entry points into the middle of a record although the .shp can be read in sequence
   * from end to end. Only entries that disagree with the record they point to are looked up.
   */
  private static boolean pointsBetweenRecords(FileWindow shp, FileWindow shx, long entries)
      throws IOException {
    Set<Long> doubtful = new HashSet<>();
    for (long i = 0; i < entries && doubtful.size() < DOUBTS; i++) {
      long offset = offset(shx, i);
      if (2L * shp.bigEndianInt(offset + 4) != length(shx, i)) {
        doubtful.add(offset);
      }
    }
    if (doubtful.isEmpty()) {
      return false;
    }
    Walk walk = walkFrom(shp, HEADER, doubtful::remove);
    return walk.clean() && walk.count() >= entries && !doubtful.isEmpty();
  }

  /**
   * What reading in sequence would find.
   *
   * @param clean whether it ends where the file ends
   */
  private record Walk(long count, long end, boolean clean) {}

  private static Walk walk(FileWindow shp) throws IOException {
    return walkFrom(shp, HEADER, start -> {});
  }

  private static Walk walkFrom(FileWindow shp, long from, LongConsumer starts) throws IOException {
    long count = 0;
    long offset = from;
    while (shp.size() - offset >= RECORD_HEADER) {
      long own = 2L * shp.bigEndianInt(offset + 4);
      if (own < 4 || !shp.holds(offset + RECORD_HEADER, own)) {
        return new Walk(count, offset, false);
      }
      starts.accept(offset);
      count++;
      offset += RECORD_HEADER + own;
    }
    return new Walk(count, offset, offset == shp.size());
  }

  private static long endOf(FileWindow shp, FileWindow shx, long entries) throws IOException {
    if (entries == 0) {
      return HEADER;
    }
    long offset = offset(shx, entries - 1);
    long own = shp.holds(offset, RECORD_HEADER) ? 2L * shp.bigEndianInt(offset + 4) : -1;
    return offset + RECORD_HEADER + (own >= 4 ? own : length(shx, entries - 1));
  }

  /** In bytes; the file counts words of two bytes, beyond 2 GB as an unsigned number. */
  private static long offset(FileWindow shx, long entry) throws IOException {
    return 2L * Integer.toUnsignedLong(shx.bigEndianInt(HEADER + 8 * entry));
  }

  private static long length(FileWindow shx, long entry) throws IOException {
    return 2L * shx.bigEndianInt(HEADER + 8 * entry + 4);
  }
}
