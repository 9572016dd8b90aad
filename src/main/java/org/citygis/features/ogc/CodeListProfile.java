package org.citygis.features.ogc;

import org.citygis.catalog.CodeList;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** How a schema tells the values of a coded field (OGC API Features Part 5, {@code profile}). */
enum CodeListProfile {
  /** The codes with their titles stand in the schema. */
  INLINE("codelists-inline"),
  /** The schema names the address of the code list. */
  REFERENCE("codelists-ref");

  private final String name;

  CodeListProfile(String name) {
    this.name = name;
  }

  /** By its name or its URI; inline when nothing is asked. */
  static CodeListProfile parse(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return INLINE;
    }
    for (CodeListProfile profile : values()) {
      if (text.strip().equals(profile.name) || text.strip().equals(profile.uri())) {
        return profile;
      }
    }
    throw Problem.Invalid.parameter(
        "profile",
        text,
        Text.of("codelists-inline 或 codelists-ref", "codelists-inline or codelists-ref"));
  }

  String uri() {
    return "http://www.opengis.net/def/profile/OGC/0/" + name;
  }

  /** The code lists of the catalogue, at the one meant. */
  String address(Root root, CodeList codes) {
    return root.application() + "/api/codes#" + codes.id();
  }
}
