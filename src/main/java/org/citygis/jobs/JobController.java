package org.citygis.jobs;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.citygis.problem.Problem;
import org.citygis.security.Presence;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** How far jobs are, giving them up, trying them again. */
@RestController
@RequestMapping("/api/jobs")
class JobController {
  private static final int USUAL_LIMIT = 50;
  private static final int MOST = 500;

  private final Jobs jobs;
  private final JobStreams streams;

  JobController(Jobs jobs, JobStreams streams) {
    this.jobs = jobs;
    this.streams = streams;
  }

  record Listed(List<JobView> jobs) {}

  @GetMapping
  Listed list(HttpServletRequest request, User user) {
    Query query = Query.of(request, Set.of("state", "kind", "limit", "before", "all"));
    return new Listed(
        jobs
            .list(
                user,
                isTrue("all", query.find("all")),
                state(query.find("state")),
                query.find("kind"),
                query.find("before"),
                Parameters.limit(query.find("limit"), USUAL_LIMIT, MOST))
            .stream()
            .map(JobView::of)
            .toList());
  }

  private static boolean isTrue(String parameter, @Nullable String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (text.equals("true")) {
      return true;
    }
    throw Problem.Invalid.parameter(parameter, text, Text.of("true 或 false", "true or false"));
  }

  private static Job.@Nullable State state(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return Arrays.stream(Job.State.values())
        .filter(state -> state.tag().equals(text))
        .findFirst()
        .orElseThrow(
            () -> {
              String tags =
                  Arrays.stream(Job.State.values())
                      .map(Job.State::tag)
                      .collect(Collectors.joining(", "));
              return Problem.Invalid.parameter(
                  "state", text, Text.of("其中之一：" + tags, "one of " + tags));
            });
  }

  @GetMapping("/{id}")
  JobView get(@PathVariable String id, User user) {
    return JobView.of(jobs.get(user, id));
  }

  @DeleteMapping("/{id}")
  JobView cancel(@PathVariable String id, User user) {
    return JobView.of(jobs.cancel(user, id));
  }

  @PostMapping("/{id}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  JobView retry(@PathVariable String id, User user) {
    return JobView.of(jobs.retry(user, id));
  }

  @GetMapping("/{id}/events")
  ResponseEntity<SseEmitter> events(@PathVariable String id, Presence presence) {
    return ResponseEntity.ok()
        .contentType(MediaType.TEXT_EVENT_STREAM)
        .cacheControl(CacheControl.noStore())
        // nginx would hold events back otherwise.
        .header("X-Accel-Buffering", "no")
        .body(streams.open(presence, id));
  }
}
