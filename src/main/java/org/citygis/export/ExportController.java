package org.citygis.export;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.jobs.Job;
import org.citygis.jobs.JobView;
import org.citygis.jobs.Jobs;
import org.citygis.problem.Problem;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Exports as jobs: what is large is made first and fetched when it is done. */
@RestController
@RequestMapping("/api/exports")
class ExportController {
  private final Layers layers;
  private final Exports exports;
  private final ExportFiles files;
  private final Jobs jobs;
  private final ExportSettings settings;

  ExportController(
      Layers layers, Exports exports, ExportFiles files, Jobs jobs, ExportSettings settings) {
    this.layers = layers;
    this.exports = exports;
    this.files = files;
    this.jobs = jobs;
    this.settings = settings;
  }

  record Started(JobView job) {}

  /** Starts the job after everything that can be refused at once has been checked. */
  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Started start(@RequestBody Map<String, Object> body, User user, Lang lang) {
    Map<String, Object> parameters = new LinkedHashMap<>(body);
    parameters.keySet().removeAll(List.of("subject", ExportJob.MADE));
    parameters.putIfAbsent("lang", lang.tag());
    ExportWish wish = ExportWish.of(parameters);
    // Before the sign-in is asked for: a layer that may not be seen is not found, whoever asks.
    OpenLayer layer = layers.open(user, wish.layer(), Action.QUERY);
    if (user.isAnonymous()) {
      throw new Problem.Forbidden(
          Text.of(
              "建立导出任务请先登录；公开图层可用 /api/layers/{id}/export 直接下载。",
              "Sign in to start an export job; public layers can be fetched from"
                  + " /api/layers/{id}/export."));
    }
    requireFewWaiting(user);
    exports.prepare(user, layer, Query.of(wish.values(), ExportRequest.names(layer)), wish.lang());
    parameters.put("subject", wish.layer());
    Text title = layer.definition().title();
    Job job =
        jobs.start(
            user,
            ExportJob.KIND,
            Text.of(
                "等待导出“%s”".formatted(title.zh()), "Waiting to export '%s'".formatted(title.en())),
            parameters);
    return new Started(JobView.of(job));
  }

  private void requireFewWaiting(User user) {
    long waiting =
        Stream.of(Job.State.QUEUED, Job.State.RUNNING)
            .mapToLong(
                state ->
                    jobs.list(user, false, state, ExportJob.KIND, null, settings.jobsPerUser())
                        .size())
            .sum();
    if (waiting >= settings.jobsPerUser()) {
      throw new Problem.Unavailable(
          Text.of(
              "您已有 %d 个导出任务未结束，请等待或取消其中一个。".formatted(waiting),
              "You have %d export jobs that have not ended; wait for one or cancel it."
                  .formatted(waiting)));
    }
  }

  /** The file, as long as it is kept and the layer may be read. */
  @GetMapping("/{job}")
  ResponseEntity<Resource> fetch(@PathVariable String job, User user) {
    Job found = jobs.get(user, job);
    Map<String, Object> result = found.result();
    if (!found.kind().equals(ExportJob.KIND)) {
      throw gone(job);
    }
    if (found.state() != Job.State.DONE || result == null) {
      throw new Problem.Conflict(
          Text.of(
              "导出任务没有完成（%s），还没有文件。".formatted(found.state().tag()),
              "The export has not been done (%s); there is no file."
                  .formatted(found.state().tag())));
    }
    layers.open(user, text(result, "layer"), Action.QUERY);
    Path file = files.find(text(result, "key")).orElseThrow(() -> gone(job));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(text(result, "type")))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            Attachment.header(text(result, "plain"), text(result, "file")))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(new FileSystemResource(file));
  }

  private static String text(Map<String, Object> result, String name) {
    return String.valueOf(result.get(name));
  }

  private static Problem gone(String job) {
    Problem.NotFound problem =
        new Problem.NotFound(
            Text.of(
                "没有导出 %s 的文件；它可能已过期删除。".formatted(job),
                "There is no file of export %s; it may have expired.".formatted(job)));
    return problem.about(
        "job", job, Text.of("未过期的导出任务编号", "the id of an export job that has not expired"));
  }
}
