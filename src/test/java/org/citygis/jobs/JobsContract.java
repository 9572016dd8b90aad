package org.citygis.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.citygis.problem.Problem;
import org.citygis.security.Role;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The life of a job, on both databases. */
@SpringBootTest(
    classes = JobsContract.Slice.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "citygis.instance=here")
abstract class JobsContract {
  private static final Text WAITING = Text.of("等待", "Waiting");
  private static final User SURVEYOR = new User("s", "s", "s", "land", Set.of(Role.PUBLISHER));
  private static final User STRANGER = new User("o", "o", "o", "land", Set.of(Role.PUBLISHER));
  private static final User ADMINISTRATOR =
      new User("a", "a", "a", null, Set.of(Role.ADMINISTRATOR));

  @Configuration
  @EnableAutoConfiguration
  @Import(JobConfiguration.class)
  static class Slice {
    @Bean
    TestHandler handler() {
      return new TestHandler();
    }

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }

  /** Work given by a test at hand. */
  @FunctionalInterface
  interface Work {
    Map<String, Object> run(Progress progress);
  }

  /** Runs what the test put under the number that the parameters carry. */
  static final class TestHandler implements JobHandler {
    private final Map<Integer, Work> works = new ConcurrentHashMap<>();

    Map<String, Object> parameters(Work work) {
      int number = works.size();
      works.put(number, work);
      return Map.of("work", number);
    }

    @Override
    public String kind() {
      return "test";
    }

    @Override
    public Map<String, Object> run(User owner, Map<String, Object> parameters, Progress progress) {
      return Objects.requireNonNull(works.get(parameters.get("work"))).run(progress);
    }
  }

  @Autowired PooledJobs jobs;
  @Autowired TestHandler handler;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;
  @Autowired Clock clock;

  private Job ended(String id) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < deadline) {
      Job job = jobs.get(SURVEYOR, id);
      if (job.state().isFinal()) {
        return job;
      }
      Thread.sleep(10);
    }
    throw new AssertionError("the job does not end");
  }

  private Job start(Work work) {
    return jobs.start(SURVEYOR, "test", WAITING, handler.parameters(work));
  }

  /** Runs until it is given up. */
  private static Map<String, Object> endless(Progress progress, CountDownLatch running) {
    for (long n = 0; ; n++) {
      progress.report(n, 0, Text.same("endless"));
      running.countDown();
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        throw new AssertionError("jobs are never interrupted", e);
      }
    }
  }

  @Test
  void aJobTellsItsResultWhenItIsDone() throws Exception {
    Job started =
        start(
            progress -> {
              progress.report(3, 4, Text.of("三", "three"));
              return Map.of("layer", "x", "version", 2);
            });
    Job job = ended(started.id());
    assertThat(job.state()).isEqualTo(Job.State.DONE);
    assertThat(job.result()).containsEntry("layer", "x").containsEntry("version", 2);
    assertThat(job.done()).isEqualTo(4);
    assertThat(job.message().zh()).isEqualTo("三");
  }

  @Test
  void aProblemTellsTheOwnerWhyAJobFailed() throws Exception {
    Job started =
        start(
            progress -> {
              throw new Problem.Conflict(Text.of("因为", "because"));
            });
    Job job = ended(started.id());
    assertThat(job.state()).isEqualTo(Job.State.FAILED);
    assertThat(job.problem()).isEqualTo(Text.of("因为", "because"));
  }

  @Test
  void aBugFailsTheJobWithoutTellingItsInside() throws Exception {
    Job started =
        start(
            progress -> {
              throw new IllegalStateException("the secret of the house");
            });
    Job job = ended(started.id());
    assertThat(job.state()).isEqualTo(Job.State.FAILED);
    assertThat(String.valueOf(job.problem())).doesNotContain("secret");
  }

  @Test
  void aRunningJobEndsSoonAfterItIsCancelled() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    Job started = start(progress -> endless(progress, running));
    assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
    jobs.cancel(SURVEYOR, started.id());
    assertThat(ended(started.id()).state()).isEqualTo(Job.State.CANCELLED);
  }

  @Test
  void aJobThatHasEndedStaysAsItIsWhenCancelled() throws Exception {
    Job started = start(progress -> Map.of());
    ended(started.id());
    assertThat(jobs.cancel(SURVEYOR, started.id()).state()).isEqualTo(Job.State.DONE);
  }

  @Test
  void onlyTheOwnerAndAnAdministratorFindAJob() throws Exception {
    Job started = start(progress -> Map.of());
    ended(started.id());
    assertThat(jobs.get(ADMINISTRATOR, started.id()).id()).isEqualTo(started.id());
    assertThatThrownBy(() -> jobs.get(STRANGER, started.id())).isInstanceOf(Problem.NotFound.class);
    assertThatThrownBy(() -> jobs.cancel(STRANGER, started.id()))
        .isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void aJobThatRanWhenTheApplicationEndedIsFoundFailedAfterTheNextStart() throws Exception {
    JobRecords killed = new JobRecords(jdbc, json, "killed");
    Job job = new Job("job-of-killed", "test", "s", Job.State.RUNNING, 5, 9, WAITING, null, null);
    killed.insert(job, Map.of(), clock.instant());
    PooledJobs restarted = new PooledJobs(killed, clock, 1, List::of);
    try {
      Job found = restarted.get(SURVEYOR, job.id());
      assertThat(found.state()).isEqualTo(Job.State.FAILED);
      assertThat(String.valueOf(found.problem())).contains("restarted");
    } finally {
      restarted.destroy();
    }
  }

  @Test
  void aShutdownFailsWhatRunsAndSaysSo() throws Exception {
    PooledJobs other =
        new PooledJobs(new JobRecords(jdbc, json, "other"), clock, 1, () -> List.of(handler));
    CountDownLatch running = new CountDownLatch(1);
    Job started =
        other.start(
            SURVEYOR, "test", WAITING, handler.parameters(progress -> endless(progress, running)));
    assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
    other.destroy();
    assertThat(jobs.get(SURVEYOR, started.id()).state()).isEqualTo(Job.State.FAILED);
  }
}
