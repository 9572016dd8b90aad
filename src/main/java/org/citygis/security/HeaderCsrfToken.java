package org.citygis.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * Takes the token from the header and nowhere else: looking for it among the parameters would read
 * an upload from the network before anybody has asked who sends it.
 */
final class HeaderCsrfToken extends CsrfTokenRequestAttributeHandler {

  @Override
  public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
    return request.getHeader(token.getHeaderName());
  }
}
