package org.citygis.jobs;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A piece of long work as it stands now.
 *
 * @param owner sign-in name of who asked for it
 * @param subject what it is about in a word, such as a layer's id or a file's name
 * @param retryOf the job that this one does again
 * @param attempt 1, and one more for each time it was begun anew after a restart
 * @param stage null before the first one
 * @param done of {@code total}, in the unit of the stage; total is 0 while it is not known
 * @param result what a job that is done has to tell, null before
 * @param problem why a job failed, null otherwise
 */
public record Job(
    String id,
    String kind,
    String owner,
    @Nullable String subject,
    @Nullable String retryOf,
    int attempt,
    State state,
    @Nullable Stage stage,
    long done,
    long total,
    Text message,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Map<String, Object> result,
    @Nullable Text problem) {

  /** Where a job stands; the last three are final. */
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean isFinal() {
      return this == DONE || this == FAILED || this == CANCELLED;
    }
  }

  /**
   * A part of the work.
   *
   * @param index from 1
   */
  public record Stage(int index, int of, Text name) {}

  static Job queued(
      String id,
      String kind,
      String owner,
      @Nullable String subject,
      @Nullable String retryOf,
      Text message,
      Instant now) {
    return new Job(
        id,
        kind,
        owner,
        subject,
        retryOf,
        1,
        State.QUEUED,
        null,
        0,
        0,
        message,
        now,
        null,
        null,
        null,
        null);
  }

  /** Whether the same work can be asked for again. */
  public boolean isRetryable() {
    return state == State.FAILED || state == State.CANCELLED;
  }

  Job started(Instant now) {
    return at(State.RUNNING, attempt, null, 0, 0, message, now, null, null, null);
  }

  /** Waits again for a thread, from the beginning. */
  Job again(int newAttempt, Text newMessage) {
    return at(State.QUEUED, newAttempt, null, 0, 0, newMessage, startedAt, null, null, null);
  }

  Job at(long newDone, long newTotal, Text newMessage) {
    return at(state, attempt, stage, newDone, newTotal, newMessage, startedAt, null, null, null);
  }

  Job in(Stage newStage) {
    return at(state, attempt, newStage, 0, 0, newStage.name(), startedAt, null, null, null);
  }

  Job done(Map<String, Object> found, Instant now) {
    long whole = Math.max(done, total);
    return at(State.DONE, attempt, stage, whole, total, message, startedAt, now, found, null);
  }

  Job failed(Text why, Instant now) {
    return at(State.FAILED, attempt, stage, done, total, message, startedAt, now, null, why);
  }

  Job cancelled(Instant now) {
    return at(State.CANCELLED, attempt, stage, done, total, message, startedAt, now, null, null);
  }

  private Job at(
      State newState,
      int newAttempt,
      @Nullable Stage newStage,
      long newDone,
      long newTotal,
      Text newMessage,
      @Nullable Instant newStartedAt,
      @Nullable Instant newEndedAt,
      @Nullable Map<String, Object> newResult,
      @Nullable Text newProblem) {
    return new Job(
        id,
        kind,
        owner,
        subject,
        retryOf,
        newAttempt,
        newState,
        newStage,
        newDone,
        newTotal,
        newMessage,
        createdAt,
        newStartedAt,
        newEndedAt,
        newResult,
        newProblem);
  }
}
