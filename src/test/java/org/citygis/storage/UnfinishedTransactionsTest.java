package org.citygis.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedTransactionsTest {
  @TempDir private Path folder;

  @Test
  void aFileWithAHalfWrittenSpatialIndexOpensAgain() throws Exception {
    String killed = killedWhileWriting();

    UnfinishedTransactions.end(killed);

    try (Connection connection = DriverManager.getConnection(killed)) {
      assertThat(number(connection, "SELECT count(*) FROM place")).isEqualTo(1000);
      assertThat(
              number(
                  connection,
                  "SELECT count(*) FROM place WHERE shape && 'POLYGON ((0 0, 0 9.5, 9.5 9.5, 9.5 0, 0 0))'"))
          .isEqualTo(10);
      connection.createStatement().execute("INSERT INTO place VALUES (5000, 'POINT (1 2)', 'new')");
    }
  }

  /** When this fails, H2 has learnt it, and {@link UnfinishedTransactions} can go. */
  @Test
  void h2DoesNotOpenItByItself() throws Exception {
    String killed = killedWhileWriting();

    assertThatThrownBy(() -> DriverManager.getConnection(killed).close())
        .isInstanceOf(SQLException.class)
        .hasStackTraceContaining("SpatialDataType");
  }

  @Test
  void whatWasClosedOrIsNotThereIsLeftAlone() throws Exception {
    String url = url("closed");
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.createStatement().execute("CREATE TABLE place (id INT PRIMARY KEY)");
    }
    Path file = folder.resolve("closed.mv.db");
    byte[] before = Files.readAllBytes(file);

    UnfinishedTransactions.end(url);
    UnfinishedTransactions.end(url("nowhere"));
    UnfinishedTransactions.end("jdbc:postgresql://localhost/citygis");

    assertThat(Files.readAllBytes(file)).hasSize(before.length);
    assertThat(folder.resolve("nowhere.mv.db")).doesNotExist();
  }

  @Test
  void aFileThatAnotherHasOpenIsLeftToIt() throws Exception {
    String url = url("open");
    try (Connection connection = DriverManager.getConnection(url)) {
      connection.createStatement().execute("CREATE TABLE place (id INT PRIMARY KEY)");

      UnfinishedTransactions.end(url);

      assertThat(number(connection, "SELECT count(*) FROM place")).isZero();
    }
  }

  /** A copy of a database as a kill leaves it: a thousand rows, and ten thousand more under way. */
  private String killedWhileWriting() throws Exception {
    try (Connection connection = DriverManager.getConnection(url("running"))) {
      connection
          .createStatement()
          .execute(
              "CREATE TABLE place (id INT PRIMARY KEY, shape GEOMETRY, words CHARACTER VARYING);"
                  + "CREATE INDEX place_words ON place (words);"
                  + "CREATE SPATIAL INDEX place_shape ON place (shape)");
      write(connection, 0, 1000);
      connection.setAutoCommit(false);
      write(connection, 1000, 11_000);
      connection.createStatement().execute("UPDATE place SET words = 'other' WHERE id < 500");
      connection.createStatement().execute("DELETE FROM place WHERE id BETWEEN 500 AND 600");
      connection.createStatement().execute("CHECKPOINT");
      Files.copy(folder.resolve("running.mv.db"), folder.resolve("killed.mv.db"));
      connection.rollback();
    }
    return url("killed");
  }

  private static void write(Connection connection, int from, int to) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO place SELECT x, 'POINT (' || x || ' ' || x || ')', 'place ' || x"
                + " FROM system_range(?, ?)")) {
      insert.setInt(1, from);
      insert.setInt(2, to - 1);
      insert.executeUpdate();
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private String url(String name) {
    return "jdbc:h2:file:" + folder.resolve(name) + ";DB_CLOSE_ON_EXIT=FALSE";
  }
}
