package org.citygis.features.ogc;

import java.util.List;
import java.util.stream.Stream;

/** The conformance classes that this API fulfils, and no others. */
record Conformance(List<String> conformsTo) {
  private static final String SPEC = "http://www.opengis.net/spec/";

  static final Conformance DECLARED =
      new Conformance(
          Stream.of(
                  "ogcapi-common-1/1.0/conf/core",
                  "ogcapi-common-1/1.0/conf/json",
                  "ogcapi-common-1/1.0/conf/html",
                  "ogcapi-common-1/1.0/conf/oas30",
                  "ogcapi-common-2/1.0/conf/collections",
                  "ogcapi-features-1/1.0/conf/core",
                  "ogcapi-features-1/1.0/conf/oas30",
                  "ogcapi-features-1/1.0/conf/html",
                  "ogcapi-features-1/1.0/conf/geojson",
                  "ogcapi-features-2/1.0/conf/crs",
                  "ogcapi-features-4/1.0/conf/create-replace-delete",
                  "ogcapi-features-4/1.0/conf/update",
                  "ogcapi-features-4/1.0/conf/features")
              .map(SPEC::concat)
              .toList());
}
