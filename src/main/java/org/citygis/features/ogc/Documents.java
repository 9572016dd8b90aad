package org.citygis.features.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.citygis.web.Html;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends finished documents with their type and an ETag of their content. They list what the user
 * may see, so no shared cache keeps them.
 */
@Component
class Documents {
  private final JsonMapper json;

  Documents(JsonMapper json) {
    this.json = json;
  }

  void send(
      Object document, MediaType type, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(json.writeValueAsBytes(document), type, request, response);
  }

  void send(Html page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(page.markup().getBytes(StandardCharsets.UTF_8), Format.PAGE, request, response);
  }

  private static void send(
      byte[] body, MediaType type, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (Freshness.holds(body, false, request, response)) {
      return;
    }
    response.setContentType(type.toString());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
