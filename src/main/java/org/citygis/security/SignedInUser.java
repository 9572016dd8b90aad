package org.citygis.security;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * What a session remembers of its owner: the name and which password opened it. Rights are not in
 * here; {@link CurrentUser} reads them fresh, so that a right taken away is gone at once.
 */
final class SignedInUser implements UserDetails, CredentialsContainer {
  private final String name;
  private final int credential;
  private final boolean enabled;
  private @Nullable String passwordHash;

  SignedInUser(Account account) {
    this.name = account.name();
    this.credential = account.credential();
    this.enabled = account.enabled();
    this.passwordHash = account.password();
  }

  int credential() {
    return credential;
  }

  @Override
  public String getUsername() {
    return name;
  }

  @Override
  public @Nullable String getPassword() {
    return passwordHash;
  }

  @Override
  public boolean isEnabled() {
    return enabled;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of();
  }

  @Override
  public void eraseCredentials() {
    passwordHash = null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SignedInUser that && that.name.equals(name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
