package org.citygis.features.ogc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.citygis.text.Lang;
import org.citygis.text.Text;

/**
 * A parameter of a service as its description declares it.
 *
 * @param in query, header or path
 * @param schema the keywords of JSON Schema for its value
 */
record ServiceParameter(
    String name, String in, Text description, boolean required, Map<String, Object> schema) {
  private static final Set<String> OWN = Set.of("name", "in", "zh", "en", "required", "use");

  /**
   * @param declared the members of the description; what is none of ours is JSON Schema
   */
  static ServiceParameter of(String name, Map<String, Object> declared) {
    Map<String, Object> schema = new LinkedHashMap<>(declared);
    schema.keySet().removeAll(OWN);
    return new ServiceParameter(
        String.valueOf(declared.getOrDefault("name", name)),
        String.valueOf(declared.getOrDefault("in", "query")),
        Text.of(String.valueOf(declared.get("zh")), String.valueOf(declared.get("en"))),
        Boolean.TRUE.equals(declared.get("required")),
        schema);
  }

  /** The same as a part of the path. */
  ServiceParameter inPath() {
    return new ServiceParameter(name, "path", description, true, schema);
  }

  OpenApiParameter openApi(Lang lang) {
    return new OpenApiParameter(name, in, description.in(lang), required, schema, null, false);
  }
}
