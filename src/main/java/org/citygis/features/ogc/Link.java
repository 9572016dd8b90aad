package org.citygis.features.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A typed link to another resource; the address is absolute. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Link(String href, String rel, String type, @Nullable String title) {}
