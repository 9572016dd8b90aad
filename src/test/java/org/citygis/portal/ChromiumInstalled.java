package org.citygis.portal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether Chromium and its driver are on this machine; nothing is ever downloaded. */
final class ChromiumInstalled implements ExecutionCondition {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (browser().isPresent() && driver().isPresent()) {
      return ConditionEvaluationResult.enabled("Chromium is installed");
    }
    String message = "NO CHROMIUM with chromedriver on the PATH";
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(message);
    }
    System.err.println("*** " + message + " - " + context.getDisplayName() + " is skipped ***");
    return ConditionEvaluationResult.disabled(message);
  }

  static Optional<Path> browser() {
    return BROWSERS.stream().flatMap(name -> onPath(name).stream()).findFirst();
  }

  static Optional<Path> driver() {
    return onPath("chromedriver");
  }

  private static Optional<Path> onPath(String name) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin");
    return Arrays.stream(path.split(java.io.File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
