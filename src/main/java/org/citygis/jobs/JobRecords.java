package org.citygis.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of {@code citygis.job}. A row belongs to one copy of the application; only that one
 * writes it, until another finds it silent and takes it.
 */
final class JobRecords {
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final String OPEN = "state IN ('queued', 'running')";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final String instance;

  /**
   * A job that has not ended and that nobody may be at.
   *
   * @param instance the copy that it belongs to
   * @param seenAt when that copy last gave a sign
   */
  record Left(
      Job job,
      Map<String, Object> parameters,
      String instance,
      Instant seenAt,
      boolean cancelWanted) {}

  JobRecords(JdbcClient jdbc, JsonMapper json, String instance) {
    this.jdbc = jdbc;
    this.json = json;
    this.instance = instance;
  }

  void insert(Job job, Map<String, Object> parameters, Instant now) {
    jdbc.sql(
            """
            INSERT INTO citygis.job (id, kind, owner, subject, retry_of, attempt, state, done, total,
              message_zh, message_en, parameters, instance, created_at, seen_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(job.id())
        .param(job.kind())
        .param(job.owner())
        .param(job.subject())
        .param(job.retryOf())
        .param(job.attempt())
        .param(job.state().tag())
        .param(job.done())
        .param(job.total())
        .param(job.message().zh())
        .param(job.message().en())
        .param(json.writeValueAsString(parameters))
        .param(instance)
        .param(utc(job.createdAt()))
        .param(utc(now))
        .update();
  }

  /**
   * Writes how a job of this copy stands.
   *
   * @return false when it has ended already or another copy has taken it
   */
  boolean update(Job job, Instant now) {
    return write(job, now, instance, instance, job.attempt());
  }

  /** Makes a job that was left this copy's own, as it is given; false when another was faster. */
  boolean take(Left left, Job next, Instant now) {
    return write(next, now, instance, left.instance(), left.job().attempt());
  }

  /** The attempt fences off a copy that was taken for dead and wakes up. */
  private boolean write(Job job, Instant now, String to, String from, int attempt) {
    Job.Stage stage = job.stage();
    return jdbc.sql(
                """
                UPDATE citygis.job SET state = ?, attempt = ?, stage_index = ?, stage_of = ?,
                  stage_zh = ?, stage_en = ?, done = ?, total = ?, message_zh = ?, message_en = ?,
                  result = ?, problem_zh = ?, problem_en = ?, seen_at = ?, started_at = ?,
                  ended_at = ?, instance = ?
                WHERE id = ? AND instance = ? AND attempt = ? AND %s
                """
                    .formatted(OPEN))
            .param(job.state().tag())
            .param(job.attempt())
            .param(stage == null ? null : stage.index())
            .param(stage == null ? null : stage.of())
            .param(stage == null ? null : stage.name().zh())
            .param(stage == null ? null : stage.name().en())
            .param(job.done())
            .param(job.total())
            .param(job.message().zh())
            .param(job.message().en())
            .param(job.result() == null ? null : json.writeValueAsString(job.result()))
            .param(job.problem() == null ? null : job.problem().zh())
            .param(job.problem() == null ? null : job.problem().en())
            .param(utc(now))
            .param(utcOrNull(job.startedAt()))
            .param(utcOrNull(job.endedAt()))
            .param(to)
            .param(job.id())
            .param(from)
            .param(attempt)
            .update()
        == 1;
  }

  /** Replaces the parameters of a job of this copy; false when another copy has taken it. */
  boolean remember(Job job, Map<String, Object> parameters) {
    return jdbc.sql(
                """
                UPDATE citygis.job SET parameters = ?
                WHERE id = ? AND instance = ? AND attempt = ? AND %s
                """
                    .formatted(OPEN))
            .params(json.writeValueAsString(parameters), job.id(), instance, job.attempt())
            .update()
        == 1;
  }

  Optional<Job> find(String id) {
    return jdbc.sql("SELECT * FROM citygis.job WHERE id = ?")
        .param(id)
        .query((row, n) -> job(row))
        .optional();
  }

  /** What a job was asked to do. */
  Map<String, Object> parameters(String id) {
    return jdbc.sql("SELECT parameters FROM citygis.job WHERE id = ?")
        .param(id)
        .query((row, n) -> json.readValue(row.getString(1), OBJECT))
        .single();
  }

  List<Job> list(JobSearch search) {
    List<String> conditions = new ArrayList<>(List.of("TRUE"));
    List<Object> values = new ArrayList<>();
    if (search.owner() != null) {
      conditions.add("owner = ?");
      values.add(search.owner());
    }
    if (search.state() != null) {
      conditions.add("state = ?");
      values.add(search.state().tag());
    }
    if (search.kind() != null) {
      conditions.add("kind = ?");
      values.add(search.kind());
    }
    Job before = search.before();
    if (before != null) {
      conditions.add("(created_at, id) < (?, ?)");
      values.add(utc(before.createdAt()));
      values.add(before.id());
    }
    values.add(search.limit());
    return jdbc.sql(
            "SELECT * FROM citygis.job WHERE %s ORDER BY created_at DESC, id DESC LIMIT ?"
                .formatted(String.join(" AND ", conditions)))
        .params(values)
        .query((row, n) -> job(row))
        .list();
  }

  /** What this copy was at when it ended. */
  List<Left> ownLeft() {
    return left("instance = ?", instance);
  }

  /** What other copies left without a sign of life since then. */
  List<Left> silentSince(Instant time) {
    return left("instance <> ? AND seen_at < ?", instance, utc(time));
  }

  private List<Left> left(String condition, Object... values) {
    return jdbc.sql(
            "SELECT * FROM citygis.job WHERE %s AND %s ORDER BY created_at, id"
                .formatted(OPEN, condition))
        .params(values)
        .query(
            (row, n) ->
                new Left(
                    job(row),
                    json.readValue(row.getString("parameters"), OBJECT),
                    row.getString("instance"),
                    instant(row, "seen_at"),
                    row.getBoolean("cancel_wanted")))
        .list();
  }

  /** Asks the copy that a job belongs to for its end. */
  void wantCancel(String id) {
    jdbc.sql("UPDATE citygis.job SET cancel_wanted = TRUE WHERE id = ? AND " + OPEN)
        .param(id)
        .update();
  }

  boolean isCancelWanted(String id) {
    return jdbc.sql("SELECT cancel_wanted FROM citygis.job WHERE id = ?")
        .param(id)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  void deleteEndedBefore(Instant time) {
    jdbc.sql("DELETE FROM citygis.job WHERE ended_at < ?").param(utc(time)).update();
  }

  private Job job(ResultSet row) throws SQLException {
    String result = row.getString("result");
    Text stage = text(row.getString("stage_zh"), row.getString("stage_en"));
    return new Job(
        row.getString("id"),
        row.getString("kind"),
        row.getString("owner"),
        row.getString("subject"),
        row.getString("retry_of"),
        row.getInt("attempt"),
        Job.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        stage == null
            ? null
            : new Job.Stage(row.getInt("stage_index"), row.getInt("stage_of"), stage),
        row.getLong("done"),
        row.getLong("total"),
        Text.of(row.getString("message_zh"), row.getString("message_en")),
        instant(row, "created_at"),
        instantOrNull(row, "started_at"),
        instantOrNull(row, "ended_at"),
        result == null ? null : json.readValue(result, OBJECT),
        text(row.getString("problem_zh"), row.getString("problem_en")));
  }

  private static @Nullable Text text(@Nullable String zh, @Nullable String en) {
    return zh == null || en == null ? null : Text.of(zh, en);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
    return instant == null ? null : utc(instant);
  }
}
