package org.citygis.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetailsSource;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The portal's sign-in. Every answer carries the token that the next change must present. */
@RestController
@RequestMapping("/api/session")
class SessionController {
  record Credentials(@Nullable String username, @Nullable String password) {}

  record Person(String name, Text title, @Nullable String department, List<String> roles) {}

  private final SignIn signIn;
  private final CurrentUser users;
  private final SecurityContextRepository contexts;
  private final SessionAuthenticationStrategy newSession;
  private final CsrfTokenRepository csrfTokens;
  private final ApplicationEventPublisher events;

  SessionController(
      SignIn signIn,
      CurrentUser users,
      SecurityContextRepository contexts,
      SessionAuthenticationStrategy newSession,
      CsrfTokenRepository csrfTokens,
      ApplicationEventPublisher events) {
    this.signIn = signIn;
    this.users = users;
    this.contexts = contexts;
    this.newSession = newSession;
    this.csrfTokens = csrfTokens;
    this.events = events;
  }

  @GetMapping
  ResponseEntity<Map<String, @Nullable Person>> who(User user, HttpServletRequest request) {
    sendCsrfToken(request);
    return answer(user);
  }

  @PostMapping
  ResponseEntity<Map<String, @Nullable Person>> signIn(
      @RequestBody Credentials given, HttpServletRequest request, HttpServletResponse response) {
    UsernamePasswordAuthenticationToken attempt =
        UsernamePasswordAuthenticationToken.unauthenticated(
            required("username", given.username()), required("password", given.password()));
    attempt.setDetails(new WebAuthenticationDetailsSource().buildDetails(request));
    Authentication authentication = signIn.authenticate(attempt);
    newSession.onAuthentication(authentication, request, response);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    told(authentication, SignInAttempt.Outcome.SIGNED_IN);
    sendCsrfToken(request);
    return answer(users.of(authentication));
  }

  @DeleteMapping
  ResponseEntity<Void> signOut(
      @Nullable Authentication authentication,
      HttpServletRequest request,
      HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      new SecurityContextLogoutHandler().logout(request, response, authentication);
      csrfTokens.saveToken(null, request, response);
    }
    if (authentication != null && authentication.getPrincipal() instanceof SignedInUser) {
      told(authentication, SignInAttempt.Outcome.SIGNED_OUT);
    }
    return ResponseEntity.noContent().build();
  }

  private void told(Authentication authentication, SignInAttempt.Outcome outcome) {
    events.publishEvent(
        new SignInAttempt(authentication.getName(), SignIn.address(authentication), outcome));
  }

  private static String required(String name, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      throw Problem.Invalid.parameter(name, "", Text.of("非空文本", "text that is not empty"));
    }
    return value;
  }

  /** The cookie is written when the token is read; other answers stay free of it, to be cached. */
  private static void sendCsrfToken(HttpServletRequest request) {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      token.getToken();
    }
  }

  private static ResponseEntity<Map<String, @Nullable Person>> answer(User user) {
    @Nullable Person person =
        user.isAnonymous()
            ? null
            : new Person(
                user.name(),
                Text.of(user.titleZh(), user.titleEn()),
                user.department(),
                user.roles().stream().map(Role::tag).sorted().toList());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(Collections.singletonMap("user", person));
  }
}
