package org.citygis.style;

import java.util.HashSet;
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
    Set<String> fields = new HashSet<>();
    for (Rule rule : rules) {
      if (rule.filter() != null) {
        FilterAttributeExtractor extractor = new FilterAttributeExtractor();
        rule.filter().accept(extractor, null);
        fields.addAll(extractor.getAttributeNameSet());
      }
    }
    return fields;
  }
}
