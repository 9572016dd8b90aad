package org.citygis.ingest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.citygis.catalog.StagedVersions;
import org.citygis.ingest.doctor.ImportReport;
import org.citygis.jobs.Job;
import org.citygis.jobs.JobView;
import org.citygis.jobs.Jobs;
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
  private final CheckRequests requests;
  private final CheckJobs checks;
  private final Publisher publisher;
  private final Jobs jobs;
  private final StagedVersions staged;

  ImportController(
      Imports imports,
      CheckRequests requests,
      CheckJobs checks,
      Publisher publisher,
      Jobs jobs,
      StagedVersions staged) {
    this.requests = requests;
    this.imports = imports;
    this.checks = checks;
    this.publisher = publisher;
    this.jobs = jobs;
    this.staged = staged;
  }

  /**
   * An import as the interface shows it.
   *
   * @param state checking, ready, refused, publishing or staged
   * @param job the last one that was about it
   * @param report null while it is checked for the first time, and in lists
   * @param problem why it is refused
   */
  record View(
      String id,
      String state,
      @JsonProperty("created_at") Instant createdAt,
      @JsonProperty("expires_at") Instant expiresAt,
      List<ImportReport.SentFile> files,
      @Nullable JobView job,
      @Nullable ImportReport report,
      JobView.@Nullable Failure problem) {}

  record Listed(List<View> imports) {}

  record OfUpload(
      @Nullable String upload,
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

  record Taken(String id, JobView job) {}

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
    Imports.Outcome outcome = imports.receive(user, files, asked, requests.options(user, asked));
    Import kept = outcome.kept();
    if (kept == null) {
      return refused(outcome.report(), request);
    }
    return ResponseEntity.created(
            URI.create(request.getContextPath() + "/api/imports/" + kept.id()))
        .body(view(kept, true));
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

  /** Takes over a complete upload and checks it as a job. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Taken> adopt(@RequestBody OfUpload wanted, User user, HttpServletRequest request) {
    Definitions.mayImport(user);
    String upload = wanted.upload();
    if (upload == null || upload.isBlank()) {
      throw Problem.Invalid.parameter(
          "upload", "", Text.of("一个已完成上传的编号", "the id of a complete upload"));
    }
    // What is wrong is said at once and not by the job.
    requests.options(user, wanted.request());
    String id = UUID.randomUUID().toString();
    CheckWanted check = new CheckWanted(id, null, wanted.request());
    Import made = imports.adopt(user, upload, check);
    Job job = checks.start(user, made, check);
    return ResponseEntity.accepted()
        .location(URI.create(request.getContextPath() + "/api/imports/" + id))
        .body(new Taken(id, JobView.of(job)));
  }

  /** The user's own imports, newest first. */
  @GetMapping
  Listed list(User user) {
    return new Listed(imports.list(user).stream().map(each -> view(each, false)).toList());
  }

  @GetMapping("/{id}")
  View get(@PathVariable String id, User user) {
    return view(imports.get(user, id), true);
  }

  /** Reads one layer again with the user's choices, as a job. */
  @PostMapping("/{id}/report")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Started report(@PathVariable String id, @RequestBody Choice choice, User user) {
    Import found = imports.get(user, id);
    int dataset = Objects.requireNonNullElse(choice.dataset(), 0);
    found.layer(dataset);
    requests.options(user, choice.request());
    CheckWanted check = new CheckWanted(id, dataset, choice.request());
    return new Started(JobView.of(checks.start(user, found, check)));
  }

  @PostMapping("/{id}/publication")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Started publish(@PathVariable String id, @RequestBody Publication wanted, User user) {
    Definitions.mayImport(user);
    return new Started(JobView.of(publisher.publish(user, imports.get(user, id), wanted)));
  }

  /** Deletes an import; a check that runs is given up. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable String id, User user) {
    Import found = imports.get(user, id);
    Job job = findJob(found);
    if (job != null && !job.state().isFinal()) {
      if (!job.kind().equals(CheckJobs.KIND)) {
        throw new Problem.Conflict(
            Text.of(
                "正在发布，不能删除；可取消发布任务。",
                "It is being published and cannot be deleted; the job can be cancelled."));
      }
      jobs.cancel(User.SYSTEM, job.id());
    }
    imports.discard(found);
  }

  private @Nullable Job findJob(Import of) {
    try {
      return of.findJob().map(id -> jobs.get(User.SYSTEM, id)).orElse(null);
    } catch (Problem.NotFound forgotten) {
      return null;
    }
  }

  private View view(Import of, boolean whole) {
    Job job = findJob(of);
    ImportReport report = of.isChecked() ? of.report() : null;
    String state = state(of, job, report);
    Text why = null;
    if (state.equals("refused")) {
      why = report != null ? report.gist() : job == null ? null : job.problem();
    }
    return new View(
        of.id(),
        state,
        of.created(),
        imports.expiry(of),
        of.files(),
        job == null ? null : JobView.of(job),
        whole ? report : null,
        why == null ? null : new JobView.Failure(why));
  }

  private String state(Import of, @Nullable Job job, @Nullable ImportReport report) {
    if (job != null && !job.state().isFinal()) {
      return job.kind().equals(CheckJobs.KIND) ? "checking" : "publishing";
    }
    if (staged.find(of.id()).isPresent()) {
      return "staged";
    }
    if (report == null) {
      return job == null ? "checking" : "refused";
    }
    return report.hasHope() ? "ready" : "refused";
  }
}
