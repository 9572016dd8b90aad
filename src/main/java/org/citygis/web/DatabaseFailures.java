package org.citygis.web;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.springframework.transaction.TransactionSystemException;

/**
 * Recognises the failures of a database that is away or overloaded, and of a calculation that
 * leaves the range of numbers, wherever in the chain of causes they stand: Spring wraps them in
 * different exceptions depending on whether the connection, the statement or the rollback met them
 * first.
 */
public final class DatabaseFailures {
  /** "Numeric value out of range", of a number that a filter computes from a row. */
  private static final String OUT_OF_RANGE = "22003";

  private DatabaseFailures() {}

  public static Optional<Problem> find(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof TransactionSystemException rollback
          && rollback.getApplicationException() != null) {
        // The rollback of a lost connection fails too and hides what was lost.
        return find(rollback.getApplicationException());
      }
      if (t instanceof SQLException sql) {
        if (isTimeout(sql)) {
          return Optional.of(
              new Problem.Unavailable(
                  Text.of(
                      "查询超过了时间上限，请缩小范围后重试。",
                      "The query took longer than allowed; ask for a smaller part.")));
        }
        if (OUT_OF_RANGE.equals(sql.getSQLState())) {
          return Optional.of(
              new Problem.Invalid(
                  Text.of(
                      "过滤条件的计算结果超出了数值范围。",
                      "What the filter computes leaves the range of numbers.")));
        }
        if (isAway(sql)) {
          return Optional.of(
              new Problem.Unavailable(
                  Text.of(
                      "数据库暂时无法访问，请稍后重试。",
                      "The database cannot be reached at the moment; try again shortly.")));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a statement was ended because it took longer than its caller allowed. */
  public static boolean isTimeout(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && isTimeout(sql)) {
        return true;
      }
    }
    return false;
  }

  /** 57014 is query_canceled in both databases. */
  private static boolean isTimeout(SQLException e) {
    return e instanceof SQLTimeoutException || "57014".equals(e.getSQLState());
  }

  /**
   * Class 08 is "connection exception", 57P01 to 57P05 a server that stops or starts, 53 one that
   * is full.
   */
  private static boolean isAway(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return e instanceof SQLTransientConnectionException
        || state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("53");
  }
}
