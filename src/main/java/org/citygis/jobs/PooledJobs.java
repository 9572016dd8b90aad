package org.citygis.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.citygis.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/** Runs jobs on a small pool. Threads are never interrupted: that would close H2's files. */
class PooledJobs implements Jobs, DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(PooledJobs.class);
  private static final int QUEUE = 100;
  private static final long WRITE_EVERY_MILLIS = 1_000;
  private static final Duration SILENCE = Duration.ofMinutes(2);
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Text RESTARTED =
      Text.of(
          "服务器重启，任务中断；没有发布任何内容，请重试。",
          "The server was restarted while this ran; nothing was published. Try again.");

  private final JobRecords records;
  private final Clock clock;
  private final Supplier<List<JobHandler>> handlers;
  private final ThreadPoolExecutor pool;
  private final Map<String, Running> running = new ConcurrentHashMap<>();

  /**
   * @param handlers of all kinds; asked when a job starts, since handlers may want this bean
   */
  PooledJobs(JobRecords records, Clock clock, int threads, Supplier<List<JobHandler>> handlers) {
    this.records = records;
    this.handlers = handlers;
    this.clock = clock;
    this.pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().name("job-", 1).factory());
    Instant now = clock.instant();
    int abandoned = records.failAbandoned(now, now.minus(SILENCE), RESTARTED);
    if (abandoned > 0) {
      LOG.warn("{} jobs were interrupted when the application ended", abandoned);
    }
  }

  @Override
  public Job start(User owner, String kind, Text message, Map<String, Object> parameters) {
    JobHandler handler =
        handlers.get().stream()
            .filter(candidate -> candidate.kind().equals(kind))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no handler of jobs of kind " + kind));
    String id = UUID.randomUUID().toString();
    Job job = new Job(id, kind, owner.name(), Job.State.QUEUED, 0, 0, message, null, null);
    Running entry = new Running(job, handler, owner, parameters);
    records.insert(job, parameters, clock.instant());
    running.put(id, entry);
    try {
      pool.execute(entry);
    } catch (RejectedExecutionException full) {
      running.remove(id);
      Text why = Text.of("排队的任务过多，请稍后再试。", "Too many jobs are queued; try again later.");
      records.update(job.failed(why), clock.instant());
      throw new Problem.Unavailable(why);
    }
    return job;
  }

  @Override
  public Job get(User user, String id) {
    Running live = running.get(id);
    Job job = live == null ? records.find(id).orElseThrow(() -> unknown(id)) : live.job;
    if (!job.owner().equals(user.name()) && !user.has(Role.ADMINISTRATOR)) {
      throw unknown(id);
    }
    return job;
  }

  @Override
  public Job cancel(User user, String id) {
    Job job = get(user, id);
    Running live = running.get(id);
    if (live != null) {
      live.givenUp = true;
      if (pool.remove(live)) {
        live.end(live.job.cancelled());
      }
      return live.job;
    }
    return job;
  }

  private static Problem.NotFound unknown(String id) {
    Problem.NotFound problem =
        new Problem.NotFound(
            Text.of("没有任务 %s。".formatted(id), "There is no job %s.".formatted(id)));
    problem.about("id", id, Text.of("您自己的任务编号", "the id of a job of yours"));
    return problem;
  }

  /** Shows other copies that this one lives, fails what dead ones left, forgets what is old. */
  @Scheduled(fixedDelay = 30, initialDelay = 30, timeUnit = TimeUnit.SECONDS)
  void tend() {
    Instant now = clock.instant();
    running.values().forEach(entry -> records.update(entry.job, now));
    records.failSilent(now, now.minus(SILENCE), RESTARTED);
    records.deleteEndedBefore(now.minus(KEPT));
  }

  @Override
  public void destroy() throws InterruptedException {
    pool.shutdown();
    running.values().forEach(entry -> entry.stopping = true);
    if (!pool.awaitTermination(20, TimeUnit.SECONDS)) {
      LOG.warn("Jobs did not end in time; they are marked as failed at the next start");
    }
  }

  /** One job in the pool. */
  private final class Running implements Runnable, Progress {
    private final JobHandler handler;
    private final User owner;
    private final Map<String, Object> parameters;
    private volatile Job job;
    private volatile boolean givenUp;
    private volatile boolean stopping;
    private long written;

    Running(Job job, JobHandler handler, User owner, Map<String, Object> parameters) {
      this.job = job;
      this.handler = handler;
      this.owner = owner;
      this.parameters = parameters;
    }

    @Override
    public void run() {
      job = job.started();
      try {
        report(0, 0, job.message());
        Map<String, Object> result = handler.run(owner, parameters, this);
        end(job.done(result));
      } catch (Cancelled e) {
        end(stopping ? job.failed(RESTARTED) : job.cancelled());
      } catch (Problem problem) {
        end(job.failed(problem.detail()));
      } catch (RuntimeException | Error e) {
        LOG.error("Job {} ({}) failed", job.id(), job.kind(), e);
        end(
            job.failed(
                Text.of(
                    "服务器内部错误，已记入日志；没有发布任何内容。",
                    "An internal error occurred and was logged; nothing was published.")));
      }
    }

    @Override
    public void report(long done, long total, Text message) {
      if (givenUp || stopping) {
        throw new Cancelled();
      }
      job = job.at(done, total, message);
      long now = clock.millis();
      if (now - written >= WRITE_EVERY_MILLIS) {
        written = now;
        records.update(job, clock.instant());
      }
    }

    void end(Job ended) {
      job = ended;
      try {
        records.update(ended, clock.instant());
      } catch (DataAccessException e) {
        LOG.error("The end of job {} ({}) could not be kept", ended.id(), ended.state(), e);
      }
      running.remove(ended.id());
    }
  }
}
