package org.citygis.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Raw SQL that gives one value, prepared once. */
final class Query implements AutoCloseable {
  private final PreparedStatement statement;

  Query(Connection connection, String sql) throws SQLException {
    statement = connection.prepareStatement(sql);
  }

  /**
   * What the database answered.
   *
   * @param millis until the value was read
   */
  record Answer(Object value, double millis) {}

  Answer run(Object... parameters) throws SQLException {
    long start = System.nanoTime();
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    try (ResultSet result = statement.executeQuery()) {
      result.next();
      Object value = result.getObject(1);
      return new Answer(value, (System.nanoTime() - start) / 1e6);
    }
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
