package org.citygis.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
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
  ResponseEntity<Object> problem(Problem problem, HttpServletRequest request) {
    return answer(Problems.detail(problem, request), HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  @Nullable ResponseEntity<Object> unforeseen(Exception cause, HttpServletRequest request) {
    if (clientIsGone(cause)) {
      return null;
    }
    Problem known = DatabaseFailures.find(cause).orElse(null);
    if (known != null) {
      LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), cause.toString());
      HttpHeaders headers = new HttpHeaders();
      headers.set(HttpHeaders.RETRY_AFTER, "5");
      return answer(Problems.detail(known, request), headers);
    }
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), cause);
    Text detail = Text.of("服务器内部错误,已记入日志。", "An internal error occurred; it has been logged.");
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
    if (cause instanceof MethodArgumentTypeMismatchException mismatch) {
      Problem problem =
          Problem.Invalid.parameter(
              mismatch.getName(),
              String.valueOf(mismatch.getValue()),
              Problems.expectedType(mismatch.getRequiredType()));
      return answer(Problems.detail(problem, request), headers);
    }
    String english =
        body instanceof ProblemDetail detail && detail.getDetail() != null
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
