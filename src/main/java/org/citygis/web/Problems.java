package org.citygis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.citygis.problem.Problem;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Builds the body of an RFC 9457 answer, for handlers inside and outside of Spring MVC. */
public final class Problems {
  private Problems() {}

  public static ProblemDetail detail(Problem problem, HttpServletRequest request) {
    ProblemDetail detail = detail(status(problem), problem.detail(), request);
    if (problem.parameter() != null) {
      detail.setProperty("parameter", problem.parameter());
      detail.setProperty("value", problem.value());
    }
    if (problem.expected() != null) {
      detail.setProperty("expected", problem.expected().in(Languages.of(request)));
    }
    if (problem.position() != null) {
      detail.setProperty("position", problem.position());
    }
    if (problem instanceof Problem.Invalid invalid && !invalid.faults().isEmpty()) {
      Lang lang = Languages.of(request);
      detail.setProperty(
          "errors",
          invalid.faults().stream()
              .map(fault -> Map.of("pointer", fault.pointer(), "detail", fault.detail().in(lang)))
              .toList());
    }
    return detail;
  }

  public static ProblemDetail detail(HttpStatusCode status, Text text, HttpServletRequest request) {
    Lang lang = Languages.of(request);
    ProblemDetail detail = ProblemDetail.forStatus(status);
    detail.setTitle(ofStatus(status, "").in(lang));
    detail.setDetail(text.in(lang));
    detail.setInstance(instance(request.getRequestURI()));
    return detail;
  }

  public static HttpStatus status(Problem problem) {
    return switch (problem) {
      case Problem.NotFound p -> HttpStatus.NOT_FOUND;
      case Problem.Invalid p -> HttpStatus.BAD_REQUEST;
      case Problem.Conflict p -> HttpStatus.CONFLICT;
      case Problem.Outdated p -> HttpStatus.PRECONDITION_FAILED;
      case Problem.Unconditional p -> HttpStatus.PRECONDITION_REQUIRED;
      case Problem.NotSupported p -> HttpStatus.METHOD_NOT_ALLOWED;
      case Problem.Forbidden p -> HttpStatus.FORBIDDEN;
      case Problem.TooLarge p -> HttpStatus.CONTENT_TOO_LARGE;
      case Problem.Unavailable p -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }

  /**
   * A sentence for a status that Spring answered by itself, with its own English detail when it has
   * one.
   */
  static Text ofStatus(HttpStatusCode status, String english) {
    Text text =
        switch (status.value()) {
          case 400 -> Text.of("请求不正确", "Bad request");
          case 401 -> Text.of("请先登录", "Sign in first");
          case 403 -> Text.of("没有权限", "Not permitted");
          case 404 -> Text.of("未找到", "Not found");
          case 405 -> Text.of("不支持该请求方法", "Method not allowed");
          case 406 -> Text.of("没有所要求的格式", "No such representation");
          case 409 -> Text.of("与当前状态冲突", "Conflict with the present state");
          case 412 -> Text.of("前提条件不成立", "Precondition failed");
          case 413 -> Text.of("内容过大", "Too large");
          case 415 -> Text.of("不支持该内容类型", "Unsupported media type");
          case 422 -> Text.of("内容无法处理", "The content cannot be processed");
          case 428 -> Text.of("缺少前提条件", "Precondition required");
          case 429 -> Text.of("请求过于频繁", "Too many requests");
          case 503 -> Text.of("服务暂不可用", "Temporarily unavailable");
          default ->
              status.is5xxServerError()
                  ? Text.of("服务器错误", "Server error")
                  : Text.of("请求失败", "Request failed");
        };
    return english.isEmpty() ? text : Text.of(text.zh() + ":" + english, english);
  }

  static Text expectedType(@Nullable Class<?> type) {
    if (type == null) {
      return Text.of("另一种类型的值", "a value of another type");
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return Text.of("整数", "an integer");
    }
    if (type == double.class || type == Double.class) {
      return Text.of("数值", "a number");
    }
    if (type == boolean.class || type == Boolean.class) {
      return Text.of("true 或 false", "true or false");
    }
    return Text.same(type.getSimpleName());
  }

  /**
   * @param path as it came, encoded
   */
  static URI instance(String path) {
    try {
      URI uri = new URI(path);
      return uri.getRawAuthority() == null ? uri : new URI(null, null, path, null);
    } catch (URISyntaxException e) {
      return URI.create("/");
    }
  }
}
