package org.citygis.features.ogc;

import java.util.List;
import java.util.Map;
import org.citygis.text.Lang;
import org.citygis.text.Text;

/** How programs sign in, as the OpenAPI document says it. */
final class OpenApiSecurity {
  private static final String BASIC = "password";
  private static final String SESSION = "session";

  private OpenApiSecurity() {}

  static Map<String, Object> schemes(Lang lang) {
    return OpenApiSchemas.ordered(
        BASIC,
        OpenApiSchemas.ordered(
            "type",
            "http",
            "scheme",
            "basic",
            "description",
            Text.of("用户名和密码（HTTP Basic）", "Name and password (HTTP Basic)").in(lang)),
        SESSION,
        OpenApiSchemas.ordered(
            "type",
            "apiKey",
            "in",
            "cookie",
            "name",
            "citygis-session",
            "description",
            Text.of(
                    "门户登录后的会话；修改时另须请求头 X-XSRF-TOKEN",
                    "The session of the portal's sign-in; changes also need the header X-XSRF-TOKEN")
                .in(lang)));
  }

  /** Either way. */
  static List<Map<String, Object>> required() {
    return List.of(Map.of(BASIC, List.of()), Map.of(SESSION, List.of()));
  }

  /** Nobody has to, and who does may see more. */
  static List<Map<String, Object>> optional() {
    return List.of(Map.of(), Map.of(BASIC, List.of()), Map.of(SESSION, List.of()));
  }
}
