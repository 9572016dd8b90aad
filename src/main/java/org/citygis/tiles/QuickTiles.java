package org.citygis.tiles;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.citygis.catalog.Layer;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.web.ProblemWriter;
import org.citygis.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Answers for tiles of layers that everybody sees alike, before sessions, sign-in and the choice of
 * a controller cost their time, which is most of what a finished tile costs. All other requests,
 * and whatever is unusual about one or goes wrong, take the long way.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class QuickTiles extends HttpFilter {
  private static final String START = "/tiles/";
  private static final String END = ".mvt";
  private static final String VERSION = "v=";
  private static final int LONGEST_NUMBER = 8;
  private static final String RETRY_SECONDS = "5";

  /** What all tiles of a layer say alike. */
  private record Head(Layer layer, String state, String tag, String lasting, String passing) {}

  private final transient Layers layers;
  private final transient Tiles tiles;
  private final transient TileAnswers answers;
  private final transient ProblemWriter problems;
  private final transient Map<String, Head> heads = new ConcurrentHashMap<>();

  QuickTiles(Layers layers, Tiles tiles, TileAnswers answers, ProblemWriter problems) {
    this.layers = layers;
    this.tiles = tiles;
    this.answers = answers;
    this.problems = problems;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!isAnswered(request, response)) {
      chain.doFilter(request, response);
    }
  }

  private boolean isAnswered(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    if (!path.startsWith(START)
        || !path.endsWith(END)
        || !request.getMethod().equals("GET")
        || request.getHeader(HttpHeaders.COOKIE) != null
        || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
      return false;
    }
    String encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
    String version = version(request.getQueryString());
    if (encodings == null || !encodings.contains("gzip") || version == null) {
      return false;
    }
    int slash = path.indexOf('/', START.length());
    OpenLayer open = slash < 0 ? null : open(path.substring(START.length(), slash));
    TileAddress tile = open == null ? null : address(path, slash);
    if (open == null || tile == null || !Tiles.isDrawn(open, tile.z())) {
      return false;
    }
    Head head = head(open);
    boolean named = version.equals(open.layer().etag());
    if (head.tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
      describe(response, head, named);
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return true;
    }
    try {
      EncodedTile made = tiles.get(open, tile);
      describe(response, head, named);
      send(response, made);
      return true;
    } catch (Problem.Unavailable busy) {
      // Not the long way, where the request would wait once more.
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      problems.write(Problems.detail(busy, request), response);
      return true;
    } catch (Problem other) {
      return false;
    }
  }

  /** The layer, if everybody may see all of it. */
  private @Nullable OpenLayer open(String id) {
    try {
      OpenLayer open = layers.open(User.ANONYMOUS, id, Action.VIEW);
      return open.layer().version() != null && TileAnswers.isForAll(open) ? open : null;
    } catch (Problem refused) {
      return null;
    }
  }

  private Head head(OpenLayer open) {
    Head known = heads.get(open.layer().id());
    String state = tiles.state(open);
    if (known == null || known.layer != open.layer() || !known.state.equals(state)) {
      known =
          new Head(
              open.layer(),
              state,
              TileAnswers.tag(state),
              header(open, open.layer().etag()),
              header(open, null));
      heads.put(open.layer().id(), known);
    }
    return known;
  }

  private String header(OpenLayer open, @Nullable String version) {
    return String.valueOf(answers.caching(open, version).getHeaderValue());
  }

  private static void describe(HttpServletResponse response, Head head, boolean named) {
    response.setHeader(HttpHeaders.ETAG, head.tag);
    response.setHeader(HttpHeaders.CACHE_CONTROL, named ? head.lasting : head.passing);
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    response.setHeader("X-Content-Type-Options", "nosniff");
  }

  private static void send(HttpServletResponse response, EncodedTile tile) throws IOException {
    if (tile.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      response.setContentType(TileAnswers.MVT);
      response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
      response.setContentLength(tile.gzip().length);
      response.getOutputStream().write(tile.gzip());
    }
  }

  /** The version that the query names, empty for none; null for any other query. */
  private static @Nullable String version(@Nullable String query) {
    if (query == null) {
      return "";
    }
    return query.startsWith(VERSION) && query.indexOf('&') < 0 && query.indexOf('%') < 0
        ? query.substring(VERSION.length())
        : null;
  }

  /** Zoom, column and row behind the layer's name; null for what is not quite that. */
  private static @Nullable TileAddress address(String path, int slash) {
    int x = path.indexOf('/', slash + 1);
    int y = x < 0 ? -1 : path.indexOf('/', x + 1);
    if (y < 0) {
      return null;
    }
    int zoom = number(path, slash + 1, x);
    int column = number(path, x + 1, y);
    int row = number(path, y + 1, path.length() - END.length());
    if (zoom < 0 || column < 0 || row < 0) {
      return null;
    }
    try {
      return new TileAddress(TileMatrixSet.WEB_MERCATOR_QUAD, zoom, column, row);
    } catch (Problem.Invalid outside) {
      return null;
    }
  }

  /** The number that the digits from one place to another are; -1 for anything else. */
  private static int number(String path, int from, int to) {
    if (to <= from || to - from > LONGEST_NUMBER) {
      return -1;
    }
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = path.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = 10 * number + digit;
    }
    return number;
  }
}
