package org.citygis.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.citygis.jobs.JobView;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.citygis.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Uploads: the report first, then the publication. */
@RestController
@RequestMapping("/api/imports")
class ImportController {
  private final Imports imports;
  private final Publisher publisher;
  private final CheckRequests checks;

  ImportController(Imports imports, Publisher publisher, CheckRequests checks) {
    this.checks = checks;
    this.imports = imports;
    this.publisher = publisher;
  }

  record View(
      String id,
      @JsonProperty("created_at") Instant createdAt,
      @JsonProperty("expires_at") Instant expiresAt,
      ImportReport report) {}

  record Choice(
      @Nullable Integer dataset,
      @Nullable String encoding,
      @Nullable String crs,
      @Nullable String layer,
      @Nullable String key,
      @Nullable String reference,
      @Nullable String shift) {

    CheckRequests.Request request() {
      return new CheckRequests.Request(encoding, crs, layer, key, reference, shift);
    }
  }

  record Started(JobView job) {}

  /**
   * Takes files in parts named {@code file}. Where nothing of them can be published the answer is
   * 422 with the report, and nothing is kept.
   */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Object> upload(User user, MultipartHttpServletRequest request) {
    // Before the first look at the parts, which is when they are read from the network.
    Definitions.mayImport(user);
    List<MultipartFile> files = files(request);
    if (files.isEmpty()) {
      throw Problem.Invalid.parameter(
          "file", "", Text.of("一个或多个名为 file 的文件", "one or several files in parts named file"));
    }
    CheckRequests.Request asked =
        new CheckRequests.Request(
            request.getParameter("encoding"),
            request.getParameter("crs"),
            request.getParameter("layer"),
            request.getParameter("key"),
            request.getParameter("reference"),
            request.getParameter("shift"));
    Imports.Outcome outcome = imports.receive(user, files, checks.options(user, asked));
    Import kept = outcome.kept();
    if (kept == null) {
      return refused(outcome.report(), request);
    }
    return ResponseEntity.created(
            URI.create(request.getContextPath() + "/api/imports/" + kept.id()))
        .body(view(kept));
  }

  private static List<MultipartFile> files(MultipartHttpServletRequest request) {
    try {
      return request.getMultiFileMap().getOrDefault("file", List.of());
    } catch (MaxUploadSizeExceededException e) {
      throw new Problem.TooLarge(
          Text.of(
              "上传内容超过服务器的上限（citygis.import.upload）。",
              "The upload is larger than this server takes (citygis.import.upload)."));
    }
  }

  private static ResponseEntity<Object> refused(ImportReport report, HttpServletRequest request) {
    ProblemDetail detail =
        Problems.detail(HttpStatus.UNPROCESSABLE_CONTENT, report.gist(), request);
    detail.setProperty("report", report);
    return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(detail);
  }

  @GetMapping("/{id}")
  View get(@PathVariable String id, User user) {
    return view(imports.get(user, id));
  }

  /** Reads one layer again with the user's choices. */
  @PostMapping("/{id}/report")
  View report(@PathVariable String id, @RequestBody Choice choice, User user) {
    Import found = imports.get(user, id);
    imports.checkAgain(
        found,
        Objects.requireNonNullElse(choice.dataset(), 0),
        checks.options(user, choice.request()));
    return view(found);
  }

  @PostMapping("/{id}/publication")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Started publish(@PathVariable String id, @RequestBody Publication wanted, User user) {
    Definitions.mayImport(user);
    return new Started(JobView.of(publisher.publish(user, imports.get(user, id), wanted)));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String id, User user) {
    if (!imports.forget(imports.get(user, id))) {
      throw new Problem.Conflict(
          Text.of(
              "正在发布，不能删除；可取消发布任务。",
              "It is being published and cannot be deleted; the job can be cancelled."));
    }
  }

  private View view(Import of) {
    return new View(of.id(), of.created(), imports.expiry(of), of.report());
  }
}
