package org.citygis.features.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.citygis.catalog.Department;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.SitePart;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One layer's answer to what applies at the site, with where it comes from.
 *
 * @param updated the day that the layer's content is of
 * @param source who made the data
 * @param crs the system in which the layer is kept
 * @param how contains, overlap, nearest or count
 * @param status found, nothing or failed
 * @param statement the answer in a sentence; of a failed section why
 * @param total features that apply, of which the first are listed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Section(
    String layer,
    Text heading,
    Text title,
    Office department,
    @Nullable LocalDate updated,
    Text source,
    @Nullable String crs,
    String how,
    String status,
    Text statement,
    long total,
    List<ToldFeature> features,
    @Nullable List<ClassShare> classes,
    Found.@Nullable Uncovered uncovered,
    @Nullable Boolean overlapping,
    @JsonProperty("within_m") @Nullable Double withinMetres,
    @Nullable OffsetDateTime from,
    @Nullable OffsetDateTime to) {
  static final String FOUND = "found";
  static final String NOTHING = "nothing";
  static final String FAILED = "failed";

  /** Whose layer it is, and whom to ask. */
  record Office(String id, Text title, Text contact) {}

  static Section of(OpenLayer layer, SitePart part, Department department, Found found) {
    String status = found.total() == 0 ? NOTHING : FOUND;
    return section(layer, part, department, status, found);
  }

  static Section failed(OpenLayer layer, SitePart part, Department department, Text why) {
    return section(layer, part, department, FAILED, Found.nothing(why, null));
  }

  private static Section section(
      OpenLayer layer, SitePart part, Department department, String status, Found found) {
    LayerDefinition definition = layer.definition();
    GeometryColumn geometry = layer.table().geometry();
    Text attribution = definition.attribution();
    Found.Around around = found.around();
    return new Section(
        definition.id(),
        part.heading(),
        definition.title(),
        new Office(department.id(), department.title(), department.contact()),
        definition.updated(),
        attribution == null ? department.contact() : attribution,
        geometry == null ? null : geometry.crs().code(),
        part.how().tag(),
        status,
        found.statement(),
        found.total(),
        found.features(),
        found.classes(),
        found.uncovered(),
        found.overlapping(),
        around == null ? null : around.withinMetres(),
        around == null ? null : around.from(),
        around == null ? null : around.to());
  }

  boolean isFound() {
    return status.equals(FOUND);
  }
}
