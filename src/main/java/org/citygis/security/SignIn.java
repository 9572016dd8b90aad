package org.citygis.security;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks name and password, for the portal's sign-in and for HTTP Basic alike. The answer does not
 * tell, by words or by time, whether the name exists.
 */
@Component
class SignIn implements AuthenticationProvider {
  private final DaoAuthenticationProvider passwords;
  private final Accounts accounts;
  private final VerifiedPasswords verified;
  private final SignInThrottle throttle;
  private final ApplicationEventPublisher events;

  SignIn(
      Accounts accounts,
      PasswordEncoder encoder,
      VerifiedPasswords verified,
      SignInThrottle throttle,
      ApplicationEventPublisher events) {
    this.passwords =
        new DaoAuthenticationProvider(
            name ->
                accounts
                    .find(name)
                    .map(SignedInUser::new)
                    .orElseThrow(() -> new UsernameNotFoundException(name)));
    this.passwords.setPasswordEncoder(encoder);
    // A closed account is told so only to who knows its password.
    this.passwords.setPreAuthenticationChecks(user -> {});
    this.passwords.setPostAuthenticationChecks(
        user -> {
          if (!user.isEnabled()) {
            throw new DisabledException("closed");
          }
        });
    this.accounts = accounts;
    this.verified = verified;
    this.throttle = throttle;
    this.events = events;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String name = Accounts.normalised(attempt.getName());
    String address = address(attempt);
    if (throttle.isLocked(name, address)) {
      throw new LockedException("too many refused sign-ins");
    }
    String password = String.valueOf(attempt.getCredentials());
    Optional<Account> known = findVerified(name, password);
    if (known.isPresent()) {
      return signedIn(known.get(), attempt);
    }
    try {
      Authentication result = passwords.authenticate(attempt);
      throttle.signedIn(name, address);
      if (result.getPrincipal() instanceof SignedInUser person) {
        verified.remember(person.getUsername(), person.credential(), password);
      }
      return result;
    } catch (InternalAuthenticationServiceException databaseAway) {
      throw databaseAway;
    } catch (AuthenticationException refused) {
      throttle.refused(name, address);
      events.publishEvent(
          new SignInAttempt(
              name,
              address,
              throttle.isLocked(name, address)
                  ? SignInAttempt.Outcome.LOCKED
                  : SignInAttempt.Outcome.REFUSED));
      throw refused;
    }
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  private Optional<Account> findVerified(String name, String password) {
    try {
      return accounts.find(name).filter(account -> verified.knows(account, password));
    } catch (DataAccessException away) {
      throw new InternalAuthenticationServiceException("accounts cannot be read", away);
    }
  }

  private static Authentication signedIn(Account account, Authentication attempt) {
    SignedInUser person = new SignedInUser(account);
    person.eraseCredentials();
    UsernamePasswordAuthenticationToken result =
        UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
    result.setDetails(attempt.getDetails());
    return result;
  }

  static String address(Authentication attempt) {
    return attempt.getDetails() instanceof WebAuthenticationDetails details
            && details.getRemoteAddress() != null
        ? details.getRemoteAddress()
        : "";
  }
}
