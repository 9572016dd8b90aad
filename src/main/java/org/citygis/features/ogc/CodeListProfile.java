package org.citygis.features.ogc;

import java.util.List;
import org.citygis.catalog.CodeList;
import org.jspecify.annotations.Nullable;

/** How a schema tells the values of a coded field (OGC API Features Part 5, {@code profile}). */
enum CodeListProfile implements Profile {
  /** The codes with their titles stand in the schema. */
  INLINE("codelists-inline"),
  /** The schema names the address of the code list. */
  REFERENCE("codelists-ref");

  private final String id;

  CodeListProfile(String id) {
    this.id = id;
  }

  /** Inline when nothing is asked. */
  static CodeListProfile choose(@Nullable String text) {
    return Profile.choose(text, values(), List.of(values()));
  }

  @Override
  public String id() {
    return id;
  }

  /** The code lists of the catalogue, at the one meant. */
  String address(Root root, CodeList codes) {
    return root.application() + "/api/codes#" + codes.id();
  }
}
