package org.citygis.features.places;

import java.util.Comparator;
import org.citygis.catalog.OpenLayer;

/**
 * A feature whose name matches.
 *
 * @param distance from the asked place, squared and in degrees of latitude; 0 when none was given
 * @param length of the matching name
 */
record Match(OpenLayer layer, long fid, Rank rank, double distance, int length) {

  /** How well a name matches, the best first. */
  enum Rank {
    EXACT,
    PREFIX,
    SUBSTRING;

    static Rank of(boolean atStart, boolean toEnd) {
      return !atStart ? SUBSTRING : toEnd ? EXACT : PREFIX;
    }
  }

  /** The best first: by match, then nearness, then the shorter name, which has less beside it. */
  static final Comparator<Match> BEST_FIRST =
      Comparator.comparing(Match::rank)
          .thenComparingDouble(Match::distance)
          .thenComparingInt(Match::length)
          .thenComparing(match -> match.layer.layer().id())
          .thenComparingLong(Match::fid);
}
