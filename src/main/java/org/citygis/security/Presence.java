package org.citygis.security;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Who is asking, over a longer time than a request: an answer that stays open asks it again and
 * again. Controllers take it as a parameter.
 */
public final class Presence {
  private final CurrentUser users;
  private final @Nullable Authentication authentication;
  private final @Nullable HttpSession session;

  Presence(
      CurrentUser users, @Nullable Authentication authentication, @Nullable HttpSession session) {
    this.users = users;
    this.authentication = authentication;
    this.session = session;
  }

  /** The user as of now; anonymous once the session has ended or the account was closed. */
  public User user() {
    return sessionHasEnded() ? User.ANONYMOUS : users.of(authentication);
  }

  private boolean sessionHasEnded() {
    if (session == null) {
      return false;
    }
    try {
      // Throws when the session is over; does not count as use, so it does not keep one alive.
      session.getLastAccessedTime();
      return false;
    } catch (IllegalStateException over) {
      return true;
    }
  }
}
