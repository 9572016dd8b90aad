package org.citygis.catalog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.storage.FieldValues;
import org.citygis.web.BoxParameter;
import org.citygis.web.Query;
import org.citygis.web.TimeSpan;
import org.jspecify.annotations.Nullable;

/**
 * Which features a request asks for, paging aside. Equal conditions match the same features, so
 * that a count may be kept under them.
 *
 * @param box in {@code boxCrs}, x easting or longitude
 * @param values what the named fields must equal, each of its column's binding class
 * @param filter what {@code filter} asks, null for everything
 */
public record Conditions(
    @Nullable Box box,
    Crs boxCrs,
    @Nullable TimeSpan time,
    Map<String, Object> values,
    @Nullable CqlFilter filter) {

  /** The parameters that are read here, beside those that fields give their names. */
  public static final Set<String> NAMES =
      Set.of("bbox", "bbox-crs", "datetime", "filter", "filter-lang", "filter-crs");

  /**
   * Reads {@code bbox}, {@code datetime}, {@code filter} with {@code filter-lang} and {@code
   * filter-crs}, and a value for each visible field.
   *
   * @param boxCrs what {@code bbox-crs} names
   * @param own names of parameters that are never those of a field
   */
  public static Conditions parse(Query query, OpenLayer layer, Crs boxCrs, Set<String> own) {
    String bbox = query.find("bbox");
    String datetime = query.find("datetime");
    Map<String, Object> values = new LinkedHashMap<>();
    for (Field field : VisibleFields.of(layer)) {
      String value = query.find(field.name());
      // An empty value is what a form sends for a field that was left open.
      if (value != null
          && !value.isEmpty()
          && !own.contains(field.name())
          && !NAMES.contains(field.name())) {
        values.put(field.name(), FieldValues.parse(field.name(), field.type(), value));
      }
    }
    return new Conditions(
        bbox == null || bbox.isEmpty() ? null : BoxParameter.parse("bbox", bbox, boxCrs),
        boxCrs,
        datetime == null || datetime.isEmpty() ? null : TimeSpan.parse("datetime", datetime),
        values,
        CqlFilter.parse(query, layer));
  }
}
