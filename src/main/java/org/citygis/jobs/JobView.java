package org.citygis.jobs;

import java.util.Map;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** A job as the interface shows it. */
public record JobView(
    String id,
    String kind,
    String state,
    long done,
    long total,
    Text message,
    @Nullable Map<String, Object> result,
    @Nullable Failure problem) {

  /** Why a job failed. */
  public record Failure(Text detail) {}

  public static JobView of(Job job) {
    return new JobView(
        job.id(),
        job.kind(),
        job.state().tag(),
        job.done(),
        job.total(),
        job.message(),
        job.result(),
        job.problem() == null ? null : new Failure(job.problem()));
  }
}
