package org.citygis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citygis.geo.LonLat;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** The parameters of a request, each known and given once, in the order of the request. */
public record Query(Map<String, String> values) {
  private static final Set<String> LANGUAGES = Set.of("zh", "en");

  /** What every resource understands. */
  private static final Set<String> COMMON = Set.of("f", "lang");

  /**
   * @param known the names that the resource understands beside the common ones
   * @throws Problem.Invalid that names the first parameter which is unknown or repeated
   */
  public static Query of(HttpServletRequest request, Set<String> known) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
      String name = parameter.getKey();
      String[] given = parameter.getValue();
      check(name, given[0], known);
      if (given.length > 1) {
        throw Problem.Invalid.parameter(
            name, String.join(" & ", given), Text.of("只给出一次的参数", "the parameter to be given once"));
      }
      values.put(name, given[0]);
    }
    return new Query(values);
  }

  /**
   * The same from a body, where each name stands once.
   *
   * @throws Problem.Invalid that names the first parameter which is unknown
   */
  public static Query of(Map<String, String> values, Set<String> known) {
    values.forEach((name, value) -> check(name, value, known));
    return new Query(values);
  }

  private static void check(String name, String value, Set<String> known) {
    if (!known.contains(name) && !COMMON.contains(name)) {
      Set<String> all = new TreeSet<>(COMMON);
      all.addAll(known);
      String list = String.join(", ", all);
      throw unknown(name, value, Text.of("参数之一：" + list, "one of the parameters " + list));
    }
    if (name.equals("lang") && !LANGUAGES.contains(value)) {
      throw Problem.Invalid.parameter(name, value, Text.of("zh 或 en", "zh or en"));
    }
  }

  private static Problem unknown(String name, String value, Text expected) {
    Problem.Invalid problem =
        new Problem.Invalid(
            Text.of(
                "没有参数 %s；应为%s。".formatted(name, expected.zh()),
                "There is no parameter '%s'; expected %s.".formatted(name, expected.en())));
    return problem.about(name, value, expected);
  }

  public @Nullable String find(String name) {
    return values.get(name);
  }

  /**
   * The position that {@code lon} and {@code lat} give, null when neither is there.
   *
   * @throws Problem.Invalid when only one is there
   */
  public @Nullable LonLat findPlace() {
    String lon = find("lon");
    String lat = find("lat");
    if (lon == null && lat == null) {
      return null;
    }
    if (lon == null || lat == null) {
      throw Problem.Invalid.parameter(
          lon == null ? "lon" : "lat",
          "",
          Text.of("与另一坐标一起给出的值", "a value, given together with the other"));
    }
    return new LonLat(Parameters.number("lon", lon), Parameters.number("lat", lat));
  }

  public Query with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return new Query(changed);
  }

  public Query without(String name) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.remove(name);
    return new Query(changed);
  }

  /** Without the empty values that a form sends for what was left open. */
  public Query withoutBlanks() {
    Map<String, String> given = new LinkedHashMap<>(values);
    given.values().removeIf(String::isEmpty);
    return new Query(given);
  }

  /** The address with these parameters, encoded. */
  public String appendTo(String url) {
    if (values.isEmpty()) {
      return url;
    }
    return url
        + values.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
