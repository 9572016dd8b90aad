package org.citygis.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.citygis.problem.Problem;
import org.citygis.security.Role;
import org.citygis.security.User;
import org.citygis.security.Users;
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

    /** Everybody but the one who left. */
    @Bean
    Users users() {
      return name ->
          name.equals("gone")
              ? Optional.empty()
              : Optional.of(new User(name, name, name, "land", Set.of(Role.PUBLISHER)));
    }
  }

  /** Work given by a test at hand. */
  @FunctionalInterface
  interface Work {
    Map<String, Object> run(Progress progress);
  }

  /** Runs what the test put under the number that the parameters carry. */
  static class TestHandler implements JobHandler {
    private final Map<Integer, Work> works = new ConcurrentHashMap<>();

    Map<String, Object> parameters(Work work) {
      int number = works.size();
      works.put(number, work);
      return Map.of("work", number, "subject", "work " + number);
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

  /** Tells who ran it; its jobs may begin again after a restart. */
  record Resumable(String kind, boolean runsAnywhere, List<Map<String, Object>> undone)
      implements JobHandler {
    Resumable(String kind, boolean runsAnywhere) {
      this(kind, runsAnywhere, new CopyOnWriteArrayList<>());
    }

    @Override
    public boolean resumable() {
      return true;
    }

    @Override
    public void abandoned(Map<String, Object> parameters) {
      undone.add(parameters);
    }

    @Override
    public Map<String, Object> run(User owner, Map<String, Object> parameters, Progress progress) {
      return Map.of("by", owner.name(), "with", parameters);
    }
  }

  private static final List<JobHandler> RESUMABLE =
      List.of(new Resumable("local", false), new Resumable("anywhere", true));

  @Autowired PooledJobs jobs;
  @Autowired TestHandler handler;
  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;
  @Autowired Clock clock;
  @Autowired Users users;

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

  private JobRecords copy(String instance) {
    return new JobRecords(jdbc, json, instance);
  }

  private PooledJobs jobsOf(String instance, List<JobHandler> handlers) {
    return new PooledJobs(copy(instance), clock, users, instance, 1, () -> handlers);
  }

  /** A job that a copy was at when it was killed. */
  private Job left(String instance, String kind, String owner, int attempt, Duration silence) {
    Instant seen = clock.instant().minus(silence);
    String id = UUID.randomUUID().toString();
    Job job = Job.queued(id, kind, owner, null, null, WAITING, seen).again(attempt, WAITING);
    JobRecords records = copy(instance);
    records.insert(job, Map.of("a", 1), seen);
    Job begun = job.started(seen).in(new Job.Stage(2, 3, Text.same("two"))).at(5, 9, WAITING);
    assertThat(records.update(begun, seen)).isTrue();
    return begun;
  }

  private Job afterRestart(String instance, Job job) throws Exception {
    PooledJobs restarted = jobsOf(instance, RESUMABLE);
    try {
      restarted.resume();
      return job.owner().equals("s") ? ended(job.id()) : jobs.get(ADMINISTRATOR, job.id());
    } finally {
      restarted.destroy();
    }
  }

  @Test
  void aJobThatRanWhenTheApplicationEndedIsFoundFailedAfterTheNextStart() throws Exception {
    Job found = afterRestart("killed", left("killed", "test", "s", 1, Duration.ZERO));
    assertThat(found.state()).isEqualTo(Job.State.FAILED);
    assertThat(String.valueOf(found.problem())).contains("restarted");
    assertThat(found.stage()).isEqualTo(new Job.Stage(2, 3, Text.same("two")));
  }

  @Test
  void aResumableJobRunsAgainAfterTheNextStartWithItsOwnersPresentRights() throws Exception {
    Job found = afterRestart("killed", left("killed", "local", "s", 1, Duration.ZERO));
    assertThat(found.state()).isEqualTo(Job.State.DONE);
    assertThat(found.attempt()).isEqualTo(2);
    assertThat(found.result()).containsEntry("by", "s").containsEntry("with", Map.of("a", 1));
  }

  @Test
  void aJobThatKillsTheApplicationIsTriedThreeTimes() throws Exception {
    Job found = afterRestart("killed", left("killed", "local", "s", 3, Duration.ZERO));
    assertThat(found.state()).isEqualTo(Job.State.FAILED);
    assertThat(String.valueOf(found.problem())).contains("three times", "三次");
  }

  @Test
  void whatAJobRememberedIsThereForItsNextRunAndForWhoeverUndoesIt() throws Exception {
    Job job = left("killed", "local", "s", 3, Duration.ZERO);
    assertThat(copy("killed").remember(job, Map.of("version", 7))).isTrue();
    assertThat(copy("other").remember(job, Map.of("version", 8))).isFalse();
    Resumable undoing = new Resumable("local", false);
    PooledJobs restarted = jobsOf("killed", List.of(undoing));
    restarted.resume();
    restarted.destroy();
    assertThat(undoing.undone()).containsExactly(Map.of("version", 7));
    assertThat(copy("killed").remember(job, Map.of("version", 9))).isFalse();
    Job first =
        start(
            progress -> {
              progress.remember("version", 7);
              return Map.of();
            });
    ended(first.id());
    assertThat(copy("here").parameters(first.id())).containsEntry("version", 7);
  }

  @Test
  void aJobWhoseOwnerLeftDoesNotRunAgain() throws Exception {
    Job found = afterRestart("killed", left("killed", "local", "gone", 1, Duration.ZERO));
    assertThat(found.state()).isEqualTo(Job.State.FAILED);
    assertThat(String.valueOf(found.problem())).contains("gone");
  }

  @Test
  void aJobThatADeadCopyLeftIsTakenByExactlyOneOther() throws Exception {
    Job job = left("dead", "anywhere", "s", 1, Duration.ofMinutes(5));
    JobRecords.Left seen =
        copy("x").silentSince(clock.instant().minus(Duration.ofMinutes(2))).stream()
            .filter(each -> each.job().id().equals(job.id()))
            .findFirst()
            .orElseThrow();
    Job next = job.again(2, WAITING);
    assertThat(copy("one").take(seen, next, clock.instant())).isTrue();
    assertThat(copy("two").take(seen, next, clock.instant())).isFalse();
    assertThat(copy("dead").update(job.at(6, 9, WAITING), clock.instant())).isFalse();
    assertThat(copy("one").update(next.started(clock.instant()), clock.instant())).isTrue();
  }

  @Test
  void whatNeedsADeadCopysDiskWaitsForItADayAndWhatDoesNotGoesOn() throws Exception {
    Job anywhere = left("dead", "anywhere", "s", 1, Duration.ofMinutes(5));
    Job local = left("dead", "local", "s", 1, Duration.ofMinutes(5));
    Job forgotten = left("dead", "local", "s", 1, Duration.ofHours(25));
    Job alive = left("alive", "anywhere", "s", 1, Duration.ofSeconds(50));
    PooledJobs other = jobsOf("other", RESUMABLE);
    try {
      other.resume();
      other.tend();
      assertThat(ended(anywhere.id()).state()).isEqualTo(Job.State.DONE);
      assertThat(jobs.get(SURVEYOR, local.id()).state()).isEqualTo(Job.State.RUNNING);
      assertThat(ended(forgotten.id()).state()).isEqualTo(Job.State.FAILED);
      assertThat(jobs.get(SURVEYOR, alive.id()).state()).isEqualTo(Job.State.RUNNING);
    } finally {
      other.destroy();
    }
  }

  @Test
  void aShutdownFailsWhatRunsAndSaysSo() throws Exception {
    PooledJobs other = jobsOf("other", List.of(handler));
    CountDownLatch running = new CountDownLatch(1);
    Job started =
        other.start(
            SURVEYOR, "test", WAITING, handler.parameters(progress -> endless(progress, running)));
    Job waiting = other.start(SURVEYOR, "test", WAITING, handler.parameters(each -> Map.of()));
    assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
    other.destroy();
    assertThat(jobs.get(SURVEYOR, started.id()).state()).isEqualTo(Job.State.FAILED);
    assertThat(jobs.get(SURVEYOR, waiting.id()).state()).isEqualTo(Job.State.QUEUED);
    PooledJobs restarted = jobsOf("other", List.of(handler));
    restarted.resume();
    assertThat(ended(waiting.id()).state()).isEqualTo(Job.State.DONE);
    restarted.destroy();
  }

  @Test
  void aJobOfAnotherCopyCanBeGivenUp() throws Exception {
    PooledJobs other = jobsOf("other", List.of(handler));
    CountDownLatch running = new CountDownLatch(1);
    Job started =
        other.start(
            SURVEYOR, "test", WAITING, handler.parameters(progress -> endless(progress, running)));
    assertThat(running.await(20, TimeUnit.SECONDS)).isTrue();
    jobs.cancel(SURVEYOR, started.id());
    assertThat(ended(started.id()).state()).isEqualTo(Job.State.CANCELLED);
    other.destroy();
  }

  @Test
  void aFailedJobIsTriedAgainAsANewOne() throws Exception {
    AtomicInteger times = new AtomicInteger();
    Job first =
        start(
            progress -> {
              if (times.incrementAndGet() == 1) {
                throw new Problem.Conflict(Text.of("因为", "because"));
              }
              return Map.of("times", times.get());
            });
    assertThat(ended(first.id()).isRetryable()).isTrue();
    assertThatThrownBy(() -> jobs.retry(STRANGER, first.id())).isInstanceOf(Problem.NotFound.class);
    Job second = jobs.retry(SURVEYOR, first.id());
    assertThat(second.retryOf()).isEqualTo(first.id());
    assertThat(second.subject()).isEqualTo(first.subject()).startsWith("work ");
    assertThat(ended(second.id()).result()).containsEntry("times", 2);
    assertThatThrownBy(() -> jobs.retry(SURVEYOR, second.id()))
        .isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void theHistoryIsListedInPagesNewestFirstAndOnlyTheOwnOne() throws Exception {
    User archivist = new User("arch", "a", "a", null, Set.of(Role.PUBLISHER));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Job job = jobs.start(archivist, "test", WAITING, handler.parameters(progress -> Map.of()));
      ids.addFirst(job.id());
      while (!jobs.get(archivist, job.id()).state().isFinal()) {
        Thread.sleep(5);
      }
    }
    List<Job> first = jobs.list(archivist, false, null, null, null, 3);
    assertThat(first).extracting(Job::id).isEqualTo(ids.subList(0, 3));
    assertThat(jobs.list(archivist, false, null, null, ids.get(2), 3))
        .extracting(Job::id)
        .isEqualTo(ids.subList(3, 5));
    assertThat(jobs.list(archivist, false, Job.State.FAILED, null, null, 9)).isEmpty();
    assertThat(jobs.list(archivist, false, Job.State.DONE, "test", null, 9)).hasSize(5);
    assertThat(jobs.list(STRANGER, false, null, null, null, 99)).isEmpty();
    assertThat(jobs.list(ADMINISTRATOR, true, Job.State.DONE, "test", null, 500))
        .extracting(Job::id)
        .containsAll(ids);
    assertThatThrownBy(() -> jobs.list(archivist, true, null, null, null, 9))
        .isInstanceOf(Problem.Forbidden.class);
    assertThatThrownBy(() -> jobs.list(User.ANONYMOUS, false, null, null, null, 9))
        .isInstanceOf(Problem.Forbidden.class);
  }

  @Test
  void aStageIsToldAtOnceAndCountsFromItsBeginning() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    Job started =
        start(
            progress -> {
              progress.report(7, 8, Text.same("before"));
              progress.stage(2, 3, Text.of("检查", "Checking"));
              told.countDown();
              await(seen);
              return Map.of();
            });
    assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
    Job job = copy("here").find(started.id()).orElseThrow();
    assertThat(job.stage()).isEqualTo(new Job.Stage(2, 3, Text.of("检查", "Checking")));
    assertThat(job.done()).isZero();
    assertThat(job.startedAt()).isNotNull();
    seen.countDown();
    assertThat(ended(started.id()).endedAt()).isNotNull();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError("jobs are never interrupted", e);
    }
  }
}
