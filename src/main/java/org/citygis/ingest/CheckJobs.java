package org.citygis.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.citygis.ingest.doctor.CheckOptions;
import org.citygis.jobs.Cancelled;
import org.citygis.jobs.Job;
import org.citygis.jobs.JobHandler;
import org.citygis.jobs.Jobs;
import org.citygis.jobs.Progress;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.security.Users;
import org.citygis.text.Text;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Checks imports as jobs. A check has no effect but its report, so it may always begin again. */
@Component
final class CheckJobs implements JobHandler {
  static final String KIND = "import-check";
  private static final TypeReference<Map<String, Object>> PARAMETERS = new TypeReference<>() {};

  private final Imports imports;
  private final CheckRequests requests;
  private final ImportCheck check;
  private final Jobs jobs;
  private final Users users;
  private final JsonMapper json;

  CheckJobs(
      Imports imports,
      CheckRequests requests,
      ImportCheck check,
      Jobs jobs,
      Users users,
      JsonMapper json) {
    this.requests = requests;
    this.imports = imports;
    this.check = check;
    this.jobs = jobs;
    this.users = users;
    this.json = json;
  }

  /** Queues a check. */
  Job start(User user, Import of, CheckWanted wanted) {
    Job job =
        jobs.start(
            user,
            KIND,
            Text.of("等待检查", "Waiting to be checked"),
            json.convertValue(wanted.about(of.sentAs()), PARAMETERS));
    of.job(job.id());
    return job;
  }

  /** Queues what an earlier process took in and had no time to queue. */
  @EventListener(ApplicationReadyEvent.class)
  void startForgotten() {
    List<Import> forgotten =
        imports.unchecked().stream().filter(each -> each.findJob().isEmpty()).toList();
    for (Import of : forgotten) {
      users
          .find(of.owner())
          .ifPresentOrElse(user -> start(user, of, of.wanted()), () -> imports.discard(of));
    }
  }

  /** Deletes what was given up before its turn, when there was nobody yet to do it. */
  @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
  void discardCancelled() {
    imports.unchecked().stream().filter(this::isCancelled).forEach(imports::discard);
  }

  private boolean isCancelled(Import of) {
    try {
      return of.findJob()
          .map(id -> jobs.get(User.SYSTEM, id).state() == Job.State.CANCELLED)
          .orElse(false);
    } catch (Problem.NotFound forgotten) {
      return true;
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean resumable() {
    return true;
  }

  @Override
  public Map<String, Object> run(User owner, Map<String, Object> parameters, Progress progress) {
    CheckWanted wanted = json.convertValue(parameters, CheckWanted.class);
    Import of = imports.get(owner, wanted.of());
    CheckOptions options = requests.options(owner, wanted.request());
    if (wanted.dataset() != null) {
      check.again(of, wanted.dataset(), options, progress);
      return Map.of("import", of.id(), "dataset", wanted.dataset());
    }
    of.use();
    try {
      if (!of.isChecked()) {
        check.all(of, options, progress);
      }
      if (!of.report().hasHope()) {
        of.deleteFiles();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Cancelled e) {
      if (e.isByOwner()) {
        imports.discard(of);
      }
      throw e;
    } finally {
      of.release();
    }
    return Map.of("import", of.id(), "datasets", of.report().datasets().size());
  }
}
