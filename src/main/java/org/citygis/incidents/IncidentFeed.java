package org.citygis.incidents;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbered list of what changed, in the database, so that all application copies see it. */
@Component
class IncidentFeed {
  /** Several times what is replayed to somebody who comes back. */
  private static final int KEPT = 1_000;

  /**
   * A change of an incident.
   *
   * @param number 1, 2, 3 … in the order of commit
   * @param created whether it is new
   */
  record Change(long number, long fid, boolean created) {}

  private final JdbcClient jdbc;

  IncidentFeed(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a change in the running transaction; others wait until it ends. */
  void add(long fid, boolean created) {
    jdbc.sql("UPDATE citygis.incident_feed SET last_change = last_change + 1 WHERE id = 1")
        .update();
    long number = last();
    jdbc.sql("INSERT INTO citygis.incident_change (id, fid, created) VALUES (?, ?, ?)")
        .params(number, fid, created)
        .update();
    jdbc.sql("DELETE FROM citygis.incident_change WHERE id <= ?").param(number - KEPT).update();
  }

  /** The number of the latest change, 0 before the first. */
  long last() {
    return jdbc.sql("SELECT last_change FROM citygis.incident_feed WHERE id = 1")
        .query(Long.class)
        .single();
  }

  /** The first changes after {@code from}, up to {@code to}, in order; at most KEPT are there. */
  List<Change> between(long from, long to, int limit) {
    return jdbc.sql(
            """
            SELECT id, fid, created FROM citygis.incident_change
            WHERE id > ? AND id <= ? ORDER BY id FETCH FIRST %d ROWS ONLY"""
                .formatted(limit))
        .params(from, to)
        .query((row, n) -> new Change(row.getLong(1), row.getLong(2), row.getBoolean(3)))
        .list();
  }
}
