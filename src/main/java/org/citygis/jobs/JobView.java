package org.citygis.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Map;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** A job as the interface shows it. */
public record JobView(
    String id,
    String kind,
    String owner,
    @Nullable String subject,
    String state,
    Job.@Nullable Stage stage,
    long done,
    long total,
    Text message,
    @JsonProperty("created_at") Instant createdAt,
    @JsonProperty("started_at") @Nullable Instant startedAt,
    @JsonProperty("ended_at") @Nullable Instant endedAt,
    int attempt,
    boolean retryable,
    @JsonProperty("retry_of") @Nullable String retryOf,
    @Nullable Map<String, Object> result,
    @Nullable Failure problem) {

  /** Why a job failed. */
  public record Failure(Text detail) {}

  public static JobView of(Job job) {
    return new JobView(
        job.id(),
        job.kind(),
        job.owner(),
        job.subject(),
        job.state().tag(),
        job.stage(),
        job.done(),
        job.total(),
        job.message(),
        job.createdAt(),
        job.startedAt(),
        job.endedAt(),
        job.attempt(),
        job.isRetryable(),
        job.retryOf(),
        job.result(),
        job.problem() == null ? null : new Failure(job.problem()));
  }
}
