package org.citygis.features.places;

import java.util.List;
import org.citygis.features.places.spelling.BlockTest;
import org.citygis.features.places.spelling.NameMatcher;
import org.citygis.features.places.spelling.NameQuery;

/**
 * One search: what was typed, from where, and the best that was found so far in all layers. For one
 * thread.
 *
 * @param words the same for each word that was typed, where there are several
 */
record NameSearch(
    NameQuery typed,
    Nearness nearness,
    BestMatches best,
    NameMatcher matcher,
    List<NameMatcher> words,
    BlockTest blocks) {

  static NameSearch of(NameQuery typed, Nearness nearness, int limit) {
    return new NameSearch(
        typed,
        nearness,
        new BestMatches(limit),
        new NameMatcher(typed),
        typed.words().stream().map(NameMatcher::new).toList(),
        new BlockTest(typed));
  }
}
