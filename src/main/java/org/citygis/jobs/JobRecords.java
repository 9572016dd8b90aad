package org.citygis.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code citygis.job}. */
final class JobRecords {
  private static final TypeReference<Map<String, Object>> RESULT = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final String instance;

  JobRecords(JdbcClient jdbc, JsonMapper json, String instance) {
    this.jdbc = jdbc;
    this.json = json;
    this.instance = instance;
  }

  void insert(Job job, Map<String, Object> parameters, Instant now) {
    jdbc.sql(
            """
            INSERT INTO citygis.job (id, kind, owner, state, done, total, message_zh, message_en,
              parameters, instance, created_at, seen_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            job.id(),
            job.kind(),
            job.owner(),
            job.state().tag(),
            job.done(),
            job.total(),
            job.message().zh(),
            job.message().en(),
            json.writeValueAsString(parameters),
            instance,
            utc(now),
            utc(now))
        .update();
  }

  void update(Job job, Instant now) {
    jdbc.sql(
            """
            UPDATE citygis.job SET state = ?, done = ?, total = ?, message_zh = ?, message_en = ?,
              result = ?, problem_zh = ?, problem_en = ?, seen_at = ?, ended_at = ?
            WHERE id = ?
            """)
        .param(job.state().tag())
        .param(job.done())
        .param(job.total())
        .param(job.message().zh())
        .param(job.message().en())
        .param(job.result() == null ? null : json.writeValueAsString(job.result()))
        .param(job.problem() == null ? null : job.problem().zh())
        .param(job.problem() == null ? null : job.problem().en())
        .param(utc(now))
        .param(job.state().isFinal() ? utc(now) : null)
        .param(job.id())
        .update();
  }

  Optional<Job> find(String id) {
    return jdbc.sql("SELECT * FROM citygis.job WHERE id = ?")
        .param(id)
        .query((row, n) -> job(row))
        .optional();
  }

  /** Fails what this instance was at when it ended, and what others left without a sign since. */
  int failAbandoned(Instant now, Instant silentSince, Text why) {
    return fail("instance = ? OR seen_at < ?", now, silentSince, why);
  }

  /** Fails what other instances left without a sign of life. */
  int failSilent(Instant now, Instant silentSince, Text why) {
    return fail("instance <> ? AND seen_at < ?", now, silentSince, why);
  }

  private int fail(String condition, Instant now, Instant silentSince, Text why) {
    return jdbc.sql(
            """
            UPDATE citygis.job SET state = 'failed', problem_zh = ?, problem_en = ?, ended_at = ?
            WHERE state IN ('queued', 'running') AND (%s)
            """
                .formatted(condition))
        .params(why.zh(), why.en(), utc(now), instance, utc(silentSince))
        .update();
  }

  void deleteEndedBefore(Instant time) {
    jdbc.sql("DELETE FROM citygis.job WHERE ended_at < ?").param(utc(time)).update();
  }

  private Job job(ResultSet row) throws SQLException {
    String result = row.getString("result");
    return new Job(
        row.getString("id"),
        row.getString("kind"),
        row.getString("owner"),
        Job.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getLong("done"),
        row.getLong("total"),
        Text.of(row.getString("message_zh"), row.getString("message_en")),
        result == null ? null : json.readValue(result, RESULT),
        text(row.getString("problem_zh"), row.getString("problem_en")));
  }

  private static @Nullable Text text(@Nullable String zh, @Nullable String en) {
    return zh == null || en == null ? null : Text.of(zh, en);
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
