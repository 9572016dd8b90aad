package org.citygis.features.site;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import org.citygis.catalog.SitePart.How;
import org.citygis.text.Text;

/**
 * The first line of a report that is sent line by line.
 *
 * @param expected the sections that follow, in their order
 */
record Opening(
    SiteReport.Place site,
    @JsonProperty("made_at") OffsetDateTime madeAt,
    @JsonProperty("made_for") Text madeFor,
    Text disclaimer,
    List<Expected> expected) {

  /** A section to come. */
  record Expected(String layer, Text heading, String how) {}

  static Opening of(SiteReport report, List<SiteReports.Asked> asked) {
    return new Opening(
        report.site(),
        report.madeAt(),
        report.madeFor(),
        report.disclaimer(),
        asked.stream()
            .filter(each -> each.part().how() != How.BACKDROP)
            .map(
                each ->
                    new Expected(
                        each.layer().layer().id(), each.part().heading(), each.part().how().tag()))
            .toList());
  }
}
