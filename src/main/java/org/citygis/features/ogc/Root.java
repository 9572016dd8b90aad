package org.citygis.features.ogc;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The absolute address of the API as the client sees it; a proxy's forwarded host, scheme and
 * prefix are in it.
 */
public record Root(String url) {
  static final String PATH = "/ogc";

  public static Root of(HttpServletRequest request) {
    return new Root(ServletUriComponentsBuilder.fromContextPath(request).toUriString() + PATH);
  }

  /** Where the files of the pages are served: the application's own root. */
  String application() {
    return url.substring(0, url.length() - PATH.length());
  }

  String collections() {
    return url + "/collections";
  }

  String collection(String id) {
    return collections() + "/" + UriUtils.encodePathSegment(id, StandardCharsets.UTF_8);
  }

  public String items(String id) {
    return collection(id) + "/items";
  }

  public String item(String id, long fid) {
    return items(id) + "/" + fid;
  }
}
