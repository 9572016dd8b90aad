package org.citygis.ingest.archive;

import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.UnreadableFile;

/** What the archives of one upload, at whatever depth, have used of their limits. */
final class InflationBudget {
  private final ArchiveLimits limits;
  private final long sent;
  private long entries;
  private long inflated;

  /**
   * @param sent bytes of the upload as it came
   */
  InflationBudget(ArchiveLimits limits, long sent) {
    this.limits = limits;
    this.sent = sent;
  }

  /** All bytes that came out so far. */
  long inflated() {
    return inflated;
  }

  /** An archive was opened. */
  void entries(String archive, long count) throws UnreadableFile {
    entries += count;
    if (entries > limits.entries()) {
      throw new UnreadableFile(
          Finding.of(0, Defect.ARCHIVE_TOO_MANY_ENTRIES, archive, entries, limits.entries()));
    }
  }

  /**
   * Bytes came out of an entry.
   *
   * @param own all that came out of it so far
   * @param compressed its size within the archive, negative where that is not known
   */
  void inflated(String archive, String entry, int bytes, long own, long compressed)
      throws UnreadableFile {
    inflated += bytes;
    if (inflated > limits.inflatedBytes()) {
      throw new UnreadableFile(
          Finding.of(0, Defect.ARCHIVE_TOO_LARGE, archive, entry, limits.inflatedBytes()));
    }
    boolean entryExplodes =
        own > limits.ratioFromBytes() && compressed >= 0 && own / limits.ratio() > compressed;
    boolean uploadExplodes = inflated > limits.ratioFromBytes() && inflated / limits.ratio() > sent;
    if (entryExplodes || uploadExplodes) {
      throw new UnreadableFile(Finding.of(0, Defect.ARCHIVE_BOMB, archive, entry, limits.ratio()));
    }
  }
}
