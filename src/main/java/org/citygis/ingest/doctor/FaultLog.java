package org.citygis.ingest.doctor;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Severity;

/**
 * Writes every fault of a layer into a file beside the import's files, so that all of them can be
 * listed later however many there are. The file appears when the log is finished, in place of the
 * one of an earlier examination.
 */
final class FaultLog implements AutoCloseable {
  static final long MOST = 2_000_000;

  /** Rows beyond this number are counted by the order in which their faults come. */
  private static final int MOST_MARKED = 1 << 28;

  private final Path target;
  private final Path part;
  private final BufferedWriter out;
  private final BitSet faulty = new BitSet();
  private long beyond;
  private long lastBeyond;
  private long count;
  private long written;

  FaultLog(Path target) {
    this.target = target;
    try {
      this.part = Files.createTempFile(folder(target), "faults-", ".part");
      this.out = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  void add(Fault fault) {
    count++;
    if (fault.row() > 0 && fault.defect().severity() != Severity.INFO) {
      mark(fault.row());
    }
    if (written < MOST) {
      write(fault);
    }
  }

  private void mark(long row) {
    if (row < MOST_MARKED) {
      faulty.set((int) row);
    } else if (row != lastBeyond) {
      lastBeyond = row;
      beyond++;
    }
  }

  private void write(Fault fault) {
    try {
      out.write(FaultLine.of(fault));
      out.write('\n');
      written++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long count() {
    return count;
  }

  /** Rows with at least one fault that is more than a remark. */
  long faultyRows() {
    return faulty.cardinality() + beyond;
  }

  /** Puts the log in its place. */
  void finish() {
    try {
      if (count > MOST) {
        out.write(FaultLine.of(Faults.layer(Defect.FAULTS_CUT, MOST, count)));
        out.write('\n');
      }
      out.close();
      try {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the log of an earlier examination, which is not true any more. */
  void forgetEarlier() {
    try {
      Files.deleteIfExists(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Leaves nothing behind unless the log was finished. */
  @Override
  public void close() {
    try {
      out.close();
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
