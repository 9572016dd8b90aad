package org.citygis.features.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /api/site-report}: everything that applies at a place ({@code lon}, {@code lat}) or in an
 * area ({@code polygon} as WKT, or the body of a POST), in all departments that the user may see.
 * {@code crs} names the system of the coordinates, {@code layers} asks only some.
 */
@RestController
@RequestMapping("/api/site-report")
class SiteController {
  private static final Set<String> KNOWN =
      Set.of("lon", "lat", "polygon", "crs", "layers", "bilingual");
  private static final Set<String> KNOWN_BESIDE_BODY = Set.of("bilingual");

  private final SiteReader reader;
  private final SiteReports reports;
  private final SitePages pages;
  private final JsonMapper json;

  SiteController(SiteReader reader, SiteReports reports, SitePages pages, JsonMapper json) {
    this.reader = reader;
    this.reports = reports;
    this.pages = pages;
    this.json = json;
  }

  @GetMapping
  void ofAddress(User user, Lang lang, HttpServletRequest request, HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    Query query = Query.of(request, KNOWN);
    SiteFormat format = SiteFormat.of(request);
    Words words = Words.of(lang, query.find("bilingual"));
    answer(
        reader.read(query),
        ids(query.find("layers")),
        user,
        format,
        words,
        request.getContextPath(),
        response);
  }

  /** What to report on: the body of a POST. */
  record Order(@Nullable JsonNode geometry, @Nullable String crs, @Nullable List<String> layers) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  void ofBody(
      InputStream body,
      User user,
      Lang lang,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException, HttpMediaTypeNotAcceptableException {
    Query query = Query.of(request, KNOWN_BESIDE_BODY);
    SiteFormat format = SiteFormat.of(request);
    Words words = Words.of(lang, query.find("bilingual"));
    Order order = order(body);
    if (order.geometry == null || order.geometry.isNull()) {
      throw unreadable();
    }
    Set<String> only = order.layers == null ? Set.of() : new LinkedHashSet<>(order.layers);
    answer(
        reader.read(order.geometry, order.crs),
        only,
        user,
        format,
        words,
        request.getContextPath(),
        response);
  }

  private Order order(InputStream body) throws IOException {
    try {
      Order order = json.readValue(body.readAllBytes(), Order.class);
      if (order != null) {
        return order;
      }
    } catch (JacksonException e) {
      // answered below, as an empty body is
    }
    throw unreadable();
  }

  private static Problem.Invalid unreadable() {
    return new Problem.Invalid(
        Text.of(
            "请求内容应为 JSON 对象 {geometry, crs, layers}，geometry 为 GeoJSON 的点或多边形。",
            "The body must be a JSON object {geometry, crs, layers} whose geometry is a GeoJSON point or polygon."));
  }

  private static Set<String> ids(@Nullable String list) {
    return list == null
        ? Set.of()
        : Arrays.stream(list.split(","))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void answer(
      Site site,
      Set<String> only,
      User user,
      SiteFormat format,
      Words words,
      String context,
      HttpServletResponse response)
      throws IOException {
    List<SiteReports.Asked> asked = reports.asked(user, only);
    response.setContentType(format.type().toString());
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader(HttpHeaders.VARY, "Accept, Accept-Language, Cookie, Authorization");
    switch (format) {
      case JSON ->
          response.getOutputStream().write(json.writeValueAsBytes(reports.make(site, user, asked)));
      case JSONL -> lines(site, user, asked, response.getOutputStream());
      case HTML ->
          response.getOutputStream().write(pages.html(report(site, user, asked, words), context));
      case PDF -> {
        byte[] document = pages.pdf(report(site, user, asked, words));
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"site-report.pdf\"");
        response.getOutputStream().write(document);
      }
    }
  }

  private SitePages.Order report(Site site, User user, List<SiteReports.Asked> asked, Words words) {
    return new SitePages.Order(site, reports.make(site, user, asked), asked, words);
  }

  /** The report without its sections, naming those to come; then a line for each of them. */
  private void lines(Site site, User user, List<SiteReports.Asked> asked, OutputStream out) {
    OffsetDateTime now = reports.now();
    write(Opening.of(SiteReports.report(site, user, now, List.of()), asked), out);
    reports.each(site, asked, now, section -> write(section, out));
  }

  private void write(Object line, OutputStream out) {
    try {
      out.write(json.writeValueAsBytes(line));
      out.write('\n');
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
