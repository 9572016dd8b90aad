package org.citygis.features.ogc;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A variant of a representation within its media type, asked for by {@code profile} (OGC API
 * Features Part 5, which is Common Part 3; RFC 6906).
 */
interface Profile {
  String REGISTER = "http://www.opengis.net/def/profile/OGC/0/";

  /** Its identifier in the register of OGC. */
  String id();

  default String uri() {
    return REGISTER + id();
  }

  /** As the Link header names the profile of an answer. */
  default String header() {
    return "<%s>; rel=\"profile\"".formatted(uri());
  }

  /**
   * The first of the profiles asked for that the media type has. One that only another media type
   * has is passed over, as the standard recommends.
   *
   * @param text identifiers, URIs or safe CURIEs, parted by commas
   * @param known all that the resource has
   * @param offered those of the media type, the one when nothing else is asked for first
   * @throws Problem.Invalid that names a profile which the resource does not know
   */
  static <P extends Profile> P choose(@Nullable String text, P[] known, List<P> offered) {
    P chosen = null;
    if (text != null && !text.isBlank()) {
      for (String part : text.split(",", -1)) {
        P named = find(part.strip(), known);
        if (chosen == null && offered.contains(named)) {
          chosen = named;
        }
      }
    }
    return chosen == null ? offered.getFirst() : chosen;
  }

  private static <P extends Profile> P find(String name, P[] known) {
    for (P profile : known) {
      String curie = "[ogc-profile:" + profile.id() + "]";
      if (name.equals(profile.id()) || name.equals(profile.uri()) || name.equals(curie)) {
        return profile;
      }
    }
    String list = Arrays.stream(known).map(Profile::id).collect(Collectors.joining(", "));
    throw Problem.Invalid.parameter(
        "profile", name, Text.of("以下之一，用逗号分隔：" + list, "some of these, parted by commas: " + list));
  }
}
