package org.citygis.incidents;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.geo.LonLat;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
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
  private static final int LIMIT = 200;
  private static final int LARGEST_LIMIT = 2_000;

  private final Fields fields;

  SearchParameters(Fields fields) {
    this.fields = fields;
  }

  Search read(OpenLayer layer, Map<String, String> given) {
    LonLat centre = centre(given);
    Double radius = radius(given.get("radius"), centre);
    String bbox = given.get("bbox");
    String polygon = given.get("polygon");
    Box box = bbox == null ? null : Parameters.bbox("bbox", bbox);
    Geometry area = polygon == null ? null : Parameters.polygon("polygon", polygon);
    String fromText = given.get("from");
    String toText = given.get("to");
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
      String list = given.get(field);
      if (list != null && !list.isBlank()) {
        codes.put(field, fields.codes(layer, field, list));
      }
    }
    int limit = Parameters.limit(given.get("limit"), LIMIT, LARGEST_LIMIT);
    return new Search(centre, radius, box, area, from, to, codes, words(given.get("q")), limit);
  }

  /** Longitude and latitude, both or neither. */
  static @Nullable LonLat centre(Map<String, String> given) {
    String lon = given.get("lon");
    String lat = given.get("lat");
    if (lon == null && lat == null) {
      return null;
    }
    if (lon == null || lat == null) {
      throw Problem.Invalid.parameter(
          lon == null ? "lon" : "lat", "", Text.of("lon 与 lat 同时给出", "lon and lat together"));
    }
    return new LonLat(Parameters.number("lon", lon), Parameters.number("lat", lat));
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
