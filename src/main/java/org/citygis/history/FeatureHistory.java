package org.citygis.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.citygis.catalog.LayerVersion;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.security.User;
import org.citygis.storage.Column;
import org.citygis.storage.FeatureTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The changes of single features. A number of a feature belongs to a version of its layer; versions
 * that took over the rows of another go on with its numbers, so the history of a feature follows
 * them back.
 */
@Component
public class FeatureHistory {
  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> VALUES =
      new TypeReference<>() {};

  /**
   * That a feature changed.
   *
   * @param number of the change
   * @param shapeBefore EWKB, null where the feature is new or did not move
   */
  public record Trace(long number, long fid, byte @Nullable [] shapeBefore) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Layers layers;
  private final Clock clock;

  FeatureHistory(JdbcClient jdbc, JsonMapper json, Layers layers, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.layers = layers;
    this.clock = clock;
  }

  /**
   * Remembers a change and answers its number; call it in the change's own transaction.
   *
   * @param before null where the feature is new
   * @param after null where it is gone
   * @param restores number of the change that is taken back, null for any other change
   */
  public long add(
      User by,
      OpenLayer layer,
      long fid,
      @Nullable FeatureState before,
      @Nullable FeatureState after,
      @Nullable Long restores) {
    boolean moved = before == null ? after != null && after.ewkb() != null : !before.isWhere(after);
    FeatureChange.Kind kind =
        before == null
            ? FeatureChange.Kind.CREATED
            : after == null ? FeatureChange.Kind.DELETED : FeatureChange.Kind.CHANGED;
    GeneratedKeyHolder number = new GeneratedKeyHolder();
    jdbc.sql(
            """
            INSERT INTO citygis.feature_change (layer, version, fid, kind, changed_at, changed_by,
              restores, values_before, values_after, moved, shape_before, shape_after)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .param(layer.layer().id())
        .param(layer.table().version())
        .param(fid)
        .param(kind.tag())
        .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .param(by.name())
        .param(restores)
        .param(text(before))
        .param(text(after))
        .param(moved)
        .param(moved && before != null ? before.ewkb() : null)
        .param(moved && after != null ? after.ewkb() : null)
        .update(number, "id");
    return Objects.requireNonNull(number.getKey()).longValue();
  }

  /**
   * The changes of a feature, newest first.
   *
   * @param below only changes with a smaller number, null for the newest
   */
  public List<FeatureChange> list(OpenLayer layer, long fid, @Nullable Long below, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM citygis.feature_change
            WHERE layer = :layer AND fid = :fid AND version IN (:versions) AND id < :below
            ORDER BY id DESC FETCH FIRST %d ROWS ONLY
            """
                .formatted(limit))
        .param("layer", layer.layer().id())
        .param("fid", fid)
        .param("versions", versions(layer))
        .param("below", below == null ? Long.MAX_VALUE : below)
        .query((row, n) -> change(row))
        .list();
  }

  /**
   * What changed in a version of a layer after a change, oldest first: for whoever keeps copies of
   * its features.
   *
   * @param after number of a change, 0 for all
   */
  public List<Trace> traces(FeatureTable table, long after, int limit) {
    return jdbc.sql(
            """
            SELECT id, fid, shape_before FROM citygis.feature_change
            WHERE layer = ? AND version = ? AND id > ? ORDER BY id FETCH FIRST %d ROWS ONLY
            """
                .formatted(limit))
        .params(table.layer(), table.version(), after)
        .query(
            (row, n) ->
                new Trace(row.getLong("id"), row.getLong("fid"), row.getBytes("shape_before")))
        .list();
  }

  /** The number of the last change in a version of a layer, 0 where nothing was changed. */
  public long last(FeatureTable table) {
    return jdbc.sql(
            """
            SELECT COALESCE(MAX(id), 0) FROM citygis.feature_change WHERE layer = ? AND version = ?
            """)
        .params(table.layer(), table.version())
        .query(Long.class)
        .single();
  }

  /** A change of this feature by its number. */
  public Optional<FeatureChange> find(OpenLayer layer, long fid, long number) {
    return list(layer, fid, number == Long.MAX_VALUE ? number : number + 1, 1).stream()
        .filter(change -> change.number() == number)
        .findFirst();
  }

  /**
   * The feature as it was before a change; empty where the change created it.
   *
   * @param now the feature as it is, null where it is gone
   */
  public Optional<FeatureState> findBefore(
      OpenLayer layer, FeatureChange change, @Nullable FeatureState now) {
    Map<String, @Nullable Object> stored = change.before();
    if (stored == null) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Column column : layer.table().columns()) {
      if (stored.containsKey(column.name())) {
        values.put(column.name(), StoredValues.read(column.type(), stored.get(column.name())));
      } else if (now != null) {
        // A column that this version has and the one of the change did not.
        values.put(column.name(), now.values().get(column.name()));
      }
    }
    return Optional.of(new FeatureState(values, shapeBefore(layer, change, now)));
  }

  /** Shapes are kept where they changed only: the first later change that moved it knows it. */
  private byte @Nullable [] shapeBefore(
      OpenLayer layer, FeatureChange change, @Nullable FeatureState now) {
    if (change.moved()) {
      return change.shapeBefore();
    }
    return jdbc.sql(
            """
            SELECT * FROM citygis.feature_change
            WHERE layer = :layer AND fid = :fid AND version IN (:versions) AND id > :number AND moved
            ORDER BY id FETCH FIRST ROW ONLY
            """)
        .param("layer", layer.layer().id())
        .param("fid", change.fid())
        .param("versions", versions(layer))
        .param("number", change.number())
        .query((row, n) -> change(row))
        .optional()
        .map(FeatureChange::shapeBefore)
        .orElse(now == null ? null : now.ewkb());
  }

  /** The current version and those before it whose numbers of features go on in it. */
  private List<Integer> versions(OpenLayer layer) {
    Map<Integer, LayerVersion> kept = new LinkedHashMap<>();
    layers.versions(layer).forEach(version -> kept.put(version.number(), version));
    List<Integer> versions = new ArrayList<>();
    Optional<Integer> next = Optional.of(layer.table().version());
    while (next.isPresent()) {
      versions.add(next.get());
      next = Optional.ofNullable(kept.get(next.get())).flatMap(LayerVersion::findBase);
    }
    return versions;
  }

  private @Nullable String text(@Nullable FeatureState state) {
    if (state == null) {
      return null;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>(state.values());
    values.replaceAll((name, value) -> plain(value));
    return json.writeValueAsString(values);
  }

  /** What JSON has no form for as ISO text. */
  private static @Nullable Object plain(@Nullable Object value) {
    return value instanceof Number || value instanceof Boolean || value == null
        ? value
        : value.toString();
  }

  private FeatureChange change(ResultSet row) throws SQLException {
    long restores = row.getLong("restores");
    Long restored = row.wasNull() ? null : restores;
    return new FeatureChange(
        row.getLong("id"),
        row.getInt("version"),
        row.getLong("fid"),
        FeatureChange.Kind.valueOf(
            Objects.requireNonNull(row.getString("kind")).toUpperCase(Locale.ROOT)),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("changed_by"),
        restored,
        values(row.getString("values_before")),
        values(row.getString("values_after")),
        row.getBoolean("moved"),
        row.getBytes("shape_before"),
        row.getBytes("shape_after"));
  }

  private @Nullable Map<String, @Nullable Object> values(@Nullable String text) {
    return text == null ? null : json.readValue(text, VALUES);
  }
}
