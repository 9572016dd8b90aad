package org.citygis.features.site;

import java.time.OffsetDateTime;
import java.util.List;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a layer answered.
 *
 * @param statement the answer in a sentence
 * @param total features that apply, of which the first are listed
 * @param classes null where the layer's part asks for none
 * @param uncovered the part of the site that no feature covers, null where nothing is measured
 * @param overlapping whether classes lie over one another, so that the shares add up to more than 1
 */
record Found(
    Text statement,
    long total,
    List<ToldFeature> features,
    @Nullable List<ClassShare> classes,
    @Nullable Uncovered uncovered,
    @Nullable Boolean overlapping,
    @Nullable Around around) {

  /** The rest of the site. */
  record Uncovered(GroundArea area, double share) {}

  /**
   * Where and when was looked.
   *
   * @param from null for all times
   */
  record Around(double withinMetres, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {}

  static Found nothing(Text statement, @Nullable Around around) {
    return new Found(statement, 0, List.of(), null, null, null, around);
  }
}
