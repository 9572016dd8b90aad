package org.citygis.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Whether GDAL's programs can be run; without them a test is skipped loudly, and fails under
 * CI=true.
 */
public final class GdalInstalled implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    try {
      return ConditionEvaluationResult.enabled(run(List.of("ogrinfo", "--version")));
    } catch (IOException e) {
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException("NO OGRINFO: install gdal-bin", e);
      }
      System.err.println("*** NO OGRINFO - " + context.getDisplayName() + " is skipped ***");
      return ConditionEvaluationResult.disabled("ogrinfo is not installed");
    }
  }

  /** What a program says, its errors included. */
  public static String run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
