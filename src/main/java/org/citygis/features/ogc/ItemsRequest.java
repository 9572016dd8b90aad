package org.citygis.features.ogc;

import java.util.HashSet;
import java.util.Set;
import org.citygis.catalog.Conditions;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.geo.Crs;
import org.citygis.web.Parameters;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page of features.
 *
 * @param crs the system of the answer
 * @param after the last feature of the page before, null for the first page
 */
record ItemsRequest(Conditions conditions, Crs crs, int limit, @Nullable Long after) {
  static final int DEFAULT_LIMIT = 100;
  static final int MAX_LIMIT = 10_000;

  /** The names that are never those of a field. */
  static final Set<String> OWN =
      Set.of(
          "limit",
          "bbox",
          "bbox-crs",
          "crs",
          "datetime",
          "filter",
          "filter-lang",
          "filter-crs",
          "after",
          "f",
          "lang");

  /** Every parameter that the items of this layer understand. */
  static Set<String> names(OpenLayer layer) {
    Set<String> names = new HashSet<>(OWN);
    VisibleFields.of(layer).stream().map(Field::name).forEach(names::add);
    return names;
  }

  static ItemsRequest parse(Query query, OpenLayer layer) {
    CrsChoices systems = CrsChoices.of(layer);
    String after = query.find("after");
    return new ItemsRequest(
        Conditions.parse(query, layer, systems.choose("bbox-crs", query.find("bbox-crs")), OWN),
        systems.choose("crs", query.find("crs")),
        Parameters.limit(query.find("limit"), DEFAULT_LIMIT, MAX_LIMIT),
        after == null ? null : Parameters.integer("after", after));
  }
}
