package org.citygis.cql2;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The examples that the CQL2 standard publishes beside its text, by name. */
final class StandardExamples {
  static final Map<String, String> TEXT = read("standard-examples.text");
  static final Map<String, String> JSON = read("standard-examples.json");

  private StandardExamples() {}

  private static Map<String, String> read(String file) {
    try (InputStream stream = StandardExamples.class.getResourceAsStream("/cql2/" + file)) {
      Map<String, String> examples = new LinkedHashMap<>();
      new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(
              line -> {
                int blank = line.indexOf(' ');
                examples.put(line.substring(0, blank), line.substring(blank + 1));
              });
      return examples;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
