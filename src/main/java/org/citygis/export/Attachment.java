package org.citygis.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header that names a download (RFC 6266): in plain letters, and in its own. */
final class Attachment {
  private Attachment() {}

  static String header(String plain, String own) {
    String encoded = URLEncoder.encode(own, StandardCharsets.UTF_8).replace("+", "%20");
    // What URLEncoder leaves and RFC 8187 does not allow.
    encoded = encoded.replace("*", "%2A");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plain, encoded);
  }
}
