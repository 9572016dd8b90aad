package org.citygis.features.places;

import java.util.Comparator;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.places.spelling.Rank;

/**
 * A feature whose name matches.
 *
 * @param distance from the asked place, squared and in degrees of latitude; 0 when none was given
 * @param length of the matching name in symbols
 */
record Match(OpenLayer layer, long fid, Rank rank, double distance, int length) {

  /** The best first: by match, then nearness, then the shorter name, which has less beside it. */
  static final Comparator<Match> BEST_FIRST =
      Comparator.comparing(Match::rank)
          .thenComparingDouble(Match::distance)
          .thenComparingInt(Match::length)
          .thenComparing(match -> match.layer.layer().id())
          .thenComparingLong(Match::fid);
}
