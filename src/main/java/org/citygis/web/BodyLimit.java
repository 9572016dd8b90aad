package org.citygis.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that is too long to be read into memory, also one that does not say its length.
 * Uploads have limits of their own.
 */
@Component
class BodyLimit extends OncePerRequestFilter {
  /** A piece of an upload, which goes to the disk. */
  private static final String PIECE = "application/offset+octet-stream";

  private final long most;
  private final ProblemWriter writer;

  BodyLimit(@Value("${citygis.body-limit:2MB}") DataSize most, ProblemWriter writer) {
    this.most = most.toBytes();
    this.writer = writer;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && (type.regionMatches(true, 0, "multipart/", 0, 10)
            || type.regionMatches(true, 0, PIECE, 0, PIECE.length()));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > most) {
      writer.write(Problems.detail(tooLarge(), request), response);
    } else {
      chain.doFilter(new Bounded(request), response);
    }
  }

  private Problem tooLarge() {
    return new Problem.TooLarge(
        Text.of(
            "请求体不得超过 %d 字节。".formatted(most),
            "The body may have at most %d bytes.".formatted(most)));
  }

  private final class Bounded extends HttpServletRequestWrapper {
    Bounded(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new BoundedStream(super.getInputStream());
    }
  }

  private final class BoundedStream extends ServletInputStream {
    private final ServletInputStream body;
    private long read;

    BoundedStream(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int value = body.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = body.read(target, offset, length);
      count(Math.max(count, 0));
      return count;
    }

    private void count(int bytes) {
      read += bytes;
      if (read > most) {
        throw tooLarge();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
