package org.citygis.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.TreeSet;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * The one place where what went wrong becomes an RFC 9457 answer, in the language of the request.
 */
@ControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

  @ExceptionHandler
  ResponseEntity<Object> problem(
      Problem problem, HttpServletRequest request, HttpServletResponse response) {
    breakOffIfBegun(problem, response);
    HttpHeaders headers = new HttpHeaders();
    if (problem instanceof Problem.NotSupported other) {
      headers.set(HttpHeaders.ALLOW, String.join(", ", new TreeSet<>(other.methods())));
    }
    if (problem instanceof Problem.Unavailable) {
      headers.set(HttpHeaders.RETRY_AFTER, "5");
    }
    return answer(Problems.detail(problem, request), headers);
  }

  /**
   * What the server or the firewall refuse to parse, which they say when a parameter is asked for.
   */
  @ExceptionHandler({RequestRejectedException.class, InvalidParameterException.class})
  ResponseEntity<Object> unreadable(Exception cause, HttpServletRequest request) {
    Text detail =
        Text.of(
            "请求参数的写法无法解析。",
            "The parameters of the request are written in a way that cannot be read.");
    return answer(Problems.detail(HttpStatus.BAD_REQUEST, detail, request), HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> unforeseen(
      Exception cause, HttpServletRequest request, HttpServletResponse response) throws Exception {
    if (clientIsGone(cause)) {
      return null;
    }
    breakOffIfBegun(cause, response);
    Problem known = DatabaseFailures.find(cause).orElse(null);
    if (known != null) {
      LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), cause.toString());
      HttpHeaders headers = new HttpHeaders();
      headers.set(HttpHeaders.RETRY_AFTER, "5");
      return answer(Problems.detail(known, request), headers);
    }
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), cause);
    Text detail = Text.of("服务器内部错误，已记入日志。", "An internal error occurred; it has been logged.");
    return answer(
        Problems.detail(HttpStatus.INTERNAL_SERVER_ERROR, detail, request), HttpHeaders.EMPTY);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception cause,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest webRequest) {
    HttpServletRequest request = ((ServletWebRequest) webRequest).getRequest();
    if (clientIsGone(cause)) {
      return null;
    }
    // What was thrown while Spring read the body comes wrapped.
    if (NestedExceptionUtils.getMostSpecificCause(cause) instanceof Problem problem) {
      return answer(Problems.detail(problem, request), headers);
    }
    if (cause instanceof MethodArgumentTypeMismatchException mismatch) {
      Problem problem =
          Problem.Invalid.parameter(
              mismatch.getName(),
              String.valueOf(mismatch.getValue()),
              Problems.expectedType(mismatch.getRequiredType()));
      return answer(Problems.detail(problem, request), headers);
    }
    if (cause instanceof MissingServletRequestParameterException missing) {
      Problem problem =
          Problem.Invalid.parameter(
              missing.getParameterName(),
              "",
              Text.of("一个值，不可省略", "a value, which cannot be left out"));
      return answer(Problems.detail(problem, request), headers);
    }
    Object told = body == null && cause instanceof ErrorResponse known ? known.getBody() : body;
    String english =
        told instanceof ProblemDetail detail && detail.getDetail() != null
            ? detail.getDetail()
            : "";
    Text text = Problems.ofStatus(status, english);
    return answer(Problems.detail(status, text, request), headers);
  }

  private static ResponseEntity<Object> answer(ProblemDetail detail, HttpHeaders headers) {
    return ResponseEntity.status(detail.getStatus())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail);
  }

  /**
   * A streamed answer that fails half way is already 200. Thrown on, the failure makes the server
   * cut the connection, so that the client does not take the half for the whole.
   */
  private static <E extends Exception> void breakOffIfBegun(E cause, HttpServletResponse response)
      throws E {
    if (response.isCommitted()) {
      throw cause;
    }
  }

  private static boolean clientIsGone(Throwable cause) {
    for (Throwable t = cause; t != null; t = t.getCause()) {
      if (t instanceof ClientAbortException
          || t instanceof AsyncRequestNotUsableException
          || (t instanceof IOException && String.valueOf(t.getMessage()).contains("Broken pipe"))) {
        return true;
      }
    }
    return false;
  }
}
