package org.citygis.versions;

import java.util.Locale;
import java.util.Map;
import org.citygis.jobs.Job;
import org.citygis.jobs.JobView;
import org.citygis.jobs.Jobs;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.storage.Difference;
import org.citygis.storage.TablePair;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Comparing versions of a layer, and looking at what they do not share. */
@RestController
@RequestMapping("/api/layers/{id}/comparisons")
class ComparisonController {
  private static final int USUAL_FEATURES = 500;
  private static final int MOST_FEATURES = 5_000;

  private final Comparisons comparisons;
  private final DifferentFeatures features;
  private final Jobs jobs;

  ComparisonController(Comparisons comparisons, DifferentFeatures features, Jobs jobs) {
    this.comparisons = comparisons;
    this.features = features;
    this.jobs = jobs;
  }

  record Started(JobView job) {}

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Started start(@PathVariable String id, @RequestBody Comparisons.Wanted wanted, User user) {
    return new Started(JobView.of(comparisons.start(user, id, wanted)));
  }

  /** Features that a comparison found added, removed or changed, in longitude and latitude. */
  @GetMapping("/{job}/features")
  ResponseEntity<byte[]> features(
      @PathVariable String id,
      @PathVariable String job,
      @RequestParam @Nullable String kind,
      @RequestParam @Nullable String limit,
      User user) {
    Map<String, Object> result = result(user, id, job);
    Compared compared =
        comparisons.compared(user, id, (Integer) result.get("from"), (Integer) result.get("to"));
    String key = (String) result.get("key");
    Difference.By by =
        Difference.By.valueOf(String.valueOf(result.get("by")).toUpperCase(Locale.ROOT));
    byte[] answer =
        features.geoJson(
            compared,
            compared.pair(by, key),
            kind(kind),
            Parameters.limit(limit, USUAL_FEATURES, MOST_FEATURES));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/geo+json"))
        .body(answer);
  }

  private Map<String, Object> result(User user, String layer, String id) {
    Job job = jobs.get(user, id);
    Map<String, Object> result = job.result();
    if (!job.kind().equals(Comparisons.KIND)
        || result == null
        || !layer.equals(result.get("layer"))) {
      throw new Problem.NotFound(
          Text.of(
              "任务 %s 不是图层 %s 已完成的比较。".formatted(id, layer),
              "Job %s is no comparison of layer %s that is done.".formatted(id, layer)));
    }
    return result;
  }

  private static TablePair.Kind kind(@Nullable String text) {
    for (TablePair.Kind kind : TablePair.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
        return kind;
      }
    }
    throw Problem.Invalid.parameter(
        "kind", String.valueOf(text), Text.same("added, removed, changed"));
  }
}
