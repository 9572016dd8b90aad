package org.citygis.jobs;

import java.util.Locale;
import java.util.Map;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A piece of long work as it stands now.
 *
 * @param owner sign-in name of who asked for it
 * @param done of {@code total}, in the unit of the work; total is 0 while it is not known
 * @param result what a job that is done has to tell, null before
 * @param problem why a job failed, null otherwise
 */
public record Job(
    String id,
    String kind,
    String owner,
    State state,
    long done,
    long total,
    Text message,
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

  Job started() {
    return new Job(id, kind, owner, State.RUNNING, done, total, message, null, null);
  }

  Job at(long newDone, long newTotal, Text newMessage) {
    return new Job(id, kind, owner, state, newDone, newTotal, newMessage, null, null);
  }

  Job done(Map<String, Object> found) {
    return new Job(id, kind, owner, State.DONE, Math.max(done, total), total, message, found, null);
  }

  Job failed(Text why) {
    return new Job(id, kind, owner, State.FAILED, done, total, message, null, why);
  }

  Job cancelled() {
    return new Job(id, kind, owner, State.CANCELLED, done, total, message, null, null);
  }
}
