package org.citygis.catalog;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * How a layer takes part in the report of what applies at a site.
 *
 * @param order place in the report, low first
 * @param heading what the section is called, the layer's title when not declared
 * @param nothing what is said when nothing was found, null for a general sentence
 * @param group the field by whose values areas and counts are told apart, null where none is
 * @param fields names of the fields that are told of a feature, empty for all
 * @param most features that are listed at most
 * @param withinMetres how far around the site is looked
 * @param period how far back from now is looked, by the layer's time field; null for all times
 * @param sketch {@code #rrggbb} in which the sketch of the site shows the layer, null for not at
 *     all; where the group's code list has colours, those are used
 */
public record SitePart(
    How how,
    int order,
    Text heading,
    @Nullable Text nothing,
    @Nullable String group,
    List<String> fields,
    int most,
    double withinMetres,
    @Nullable Period period,
    @Nullable String sketch) {

  /** The questions that a layer can answer about a site. */
  public enum How {
    /** The features in which the site lies, wholly or in part. */
    CONTAINS,
    /** The same, and for an area how much of it belongs to each class. */
    OVERLAP,
    /** The nearest features with distance and direction. */
    NEAREST,
    /** How many features of each class are around, in a span of time. */
    COUNT,
    /** Nothing: the layer is only drawn in the sketch. */
    BACKDROP;

    /** The name on the wire. */
    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SitePart {
    fields = List.copyOf(fields);
  }
}
