package org.citygis.features.places.positions;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A place that a text of numbers means, in one way of reading it.
 *
 * @param title the place in degrees with its hemispheres
 * @param read how the text was read
 * @param lon degrees on CGCS2000, which equals WGS 84 within centimetres
 * @param crs the system in which the numbers were read
 * @param shifted the displacement that the numbers had and that was removed: GCJ-02 or BD-09
 * @param accuracyMetres how finely the text tells the place: half of its last digit, the size of a
 *     grid's square, at least 5 m where a shift was removed
 * @param inCity whether the place lies in the city's extent
 * @param notations the place in every notation, by its name
 */
public record Position(
    Text title,
    Text read,
    double lon,
    double lat,
    String crs,
    @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String shifted,
    @JsonProperty("accuracy_m") double accuracyMetres,
    @JsonProperty("in_city") boolean inCity,
    Map<String, Notation> notations) {

  /**
   * The place as one may write it.
   *
   * @param crs null where the notation is no reference system of the register
   */
  public record Notation(Text title, String text, @Nullable String crs) {}
}
