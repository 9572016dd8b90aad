package org.citygis.testing;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether the PostGIS server for tests answers. */
final class PostgisRunning implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    try (Connection connection = PostgisDatabase.server()) {
      return ConditionEvaluationResult.enabled("PostGIS answers");
    } catch (SQLException e) {
      String message = "NO POSTGIS at %s: %s".formatted(PostgisDatabase.URL, e.getMessage());
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException(message, e);
      }
      System.err.println("*** " + message + " - " + context.getDisplayName() + " is skipped ***");
      return ConditionEvaluationResult.disabled(message);
    }
  }
}
