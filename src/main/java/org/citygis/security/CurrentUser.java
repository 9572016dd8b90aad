package org.citygis.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Turns what Spring Security knows of a request into a {@link User} with the rights of this moment.
 */
@Component
class CurrentUser implements Users {
  /** How long a right that was taken away in the database may still be used. */
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Accounts accounts;
  private final Cache<String, Optional<Account>> recent =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(FRESH).build();

  CurrentUser(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Anonymous also when the account is closed or its password was changed since. */
  User of(@Nullable Authentication authentication) {
    if (authentication == null || !(authentication.getPrincipal() instanceof SignedInUser person)) {
      return User.ANONYMOUS;
    }
    String name = person.getUsername();
    Optional<Account> account = recent.get(name, accounts::find);
    if (account.isPresent() && account.get().credential() != person.credential()) {
      // Either the session is outdated or what is remembered here is.
      account = accounts.find(name);
      recent.put(name, account);
    }
    return account
        .filter(found -> found.enabled() && found.credential() == person.credential())
        .map(Account::user)
        .orElse(User.ANONYMOUS);
  }

  @Override
  public Optional<User> find(String name) {
    return accounts.find(name).filter(Account::enabled).map(Account::user);
  }
}
