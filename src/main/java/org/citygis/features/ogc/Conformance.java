package org.citygis.features.ogc;

import java.util.List;
import java.util.stream.Stream;
import org.citygis.catalog.OgcPart;

/** The conformance classes that this API fulfils, and no others. */
record Conformance(List<String> conformsTo) {
  private static final String SPEC = "http://www.opengis.net/spec/";

  private static final List<String> COMMON =
      List.of(
          "ogcapi-common-1/1.0/conf/core",
          "ogcapi-common-1/1.0/conf/json",
          "ogcapi-common-1/1.0/conf/html",
          "ogcapi-common-1/1.0/conf/oas30",
          "ogcapi-common-2/1.0/conf/collections");

  private static final List<String> FEATURES =
      List.of(
          "ogcapi-features-1/1.0/conf/core",
          "ogcapi-features-1/1.0/conf/oas30",
          "ogcapi-features-1/1.0/conf/html",
          "ogcapi-features-1/1.0/conf/geojson",
          "ogcapi-features-2/1.0/conf/crs",
          "ogcapi-features-3/1.0/conf/queryables",
          "ogcapi-features-3/1.0/conf/queryables-query-parameters",
          "ogcapi-features-3/1.0/conf/filter",
          "ogcapi-features-3/1.0/conf/features-filter",
          "ogcapi-features-4/1.0/conf/create-replace-delete",
          "ogcapi-features-4/1.0/conf/update",
          "ogcapi-features-4/1.0/conf/features",
          "ogcapi-features-5/1.0/conf/schemas",
          "ogcapi-features-5/1.0/conf/queryables",
          "ogcapi-features-5/1.0/conf/sortables",
          "ogcapi-features-5/1.0/conf/profile-codelists",
          "ogcapi-features-8/1.0/conf/sortables",
          "ogcapi-features-8/1.0/conf/sorting",
          "ogcapi-features-8/1.0/conf/features-sorting");

  private static final List<String> FILTERS =
      List.of(
          "cql2/1.0/conf/cql2-text",
          "cql2/1.0/conf/cql2-json",
          "cql2/1.0/conf/basic-cql2",
          "cql2/1.0/conf/advanced-comparison-operators",
          "cql2/1.0/conf/basic-spatial-functions",
          // What drafts called the class before; QGIS and GDAL look for it.
          "cql2/1.0/conf/basic-spatial-operators",
          "cql2/1.0/conf/basic-spatial-functions-plus",
          "cql2/1.0/conf/spatial-functions",
          "cql2/1.0/conf/temporal-functions",
          "cql2/1.0/conf/case-insensitive-comparison",
          "cql2/1.0/conf/accent-insensitive-comparison",
          "cql2/1.0/conf/property-property",
          "cql2/1.0/conf/arithmetic");

  /** Part 5 as it was published: most of it is Part 3 of Common. */
  private static final List<String> SCHEMAS =
      List.of(
          "ogcapi-common-3/1.0/conf/schemas",
          "ogcapi-common-3/1.0/conf/profile-parameter",
          "ogcapi-common-3/1.0/conf/profile-codelists",
          "ogcapi-features-5/1.0/conf/profile-parameter");

  private static final List<String> JSON_FG =
      List.of(
          "json-fg-1/1.0/conf/core",
          "json-fg-1/1.0/conf/types-schemas",
          "json-fg-1/1.0/conf/profiles",
          "json-fg-1/1.0/conf/api");

  /** Those of this API and of the other standards that are served at its side. */
  static Conformance with(List<OgcPart> parts) {
    Stream<String> own =
        Stream.of(COMMON, FEATURES, SCHEMAS, FILTERS, JSON_FG)
            .flatMap(List::stream)
            .map(SPEC::concat);
    Stream<String> others = parts.stream().flatMap(part -> part.conformance().stream());
    return new Conformance(Stream.concat(own, others).distinct().toList());
  }
}
