package org.citygis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Another program that takes part in the measurement. */
final class Program {
  private Program() {}

  /** The Java that runs this. */
  static String java() {
    return ProcessHandle.current().info().command().orElse("java");
  }

  /**
   * Runs a program to its end and returns how many milliseconds it took.
   *
   * @param log receives what it prints
   */
  static double run(Path log, List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    int code = start(log, command, Map.of()).waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    if (code != 0) {
      throw new IllegalStateException(
          "%s ended with %d:%n%s".formatted(command.getFirst(), code, tail(log)));
    }
    return millis;
  }

  static Process start(Path log, List<String> command, Map<String, String> environment)
      throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** What a program prints when it is asked for its version. */
  static String firstLine(String... command) throws IOException, InterruptedException {
    Path log = Files.createTempFile("citygis-bench", ".txt");
    try {
      start(log, new ArrayList<>(List.of(command)), Map.of()).waitFor();
      return Files.readString(log).lines().findFirst().orElse("");
    } finally {
      Files.delete(log);
    }
  }

  static String tail(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
  }
}
