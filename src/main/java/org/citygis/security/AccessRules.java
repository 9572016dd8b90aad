package org.citygis.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Which addresses there are and what guards them. An address that is not listed here does not
 * exist. The listed interfaces reach their controllers, which ask the catalogue what this user may
 * see; only the actuator is decided here.
 */
@Configuration(proxyBeanMethods = false)
class AccessRules {
  private static final String[] PORTAL = {
    "/",
    "/index.html",
    "/favicon.ico",
    "/favicon.svg",
    "/icons.svg",
    "/app/**",
    "/css/**",
    "/webjars/**",
    "/v/*"
  };
  private static final Set<String> QUESTIONS =
      Set.of("/api/near", "/api/statistics", "/api/site-report");
  private static final String[] INTERFACES = {
    "/api/**", "/ogc/**", "/ogc", "/tiles/**", "/wms", "/wmts", "/wmts/**"
  };
  private static final String ACTUATOR = "/actuator/**";
  private static final String[] HEALTH = {"/actuator/health", "/actuator/health/*"};

  private static final String[] EMBEDDED = {"/embed", "/embed/*"};

  @Bean
  @Order(1)
  SecurityFilterChain listed(
      HttpSecurity http,
      Refusals refusals,
      CurrentUser users,
      SecurityContextRepository contexts,
      CsrfTokenRepository csrfTokens,
      ContentSecurity content)
      throws Exception {
    http.securityMatchers(
            match ->
                match
                    .requestMatchers(PORTAL)
                    .requestMatchers(INTERFACES)
                    .requestMatchers("/actuator", ACTUATOR))
        .authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, PORTAL)
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD, PORTAL)
                    .permitAll()
                    .requestMatchers(INTERFACES)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, HEALTH)
                    .permitAll()
                    .requestMatchers("/actuator", ACTUATOR)
                    .access(
                        (authentication, context) ->
                            new AuthorizationDecision(
                                users.of(authentication.get()).has(Role.ADMINISTRATOR)))
                    .anyRequest()
                    .denyAll())
        // As csrf.spa(), but the token's cookie is set by /api/session only: an answer that a
        // cache may keep, such as a tile, must not carry one.
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(csrfTokens)
                    .csrfTokenRequestHandler(new HeaderCsrfToken())
                    .ignoringRequestMatchers(AccessRules::isProgram, AccessRules::isQuestion))
        .httpBasic(
            basic ->
                basic
                    .authenticationEntryPoint(refusals)
                    .securityContextRepository(new RequestAttributeSecurityContextRepository()))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .securityContext(context -> context.securityContextRepository(contexts))
        .requestCache(cache -> cache.disable())
        .formLogin(form -> form.disable())
        .logout(logout -> logout.disable())
        .headers(headers -> strict(headers, content.ofPages()));
    return http.build();
  }

  /** The map in frames of other sites: no session, nothing that could be changed by a click. */
  @Bean
  @Order(2)
  SecurityFilterChain embedded(HttpSecurity http, Refusals refusals, ContentSecurity content)
      throws Exception {
    http.securityMatcher(EMBEDDED)
        .authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET)
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .csrf(csrf -> csrf.disable())
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .headers(
            headers -> {
              strict(headers, content.ofEmbedded());
              if (content.isFramedByOthers()) {
                // The older header knows no list; browsers then go by frame-ancestors.
                headers.frameOptions(frame -> frame.disable());
              }
            });
    return http.build();
  }

  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  SecurityFilterChain unlisted(HttpSecurity http, Refusals refusals, ContentSecurity content)
      throws Exception {
    http.authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .csrf(csrf -> csrf.disable())
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(refusals::unknown)
                    .accessDeniedHandler(refusals::unknown))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .headers(headers -> strict(headers, content.ofPages()));
    return http.build();
  }

  /** A span for each filter of each request is a fifth of what a small answer costs. */
  @Bean
  SecurityObservationSettings unobservedFilters() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  AuthenticationManager authenticationManager(SignIn signIn) {
    return new ProviderManager(List.of(signIn));
  }

  @Bean
  SecurityContextRepository securityContextRepository() {
    return new HttpSessionSecurityContextRepository();
  }

  @Bean
  CsrfTokenRepository csrfTokenRepository() {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    return tokens;
  }

  @Bean
  SessionAuthenticationStrategy newSession(CsrfTokenRepository csrfTokens) {
    return new CompositeSessionAuthenticationStrategy(
        List.of(
            new ChangeSessionIdAuthenticationStrategy(),
            new CsrfAuthenticationStrategy(csrfTokens)));
  }

  /**
   * A program presents its password itself, so nobody can make it ask unknowingly. A browser that
   * remembers a Basic password could be made to; it names the page's origin with every change.
   */
  private static boolean isProgram(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    return authorization != null
        && authorization.regionMatches(true, 0, "Basic ", 0, 6)
        && request.getHeader(HttpHeaders.ORIGIN) == null
        && request.getHeader("Sec-Fetch-Site") == null;
  }

  /**
   * A question whose shape is too long for an address changes nothing, and a foreign page can
   * neither send its JSON nor read the answer: programs may ask without a sign-in.
   */
  private static boolean isQuestion(HttpServletRequest request) {
    return HttpMethod.POST.matches(request.getMethod())
        && QUESTIONS.contains(request.getServletPath());
  }

  private static void strict(HeadersConfigurer<HttpSecurity> headers, String contentSecurity) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(contentSecurity))
        .frameOptions(frame -> frame.sameOrigin())
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("geolocation=(self), camera=(), microphone=()"))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
  }
}
