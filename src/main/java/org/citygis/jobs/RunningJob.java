package org.citygis.jobs;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * A job of this copy, from the queue to its end. Its thread is never interrupted, because that
 * would close H2's files; it learns that it is to end from its reports of progress.
 */
final class RunningJob implements Runnable, Progress {
  private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
  private static final long WRITE_EVERY_MILLIS = 1_000;
  private static final int LONGEST_MESSAGE = 1_000;
  private static final int LONGEST_STAGE = 200;
  private static final Text GOES_ON =
      Text.of("服务器重新启动后继续", "Goes on when the server has started again");
  private static final Text BUG =
      Text.of(
          "服务器内部错误，已记入日志；没有留下半成品。",
          "An internal error occurred and was logged; nothing half-done was kept.");

  /** Why a job is to end before its work is done. */
  private enum Reason {
    NONE,
    /** Its owner does not want it any more. */
    GIVEN_UP,
    /** The application ends. */
    STOPPING,
    /** Another copy took this one for dead. */
    LOST
  }

  private final JobHandler handler;
  private final User owner;
  private Map<String, Object> parameters;
  private final JobRecords records;
  private final Clock clock;
  private final Consumer<RunningJob> ended;
  private volatile Job job;
  private volatile Reason reason = Reason.NONE;
  private long written;

  /**
   * @param parameters once through JSON
   * @param ended told when nothing more will happen here
   */
  RunningJob(
      Job job,
      JobHandler handler,
      User owner,
      Map<String, Object> parameters,
      JobRecords records,
      Clock clock,
      Consumer<RunningJob> ended) {
    this.job = job;
    this.handler = handler;
    this.owner = owner;
    this.parameters = parameters;
    this.records = records;
    this.clock = clock;
    this.ended = ended;
  }

  Job job() {
    return job;
  }

  void giveUp() {
    reason = Reason.GIVEN_UP;
  }

  void stop() {
    if (reason == Reason.NONE) {
      reason = Reason.STOPPING;
    }
  }

  /** Gives the other copies a sign of life. */
  void show() {
    if (!records.update(job, clock.instant()) && !job.state().isFinal()) {
      reason = Reason.LOST;
    }
  }

  /** For a job that will never get its turn. */
  void endAs(Job last) {
    end(last);
  }

  @Override
  public void run() {
    try {
      if (reason != Reason.STOPPING) {
        job = job.started(clock.instant());
      }
      write();
      Map<String, Object> result = handler.run(owner, parameters, this);
      end(job.done(result, clock.instant()));
    } catch (Cancelled e) {
      endEarly();
    } catch (Problem problem) {
      end(job.failed(problem.detail(), clock.instant()));
    } catch (RuntimeException | Error e) {
      LOG.error("Job {} ({}) failed", job.id(), job.kind(), e);
      end(job.failed(BUG, clock.instant()));
    }
  }

  private void endEarly() {
    switch (reason) {
      case NONE, GIVEN_UP -> end(job.cancelled(clock.instant()));
      case STOPPING -> {
        boolean begun = job.state() == Job.State.RUNNING;
        end(
            !begun || handler.resumable()
                ? job.again(job.attempt(), GOES_ON)
                : job.failed(LeftJobs.RESTARTED, clock.instant()));
      }
      case LOST -> {
        LOG.warn("Job {} ({}) goes on in another copy of the application", job.id(), job.kind());
        ended.accept(this);
      }
    }
  }

  @Override
  public void report(long done, long total, Text message) {
    job = job.at(done, total, clipped(message, LONGEST_MESSAGE));
    if (clock.millis() - written >= WRITE_EVERY_MILLIS) {
      write();
    }
    endIfAsked();
  }

  @Override
  public void stage(int index, int of, Text name) {
    job = job.in(new Job.Stage(index, of, clipped(name, LONGEST_STAGE)));
    write();
  }

  @Override
  public void remember(String key, Object value) {
    endIfAsked();
    Map<String, Object> more = new HashMap<>(parameters);
    more.put(key, value);
    parameters = more;
    if (!records.remember(job, more)) {
      reason = Reason.LOST;
    }
    endIfAsked();
  }

  private void write() {
    endIfAsked();
    written = clock.millis();
    show();
    if (records.isCancelWanted(job.id())) {
      giveUp();
    }
    endIfAsked();
  }

  private void endIfAsked() {
    if (reason != Reason.NONE) {
      throw new Cancelled(reason == Reason.GIVEN_UP);
    }
  }

  private static Text clipped(Text text, int most) {
    return text.zh().length() <= most && text.en().length() <= most
        ? text
        : Text.of(clipped(text.zh(), most), clipped(text.en(), most));
  }

  private static String clipped(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private void end(Job last) {
    job = last;
    try {
      records.update(last, clock.instant());
    } catch (DataAccessException e) {
      LOG.error("The end of job {} ({}) could not be kept", last.id(), last.state(), e);
    }
    ended.accept(this);
  }
}
