package org.citygis.features.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** The two encodings of every resource. */
enum Format {
  JSON,
  HTML;

  static final MediaType GEOJSON = MediaType.valueOf("application/geo+json");
  static final MediaType OPENAPI =
      MediaType.valueOf("application/vnd.oai.openapi+json;version=3.0");
  static final MediaType PAGE = MediaType.valueOf("text/html;charset=UTF-8");

  String tag() {
    return this == JSON ? "json" : "html";
  }

  /**
   * The encoding that {@code f=} or else the Accept header asks for; JSON when both are silent.
   *
   * @param json what JSON means for this resource, beside application/json
   * @throws HttpMediaTypeNotAcceptableException when Accept names neither
   */
  static Format of(HttpServletRequest request, MediaType json)
      throws HttpMediaTypeNotAcceptableException {
    String asked = request.getParameter("f");
    if (asked != null) {
      return switch (asked) {
        case "json" -> JSON;
        case "html" -> HTML;
        default ->
            throw Problem.Invalid.parameter("f", asked, Text.of("json 或 html", "json or html"));
      };
    }
    List<String> accept = java.util.Collections.list(request.getHeaders("Accept"));
    return accept.isEmpty() ? JSON : accepted(accept, json);
  }

  private static Format accepted(List<String> accept, MediaType json)
      throws HttpMediaTypeNotAcceptableException {
    List<MediaType> offered = List.of(json, MediaType.APPLICATION_JSON, PAGE);
    try {
      List<MediaType> wanted = new java.util.ArrayList<>(MediaType.parseMediaTypes(accept));
      MimeTypeUtils.sortBySpecificity(wanted);
      wanted.sort(java.util.Comparator.comparingDouble(MediaType::getQualityValue).reversed());
      for (MediaType type : wanted) {
        if (type.getQualityValue() == 0) {
          break;
        }
        if (type.includes(json) || type.includes(MediaType.APPLICATION_JSON)) {
          return JSON;
        }
        if (type.includes(PAGE)) {
          return HTML;
        }
      }
    } catch (InvalidMediaTypeException e) {
      // answered below: what cannot be read cannot be served
    }
    throw new HttpMediaTypeNotAcceptableException(offered);
  }
}
