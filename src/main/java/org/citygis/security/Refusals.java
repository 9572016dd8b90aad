package org.citygis.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.citygis.text.Text;
import org.citygis.web.ProblemWriter;
import org.citygis.web.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What Spring Security refuses is answered as problem+json, from filters and controllers alike. */
@Component
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler, RequestRejectedHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  private final ProblemWriter writer;

  Refusals(ProblemWriter writer) {
    this.writer = writer;
  }

  @Override
  @ExceptionHandler
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
      throws IOException {
    if (cause instanceof LockedException) {
      response.setHeader(
          HttpHeaders.RETRY_AFTER, String.valueOf(SignInThrottle.LOCKED_FOR.toSeconds()));
      answer(
          HttpStatus.TOO_MANY_REQUESTS,
          Text.of("登录失败次数过多，请 15 分钟后再试。", "Too many refused sign-ins; try again in 15 minutes."),
          request,
          response);
      return;
    }
    if (cause instanceof InternalAuthenticationServiceException) {
      LOG.warn("Nobody can sign in: {}", String.valueOf(cause.getCause()));
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      answer(
          HttpStatus.SERVICE_UNAVAILABLE,
          Text.of("暂时无法登录，请稍后重试。", "Signing in is not possible at the moment; try again shortly."),
          request,
          response);
      return;
    }
    if (!isBrowser(request)) {
      response.setHeader(
          HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"CityGIS\", charset=\"UTF-8\"");
    }
    boolean tried = isSignIn(request) || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    answer(
        HttpStatus.UNAUTHORIZED,
        tried
            ? Text.of("用户名或密码不正确。", "The user name or the password is wrong.")
            : Text.of("该内容需要登录。", "This takes a sign-in."),
        request,
        response);
  }

  @Override
  @ExceptionHandler
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
      throws IOException {
    answer(
        HttpStatus.FORBIDDEN,
        cause instanceof CsrfException
            ? Text.of(
                "缺少或已失效的 X-XSRF-TOKEN 请求头；请先读取 /api/session。",
                "The X-XSRF-TOKEN header is missing or outdated; read /api/session first.")
            : Text.of("您没有此操作的权限。", "You may not do this."),
        request,
        response);
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, RequestRejectedException cause)
      throws IOException {
    answer(
        HttpStatus.BAD_REQUEST,
        Text.of(
            "请求的地址或请求头含有不允许的字符。", "The address or a header has characters that are not allowed."),
        request,
        response);
  }

  /** For addresses that are not listed: nothing is said about them. */
  void unknown(HttpServletRequest request, HttpServletResponse response, @Nullable Object cause)
      throws IOException {
    answer(
        HttpStatus.NOT_FOUND, Text.of("没有这个地址。", "There is no such address."), request, response);
  }

  private void answer(
      HttpStatus status, Text text, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writer.write(Problems.detail(status, text, request), response);
  }

  private static boolean isSignIn(HttpServletRequest request) {
    return request.getRequestURI().equals("/api/session");
  }

  /** A browser would open a window of its own for a challenge, over the portal's sign-in. */
  private static boolean isBrowser(HttpServletRequest request) {
    String agent = request.getHeader(HttpHeaders.USER_AGENT);
    return agent != null && agent.startsWith("Mozilla/");
  }
}
