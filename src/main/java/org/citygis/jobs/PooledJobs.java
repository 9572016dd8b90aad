package org.citygis.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.citygis.problem.Problem;
import org.citygis.security.Role;
import org.citygis.security.User;
import org.citygis.security.Users;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Runs jobs on a small pool. */
class PooledJobs implements Jobs, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(PooledJobs.class);
  private static final int QUEUE = 100;
  private static final int MOST_PER_USER = 50;
  private static final int LONGEST_SUBJECT = 200;
  private static final Duration SILENCE = Duration.ofMinutes(2);
  private static final Duration KEPT = Duration.ofDays(30);

  private final JobRecords records;
  private final Clock clock;
  private final Supplier<List<JobHandler>> handlers;
  private final LeftJobs left;
  private final ThreadPoolExecutor pool;
  private final Map<String, RunningJob> running = new ConcurrentHashMap<>();
  private volatile boolean ready;

  /**
   * @param instance the name of this copy of the application
   * @param handlers of all kinds; asked when a job starts, since handlers may want this bean
   */
  PooledJobs(
      JobRecords records,
      Clock clock,
      Users users,
      String instance,
      int threads,
      Supplier<List<JobHandler>> handlers) {
    this.records = records;
    this.handlers = handlers;
    this.clock = clock;
    this.left = new LeftJobs(records, clock, users, this::findHandler, instance);
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().name("job-", 1).factory());
  }

  /** Goes on with what was interrupted when the application ended; everything is there by now. */
  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    resume(records.ownLeft());
    ready = true;
  }

  private void resume(List<JobRecords.Left> found) {
    List<JobRecords.Left> orphans =
        found.stream().filter(each -> !running.containsKey(each.job().id())).toList();
    for (LeftJobs.Resumed each : left.take(orphans)) {
      LOG.info("Job {} ({}) begins again", each.job().id(), each.job().kind());
      enqueue(each.job(), each.handler(), each.owner(), each.parameters());
    }
  }

  @Override
  public Job start(User owner, String kind, Text message, Map<String, Object> parameters) {
    return start(owner, kind, message, parameters, null);
  }

  private Job start(
      User owner,
      String kind,
      Text message,
      Map<String, Object> parameters,
      @Nullable String retryOf) {
    JobHandler handler =
        findHandler(kind)
            .orElseThrow(() -> new IllegalArgumentException("no handler of jobs of kind " + kind));
    if (running.values().stream().filter(each -> isOf(owner, each.job())).count()
        >= MOST_PER_USER) {
      throw new Problem.Unavailable(
          Text.of(
              "您已有 %d 个未结束的任务，请稍后再试。".formatted(MOST_PER_USER),
              "%d of your jobs have not ended yet; try again later.".formatted(MOST_PER_USER)));
    }
    Object about = parameters.get("subject");
    String subject = about == null ? null : clipped(about.toString());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Job job =
        Job.queued(
            UUID.randomUUID().toString(), kind, owner.name(), subject, retryOf, message, now);
    records.insert(job, parameters, now);
    if (!enqueue(job, handler, owner, parameters)) {
      throw new Problem.Unavailable(
          Text.of("排队的任务过多，请稍后再试。", "Too many jobs are queued; try again later."));
    }
    return job;
  }

  private static String clipped(String subject) {
    return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
  }

  /** False where the queue is full; the job has failed then. */
  private boolean enqueue(Job job, JobHandler handler, User owner, Map<String, Object> parameters) {
    RunningJob entry =
        new RunningJob(
            job,
            handler,
            owner,
            parameters,
            records,
            clock,
            ended -> running.remove(ended.job().id()));
    running.put(job.id(), entry);
    try {
      pool.execute(entry);
      return true;
    } catch (RejectedExecutionException full) {
      Text why = Text.of("排队的任务过多。", "Too many jobs were queued.");
      entry.endAs(job.failed(why, clock.instant()));
      return false;
    }
  }

  private Optional<JobHandler> findHandler(String kind) {
    return handlers.get().stream().filter(handler -> handler.kind().equals(kind)).findFirst();
  }

  @Override
  public Job get(User user, String id) {
    RunningJob live = running.get(id);
    Job job = live == null ? records.find(id).orElseThrow(() -> unknown(id)) : live.job();
    if (!isOf(user, job) && !user.has(Role.ADMINISTRATOR)) {
      throw unknown(id);
    }
    return job;
  }

  private static boolean isOf(User user, Job job) {
    return !user.isAnonymous() && job.owner().equals(user.name());
  }

  /** Whether this copy runs it, and knows at once how far it is. */
  boolean isHere(String id) {
    return running.containsKey(id);
  }

  @Override
  public List<Job> list(
      User user,
      boolean all,
      Job.@Nullable State state,
      @Nullable String kind,
      @Nullable String before,
      int limit) {
    if (user.isAnonymous() || (all && !user.has(Role.ADMINISTRATOR))) {
      throw new Problem.Forbidden(
          all
              ? Text.of("只有管理员可以查看所有人的任务。", "Only an administrator may see everybody's jobs.")
              : Text.of("请先登录。", "Sign in first."));
    }
    Job start = before == null ? null : get(user, before);
    JobSearch search = new JobSearch(all ? null : user.name(), state, kind, start, limit);
    return records.list(search).stream()
        .map(
            kept -> {
              RunningJob live = running.get(kept.id());
              return live == null ? kept : live.job();
            })
        .toList();
  }

  @Override
  public Job cancel(User user, String id) {
    Job job = get(user, id);
    RunningJob live = running.get(id);
    if (live != null) {
      live.giveUp();
      if (pool.remove(live)) {
        live.endAs(live.job().cancelled(clock.instant()));
      }
      return live.job();
    }
    if (!job.state().isFinal()) {
      records.wantCancel(id);
    }
    return job;
  }

  @Override
  public Job retry(User user, String id) {
    Job job = get(user, id);
    if (!job.isRetryable() || findHandler(job.kind()).isEmpty()) {
      throw new Problem.Conflict(
          Text.of(
              "任务状态为 %s；只有失败或已取消的任务可以重试。".formatted(job.state().tag()),
              "The job is %s; only one that failed or was cancelled can be tried again."
                  .formatted(job.state().tag())));
    }
    Text message = Text.of("等待重试", "Waiting to be tried again");
    return start(user, job.kind(), message, records.parameters(id), id);
  }

  /**
   * Shows other copies that this one lives, takes or fails what dead ones left, forgets what is
   * old.
   */
  @Scheduled(fixedDelay = 30, initialDelay = 30, timeUnit = TimeUnit.SECONDS)
  void tend() {
    running.values().forEach(RunningJob::show);
    Instant now = clock.instant();
    if (ready) {
      resume(records.silentSince(now.minus(SILENCE)));
    }
    records.deleteEndedBefore(now.minus(KEPT));
  }

  @Override
  public void destroy() throws InterruptedException {
    ready = false;
    running.values().forEach(RunningJob::stop);
    pool.shutdown();
    if (!pool.awaitTermination(20, TimeUnit.SECONDS)) {
      LOG.warn("Jobs did not end in time; they begin again, or fail, at the next start");
    }
  }

  private static Problem.NotFound unknown(String id) {
    Problem.NotFound problem =
        new Problem.NotFound(
            Text.of("没有任务 %s。".formatted(id), "There is no job %s.".formatted(id)));
    problem.about("id", id, Text.of("您自己的任务编号", "the id of a job of yours"));
    return problem;
  }
}
