package org.citygis.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of the layers and the views onto them, as {@link FeatureStore} says. */
final class LayerTables {
  private final DataSource dataSource;
  private final JdbcTemplate jdbc;
  private final Dialect dialect;

  LayerTables(DataSource dataSource, JdbcTemplate jdbc, Dialect dialect) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  FeatureLoad load(FeatureTable table, Takeover takeover) {
    Connection connection = null;
    try {
      connection = dataSource.getConnection();
      return new TableLoad(connection, table, takeover, dialect);
    } catch (SQLException e) {
      closeQuietly(connection);
      throw Failures.of("starting the load of " + table.tableName(), e);
    }
  }

  private static void closeQuietly(@Nullable Connection connection) {
    try {
      if (connection != null) {
        if (!connection.getAutoCommit()) {
          connection.rollback();
          connection.setAutoCommit(true);
        }
        connection.close();
      }
    } catch (SQLException e) {
      // The failure that led here is the one to tell.
    }
  }

  long lastFid(FeatureTable table) {
    String sql = "SELECT COALESCE(MAX(\"fid\"), 0) FROM " + table.sqlName();
    return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
  }

  void drop(FeatureTable table) {
    jdbc.execute("DROP TABLE IF EXISTS " + table.sqlName());
  }

  List<String> dropUnfinished(Set<String> known) {
    if (dialect.isShared()) {
      return List.of();
    }
    String sql =
        """
        SELECT table_name FROM information_schema.tables
        WHERE table_schema = 'layers' AND table_type = 'BASE TABLE'
        """;
    List<String> unfinished =
        jdbc.queryForList(sql, String.class).stream()
            .filter(name -> !known.contains(name))
            .toList();
    unfinished.forEach(name -> jdbc.execute("DROP TABLE " + Sql.inLayers(name)));
    return unfinished;
  }

  void mendViews(List<FeatureTable> current) {
    if (dialect.isShared()) {
      return;
    }
    String sql =
        """
        SELECT table_name, view_definition FROM information_schema.views
        WHERE table_schema = 'layers'
        """;
    Map<String, String> definitions = new HashMap<>();
    jdbc.query(
        sql,
        row -> {
          definitions.put(row.getString(1), row.getString(2));
        });
    current.stream()
        .filter(table -> !definitions.getOrDefault(table.layer(), "").contains(table.sqlName()))
        .forEach(this::pointView);
  }

  void pointView(FeatureTable table) {
    dialect.pointView(Sql.inLayers(table.layer()), table.sqlName()).forEach(jdbc::execute);
  }

  void dropView(String layer) {
    jdbc.execute("DROP VIEW IF EXISTS " + Sql.inLayers(layer));
  }
}
