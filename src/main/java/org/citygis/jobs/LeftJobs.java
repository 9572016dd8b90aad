package org.citygis.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.citygis.security.User;
import org.citygis.security.Users;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of jobs that this copy left when it ended, or that another one left without
 * a sign of life: begun again where that is safe, failed otherwise. Of several copies exactly one
 * gets a job.
 */
final class LeftJobs {
  static final Text RESTARTED =
      Text.of(
          "服务器重启，任务中断；没有留下半成品，请重试。",
          "The server was restarted while this ran; nothing half-done was kept. Try again.");

  private static final Logger LOG = LoggerFactory.getLogger(LeftJobs.class);
  private static final int MOST_ATTEMPTS = 3;

  /** How long the disk that a job's files lie on may be away. */
  private static final Duration PATIENCE = Duration.ofHours(24);

  private static final Text AGAIN =
      Text.of("服务器重启后重新开始", "Begins again after the server was restarted");
  private static final Text TOO_OFTEN =
      Text.of(
          "任务三次因服务器重启而中断，不再自动重试；没有留下半成品。",
          "The server ended three times while this ran; it is not tried again by itself. Nothing"
              + " half-done was kept.");
  private static final Text AWAY =
      Text.of(
          "执行此任务的服务器一天未恢复；任务需要的文件在那台服务器上。",
          "The server that ran this did not come back within a day; the files it needs lie there.");

  private final JobRecords records;
  private final Clock clock;
  private final Users users;
  private final Function<String, Optional<JobHandler>> handlers;
  private final String instance;

  /** A job to be run again by this copy. */
  record Resumed(Job job, JobHandler handler, User owner, Map<String, Object> parameters) {}

  /**
   * @param instance the name of this copy
   */
  LeftJobs(
      JobRecords records,
      Clock clock,
      Users users,
      Function<String, Optional<JobHandler>> handlers,
      String instance) {
    this.records = records;
    this.clock = clock;
    this.users = users;
    this.handlers = handlers;
    this.instance = instance;
  }

  /** Takes what this copy can go on with, and ends what nobody can. */
  List<Resumed> take(List<JobRecords.Left> left) {
    List<Resumed> resumed = new ArrayList<>();
    left.forEach(each -> decide(each).ifPresent(resumed::add));
    return resumed;
  }

  private Optional<Resumed> decide(JobRecords.Left left) {
    Job job = left.job();
    Instant now = clock.instant();
    boolean begun = job.state() == Job.State.RUNNING;
    Optional<JobHandler> handler = handlers.apply(job.kind());
    if (handler.isEmpty()) {
      return end(left, job.failed(RESTARTED, now), null);
    }
    if (left.cancelWanted()) {
      return end(left, job.cancelled(now), handler.get());
    }
    // A job that never began has nothing to be undone.
    if (begun && !handler.get().resumable()) {
      return end(left, job.failed(RESTARTED, now), handler.get());
    }
    if (!left.instance().equals(instance) && !handler.get().runsAnywhere()) {
      return left.seenAt().isBefore(now.minus(PATIENCE))
          ? end(left, job.failed(AWAY, now), handler.get())
          : Optional.empty();
    }
    int attempt = job.attempt() + (begun ? 1 : 0);
    if (attempt > MOST_ATTEMPTS) {
      return end(left, job.failed(TOO_OFTEN, now), handler.get());
    }
    Optional<User> owner = users.find(job.owner());
    if (owner.isEmpty()) {
      Text closed =
          Text.of(
              "账号 %s 已停用，任务不再继续。".formatted(job.owner()),
              "The account %s is closed; the job does not go on.".formatted(job.owner()));
      return end(left, job.failed(closed, now), handler.get());
    }
    Job next = job.again(attempt, AGAIN);
    return records.take(left, next, now)
        ? Optional.of(new Resumed(next, handler.get(), owner.get(), left.parameters()))
        : Optional.empty();
  }

  private Optional<Resumed> end(JobRecords.Left left, Job last, @Nullable JobHandler handler) {
    if (records.take(left, last, clock.instant())) {
      LOG.warn(
          "Job {} ({}) of an earlier run is {}: {}",
          last.id(),
          last.kind(),
          last.state().tag(),
          last.problem() == null ? "" : last.problem().en());
      if (handler != null) {
        try {
          handler.abandoned(left.parameters());
        } catch (RuntimeException e) {
          LOG.error("What job {} ({}) left could not be undone", last.id(), last.kind(), e);
        }
      }
    }
    return Optional.empty();
  }
}
