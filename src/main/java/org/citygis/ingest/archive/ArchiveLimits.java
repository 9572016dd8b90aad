package org.citygis.ingest.archive;

/**
 * What an archive may be at most.
 *
 * @param entries of all archives of one upload together
 * @param inflatedBytes of all archives of one upload together
 * @param ratio of inflated to compressed size, for entries above {@code ratioFromBytes}, and of all
 *     that was inflated to the upload
 * @param depth of archives within archives; 0 allows none
 */
public record ArchiveLimits(
    int entries, long inflatedBytes, int ratio, long ratioFromBytes, int depth) {
  public static final ArchiveLimits DEFAULT =
      new ArchiveLimits(10_000, 16L << 30, 200, 100L << 20, 8);
}
