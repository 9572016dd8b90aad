package org.citygis.style;

import java.util.List;
import java.util.Set;
import org.citygis.text.Text;
import org.geotools.filter.FilterAttributeExtractor;

/**
 * How the features of a layer are drawn.
 *
 * @param id the name of its file without the ending
 * @param rules in drawing order
 * @param unsupported what the file says and is not drawn
 */
public record Style(String id, Text title, List<Rule> rules, List<Unsupported> unsupported) {

  /**
   * A part of the file that has no effect.
   *
   * @param line in the file, from 1
   * @param what the element, with those around it
   */
  public record Unsupported(int line, String what) {}

  public Style {
    rules = List.copyOf(rules);
    unsupported = List.copyOf(unsupported);
  }

  /** The fields that decide which symbol a feature gets. */
  public Set<String> classFields() {
    FilterAttributeExtractor extractor = new FilterAttributeExtractor();
    for (Rule rule : rules) {
      if (rule.filter() != null) {
        rule.filter().accept(extractor, null);
      }
    }
    return Set.copyOf(extractor.getAttributeNameSet());
  }

  /** All fields that drawing looks at: those of the symbols' values, such as labels, too. */
  public Set<String> fields() {
    return fields(rules);
  }

  /** The fields that drawing looks at from the first zoom to the last, up to the next after it. */
  public Set<String> fields(int firstZoom, int lastZoom) {
    return fields(rules.stream().filter(rule -> rule.drawsWithin(firstZoom, lastZoom)).toList());
  }

  private static Set<String> fields(List<Rule> rules) {
    FilterAttributeExtractor extractor = new FilterAttributeExtractor();
    for (Rule rule : rules) {
      if (rule.filter() != null) {
        rule.filter().accept(extractor, null);
      }
      rule.symbolizers().forEach(s -> s.values().forEach(value -> value.accept(extractor, null)));
    }
    return Set.copyOf(extractor.getAttributeNameSet());
  }
}
