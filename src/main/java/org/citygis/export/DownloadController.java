package org.citygis.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A layer as a file, in one answer. */
@Controller
class DownloadController {
  private static final int LOOK_EVERY = 256;

  private final Layers layers;
  private final Exports exports;
  private final ExportSettings settings;
  private final Clock clock;

  DownloadController(Layers layers, Exports exports, ExportSettings settings, Clock clock) {
    this.layers = layers;
    this.exports = exports;
    this.settings = settings;
    this.clock = clock;
  }

  @GetMapping("/api/layers/{id}/export")
  void download(
      @PathVariable String id,
      User user,
      Lang lang,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    OpenLayer layer = layers.open(user, id, Action.QUERY);
    Query query = Query.of(request, ExportRequest.names(layer));
    Export export = exports.prepare(user, layer, query, lang);
    exports.requireDirect(export);
    response.setContentType(export.format().mediaType());
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        Attachment.header(export.plainFileName(), export.fileName()));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (HttpMethod.HEAD.matches(request.getMethod())) {
      return;
    }
    try {
      Instant end = clock.instant().plus(settings.patience());
      exports.answer(export, response.getOutputStream(), rows -> watch(rows, end));
    } catch (IOException | RuntimeException e) {
      // A refusal that comes before the first byte must not carry the headers of the file.
      if (!response.isCommitted()) {
        response.reset();
      }
      throw e;
    }
  }

  private void watch(long rows, Instant end) {
    if (rows % LOOK_EVERY == 0 && clock.instant().isAfter(end)) {
      throw new Problem.Unavailable(
          Text.of(
              "下载超过了时间上限；请用 POST /api/exports 建立导出任务。",
              "The download took longer than allowed; start a job with POST /api/exports."));
    }
  }
}
