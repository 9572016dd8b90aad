package org.citygis.style;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code citygis.style}. */
final class StyleRecords {

  /**
   * One version of a style.
   *
   * @param sld null when it says that the style was deleted
   */
  record Saved(
      String id,
      int version,
      String layer,
      @Nullable String sld,
      Instant changedAt,
      String changedBy) {}

  private final JdbcClient jdbc;

  StyleRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of the newest version of every style there ever was. */
  Map<String, Integer> newest() {
    Map<String, Integer> newest = new HashMap<>();
    jdbc.sql("SELECT id, MAX(version) AS newest FROM citygis.style GROUP BY id")
        .query((RowCallbackHandler) row -> newest.put(row.getString("id"), row.getInt("newest")));
    return newest;
  }

  Saved get(String id, int version) {
    return jdbc.sql("SELECT * FROM citygis.style WHERE id = ? AND version = ?")
        .params(id, version)
        .query((row, n) -> saved(row))
        .single();
  }

  /** Newest first. */
  List<Saved> versions(String id) {
    return jdbc.sql("SELECT * FROM citygis.style WHERE id = ? ORDER BY version DESC")
        .param(id)
        .query((row, n) -> saved(row))
        .list();
  }

  /**
   * Adds a version.
   *
   * @throws org.springframework.dao.DuplicateKeyException when there is one of this number
   */
  void add(Saved saved) {
    jdbc.sql(
            """
            INSERT INTO citygis.style (id, version, layer, sld, changed_at, changed_by)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .param(saved.id())
        .param(saved.version())
        .param(saved.layer())
        .param(saved.sld())
        .param(OffsetDateTime.ofInstant(saved.changedAt(), ZoneOffset.UTC))
        .param(saved.changedBy())
        .update();
  }

  private static Saved saved(ResultSet row) throws SQLException {
    return new Saved(
        row.getString("id"),
        row.getInt("version"),
        row.getString("layer"),
        row.getString("sld"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("changed_by"));
  }
}
