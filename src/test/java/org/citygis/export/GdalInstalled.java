package org.citygis.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether ogrinfo can be run; without it the test is skipped loudly, and fails under CI=true. */
final class GdalInstalled implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    try {
      return ConditionEvaluationResult.enabled(run("ogrinfo", "--version"));
    } catch (IOException e) {
      if ("true".equals(System.getenv("CI"))) {
        throw new IllegalStateException("NO OGRINFO: install gdal-bin", e);
      }
      System.err.println("*** NO OGRINFO - " + context.getDisplayName() + " is skipped ***");
      return ConditionEvaluationResult.disabled("ogrinfo is not installed");
    }
  }

  /** What the program says, errors and warnings included. */
  static String run(String... command) throws IOException {
    List<String> words = Arrays.asList(command);
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
