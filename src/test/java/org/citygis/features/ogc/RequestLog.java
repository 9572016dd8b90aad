package org.citygis.features.ogc;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a client asked of the server: method, path and decoded parameters, in their order. */
public final class RequestLog implements Filter {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    String query = http.getQueryString();
    String line =
        http.getMethod() + " " + http.getRequestURI() + (query == null ? "" : "?" + query);
    lines.add(URLDecoder.decode(line, StandardCharsets.UTF_8));
    chain.doFilter(request, response);
  }

  void clear() {
    lines.clear();
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
