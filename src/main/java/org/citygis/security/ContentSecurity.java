package org.citygis.security;

import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The content security policy. Everything comes from ourselves, for city networks have no internet,
 * and no script is inline; only pictures of base maps come from elsewhere where they are
 * configured.
 */
@Component
class ContentSecurity {
  private final Set<String> images;
  private final Set<String> framers;

  ContentSecurity(ObjectProvider<PortalSources> sources) {
    PortalSources configured = sources.getIfAvailable();
    images = configured == null ? Set.of() : Set.copyOf(configured.images());
    framers = configured == null ? Set.of() : Set.copyOf(configured.framers());
  }

  /** Of all pages but the one to embed: nobody else frames them. */
  String ofPages() {
    return policy("frame-ancestors 'self'");
  }

  /** Of the page to embed. */
  String ofEmbedded() {
    return policy(list("frame-ancestors 'self'", framers));
  }

  boolean isFramedByOthers() {
    return !framers.isEmpty();
  }

  private String policy(String ancestors) {
    return String.join(
        "; ",
        "default-src 'self'",
        list("img-src 'self' data: blob:", images),
        "style-src 'self'",
        "script-src 'self'",
        "worker-src 'self'",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        ancestors);
  }

  private static String list(String start, Set<String> sources) {
    StringBuilder list = new StringBuilder(start);
    sources.stream().sorted().forEach(source -> list.append(' ').append(source));
    return list.toString();
  }
}
