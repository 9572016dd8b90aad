package org.citygis.features.ogc;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.citygis.web.ApiLink;
import org.jspecify.annotations.Nullable;

/** A typed link to another resource; the address is absolute. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Link(String href, String rel, String type, @Nullable String title) {
  /** The own links and those of other parts of the API. */
  static List<Link> with(List<Link> own, Stream<ApiLink> others) {
    return Stream.concat(
            own.stream(),
            others.map(other -> new Link(other.href(), other.rel(), other.type(), other.title())))
        .toList();
  }
}
