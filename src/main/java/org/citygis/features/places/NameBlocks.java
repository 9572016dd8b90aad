package org.citygis.features.places;

import org.citygis.catalog.OpenLayer;
import org.citygis.features.places.spelling.BlockTest;
import org.citygis.features.places.spelling.BlockTraits;
import org.citygis.features.places.spelling.Fit;
import org.citygis.features.places.spelling.Rank;

/**
 * Some ten thousand features in blocks of neighbours. Of each block it is known what its names have
 * in them and where it lies.
 *
 * @param rows of all blocks, as {@link NameBytes} writes them
 * @param starts of the blocks in these; one more for the end
 * @param firstFids the least fid of each block
 * @param boxes west, south, east, north of each block in 1e-7 degrees
 * @param shortest the fewest word symbols that a name of each block has
 * @param traits what the names of each block have in them
 */
record NameBlocks(
    byte[] rows, int[] starts, long[] firstFids, int[] boxes, byte[] shortest, BlockTraits traits) {
  /** Steps of a place within its block's box, in each direction. */
  static final int STEPS = 0xFFFF;

  static final double UNITS = 1e7;

  int count() {
    return firstFids.length;
  }

  long bytes() {
    return 200L
        + rows.length
        + 4L * (starts.length + boxes.length)
        + 8L * firstFids.length
        + traits.bytes()
        + shortest.length;
  }

  /** For each block the ordinal of the best rank that a name in it may have. */
  byte[] best(BlockTest test) {
    return test.best(traits, count());
  }

  /** How near a place of the block may be. */
  double nearest(int block, Nearness nearness) {
    int at = 4 * block;
    return nearness.ofBox(
        boxes[at] / UNITS, boxes[at + 1] / UNITS, boxes[at + 2] / UNITS, boxes[at + 3] / UNITS);
  }

  void search(int block, NameSearch search, OpenLayer layer) {
    int box = 4 * block;
    double west = boxes[box] / UNITS;
    double south = boxes[box + 1] / UNITS;
    double stepX = (boxes[box + 2] / UNITS - west) / STEPS;
    double stepY = (boxes[box + 3] / UNITS - south) / STEPS;
    BestMatches best = search.best();
    NameCursor row = new NameCursor(rows, starts[block]);
    while (row.position() < starts[block + 1]) {
      row.head();
      double distance = search.nearness().of(west + row.x() * stepX, south + row.y() * stepY);
      Rank worst = best.worstRank();
      Rank rank = null;
      int length = 0;
      int found = 0;
      int shortestName = Integer.MAX_VALUE;
      while (row.next()) {
        shortestName = Math.min(shortestName, row.length());
        Fit fit = search.matcher().find(row.symbols(), row.length(), worst);
        if (fit != null && (rank == null || isBetter(fit, row.length(), rank, length))) {
          rank = fit.rank();
          length = row.length();
        }
        if (worst == Rank.WORDS) {
          found |= NameFit.words(search.words(), row.symbols(), row.length());
        }
      }
      if (rank == null && NameFit.isEach(search.words(), found)) {
        rank = Rank.WORDS;
        length = shortestName;
      }
      if (rank != null && best.accepts(rank, distance, length)) {
        best.offer(new Match(layer, firstFids[block] + row.fid(), rank, distance, length));
      }
    }
  }

  private static boolean isBetter(Fit fit, int length, Rank rank, int before) {
    int compared = fit.rank().compareTo(rank);
    return compared < 0 || compared == 0 && length < before;
  }
}
