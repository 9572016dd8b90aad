package org.citygis.features.ogc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.zip.CRC32C;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Visibility;
import org.citygis.text.Lang;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Tells caches whether an answer may be kept and whether the copy that a client has still holds.
 */
final class Freshness {
  /** What an answer depends on beside its address. */
  private static final String VARY = "Accept, Accept-Language";

  private Freshness() {}

  /**
   * Sets the headers of an answer made from a layer's rows.
   *
   * @return true when the client's copy holds; the answer is then 304 and complete
   */
  static boolean holds(
      OpenLayer layer,
      Format format,
      Lang lang,
      HttpServletRequest request,
      HttpServletResponse response) {
    boolean open = layer.definition().visibility() == Visibility.PUBLIC;
    String view = Integer.toHexString(layer.access().hiddenFields().hashCode());
    String etag =
        "W/\"%s-%s-%s-%s\"".formatted(layer.layer().etag(), view, format.tag(), lang.tag());
    return check(etag, open, request, response);
  }

  /** The same for one feature, by the tag of its state. */
  static boolean holds(
      String etag, OpenLayer layer, HttpServletRequest request, HttpServletResponse response) {
    boolean open = layer.definition().visibility() == Visibility.PUBLIC;
    return check(etag, open, request, response);
  }

  /** The same for a finished document, by its content. */
  static boolean holds(
      byte[] body, boolean open, HttpServletRequest request, HttpServletResponse response) {
    CRC32C sum = new CRC32C();
    sum.update(body);
    String etag = "W/\"%x-%x\"".formatted(body.length, sum.getValue());
    return check(etag, open, request, response);
  }

  private static boolean check(
      String etag, boolean open, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(
        HttpHeaders.CACHE_CONTROL,
        open ? "public, max-age=0, must-revalidate" : "private, no-cache");
    response.setHeader(HttpHeaders.VARY, open ? VARY : VARY + ", Cookie, Authorization");
    return new ServletWebRequest(request, response).checkNotModified(etag);
  }
}
