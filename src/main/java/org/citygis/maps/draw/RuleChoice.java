package org.citygis.maps.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.citygis.style.Rule;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.filter.FilterAttributeExtractor;
import org.jspecify.annotations.Nullable;

/**
 * Which rules draw a feature. Features that agree in the fields which the rules look at are drawn
 * by the same rules, so that the filters of a layer of a few classes are evaluated a few times.
 */
final class RuleChoice {
  /** Fields of many values, such as a height, are not worth more memory than this. */
  private static final int MOST_KEPT = 4_096;

  private final List<Rule> rules;
  private final int[] places;
  private final Row row;
  private final Map<List<@Nullable Object>, int[]> known = new HashMap<>();

  /**
   * @param rules those that draw at the scale of the picture
   * @param fields of the rows
   */
  RuleChoice(List<Rule> rules, List<String> fields, Row row) {
    this.rules = rules;
    this.row = row;
    places = classFields(rules).stream().mapToInt(fields::indexOf).filter(i -> i >= 0).toArray();
  }

  private static Set<String> classFields(List<Rule> rules) {
    FilterAttributeExtractor extractor = new FilterAttributeExtractor();
    for (Rule rule : rules) {
      if (rule.filter() != null) {
        rule.filter().accept(extractor, null);
      }
    }
    return new TreeSet<>(extractor.getAttributeNameSet());
  }

  /** The numbers of the rules, in drawing order. */
  int[] of(@Nullable Object[] values) {
    @Nullable Object[] key = new @Nullable Object[places.length];
    for (int i = 0; i < key.length; i++) {
      key[i] = values[places[i]];
    }
    int[] chosen = known.get(Arrays.asList(key));
    if (chosen == null) {
      chosen = choose(row.of(values));
      if (known.size() < MOST_KEPT) {
        known.put(Arrays.asList(key), chosen);
      }
    }
    return chosen;
  }

  private int[] choose(SimpleFeature feature) {
    List<Integer> chosen = new ArrayList<>();
    Set<Integer> passesDrawn = new TreeSet<>();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (!rule.otherwise() && (rule.filter() == null || rule.filter().evaluate(feature))) {
        chosen.add(i);
        passesDrawn.add(rule.pass());
      }
    }
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).otherwise() && !passesDrawn.contains(rules.get(i).pass())) {
        chosen.add(i);
      }
    }
    return chosen.stream().sorted().mapToInt(Integer::intValue).toArray();
  }
}
