package org.citygis.features.site;

import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.SitePart;
import org.citygis.text.Text;
import org.citygis.web.Deadline;

/**
 * What is asked of one layer.
 *
 * @param deadline until when it has to be answered
 */
record Question(
    OpenLayer layer, SitePart part, Site site, FeatureTeller teller, Deadline deadline) {

  Found nothing(Found.Around around) {
    return Found.nothing(words(), around);
  }

  Found nothing() {
    return Found.nothing(words(), null);
  }

  private Text words() {
    return Wording.nothing(part, layer.definition().title(), site.isArea());
  }
}
