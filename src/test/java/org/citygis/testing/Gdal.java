package org.citygis.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** GDAL's programs: what stands behind most desktop tools. */
public final class Gdal implements ExecutionCondition {

  /** What the program says, errors and warnings included. */
  public static String run(String... command) throws IOException {
    Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

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
}
