package org.citygis.incidents;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.geo.LonLat;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.citygis.web.Query;
import org.citygis.web.TimeSpan;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/**
 * Reads a search from the request; each refusal names the parameter, its value and what is right.
 */
@Component
class SearchParameters {
  private static final double LARGEST_RADIUS = 500_000;
  private static final Set<String> KNOWN =
      Set.of(
          "lon", "lat", "radius", "bbox", "polygon", "from", "to", "class", "kind", "level",
          "status", "q", "limit");
  private static final int LIMIT = 200;
  private static final int LARGEST_LIMIT = 2_000;

  private final Fields fields;

  SearchParameters(Fields fields) {
    this.fields = fields;
  }

  Search read(OpenLayer layer, HttpServletRequest request) {
    Query given = Query.of(request, KNOWN);
    LonLat centre = given.findPlace();
    Double radius = radius(given.find("radius"), centre);
    String bbox = given.find("bbox");
    String polygon = given.find("polygon");
    Box box = bbox == null ? null : Parameters.bbox("bbox", bbox);
    Geometry area = polygon == null ? null : Parameters.polygon("polygon", polygon);
    String fromText = given.find("from");
    String toText = given.find("to");
    Instant from = fromText == null ? null : from(fromText);
    Instant to = toText == null ? null : to(toText);
    if (fromText != null && from != null && to != null && from.isAfter(to)) {
      throw Problem.Invalid.parameter(
          "from",
          fromText,
          Text.of("不晚于 to(%s)的时间".formatted(toText), "a time not after to (%s)".formatted(toText)));
    }
    Map<String, List<String>> codes = new LinkedHashMap<>();
    for (String field : List.of(Fields.CLASS, Fields.KIND, Fields.LEVEL, Fields.STATUS)) {
      String list = given.find(field);
      if (list != null && !list.isBlank()) {
        codes.put(field, fields.codes(layer, field, list));
      }
    }
    int limit = Parameters.limit(given.find("limit"), LIMIT, LARGEST_LIMIT);
    return new Search(centre, radius, box, area, from, to, codes, words(given.find("q")), limit);
  }

  private static @Nullable Double radius(@Nullable String text, @Nullable LonLat centre) {
    if (text == null) {
      return null;
    }
    double radius = Parameters.metres("radius", text, LARGEST_RADIUS);
    if (centre == null) {
      throw Problem.Invalid.parameter(
          "radius", text, Text.of("与 lon、lat 一起给出", "a radius together with lon and lat"));
    }
    return radius;
  }

  private static @Nullable Instant from(String text) {
    return TimeSpan.parse("from", text + "/..").from();
  }

  /** A day means all of it. */
  private static @Nullable Instant to(String text) {
    return TimeSpan.parse("to", "../" + text).to();
  }

  private static @Nullable String words(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > 100) {
      throw Problem.Invalid.parameter("q", text, Text.of("不超过 100 个字符", "at most 100 characters"));
    }
    return text.strip();
  }
}
