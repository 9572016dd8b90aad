package org.citygis.storage;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * Turns an SQLException into Spring's family, as JdbcClient does, for the code that uses plain
 * JDBC.
 */
final class Failures {
  private static final SQLExceptionSubclassTranslator TRANSLATOR =
      new SQLExceptionSubclassTranslator();

  private Failures() {}

  static DataAccessException of(String task, SQLException cause) {
    DataAccessException translated = TRANSLATOR.translate(task, null, cause);
    return translated != null ? translated : new UncategorizedSQLException(task, null, cause);
  }
}
