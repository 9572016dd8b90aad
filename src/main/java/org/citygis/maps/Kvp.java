package org.citygis.maps;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an OGC web service, whose names are written in upper or lower case. What is not
 * known is ignored, as these services ask.
 */
public final class Kvp {
  private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private Kvp() {}

  public static Kvp of(HttpServletRequest request) {
    Kvp kvp = new Kvp();
    request.getParameterMap().forEach((name, given) -> kvp.values.putIfAbsent(name, given[0]));
    return kvp;
  }

  /** Null where it is not given or empty. */
  public @Nullable String find(String name) {
    String value = values.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  public String find(String name, String otherwise) {
    String value = find(name);
    return value == null ? otherwise : value;
  }

  /** A list parted by commas, its empty members kept; empty where it is not given. */
  public List<String> list(String name) {
    String value = find(name);
    return value == null
        ? List.of()
        : List.of(value.split(",", -1)).stream().map(String::strip).toList();
  }

  public boolean isTrue(String name) {
    return "true".equalsIgnoreCase(find(name));
  }
}
