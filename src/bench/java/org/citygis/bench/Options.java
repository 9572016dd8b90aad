package org.citygis.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the command line asks for.
 *
 * @param parcels how many parcels to generate
 * @param incidents how many incidents to generate
 * @param points how many addresses to generate for the import of points, 0 for none
 * @param names how many addresses to generate for the search by name, 0 for none
 * @param rounds how often each import is repeated
 * @param places how many places each query and each zoom level is asked at
 * @param heap of the measured application, as the JVM understands it
 * @param port where the measured application listens
 * @param h2 whether the import into H2GIS is measured too
 * @param folder where files, logs and databases of the run lie
 */
record Options(
    int parcels,
    int incidents,
    int points,
    int names,
    int rounds,
    int places,
    String heap,
    int port,
    boolean h2,
    Path folder) {
  static final String HELP =
      "bench/run [--parcels 1000000] [--incidents 1000000] [--points 10000000] [--names 1000000] [--rounds 3] [--places 60] [--heap 512m] [--port 8088] [--h2 yes|no]";

  static Options parse(String[] arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      given.put(arguments[i], arguments[i + 1]);
    }
    Options options =
        new Options(
            number(given, "--parcels", 1_000_000),
            number(given, "--incidents", 1_000_000),
            number(given, "--points", 10_000_000),
            number(given, "--names", 1_000_000),
            number(given, "--rounds", 3),
            number(given, "--places", 60),
            Objects.requireNonNullElse(given.remove("--heap"), "512m"),
            number(given, "--port", 8088),
            !Objects.equals(given.remove("--h2"), "no"),
            Path.of("target", "bench"));
    if (!given.isEmpty() || arguments.length % 2 != 0) {
      throw new IllegalArgumentException(
          "not understood: %s; usage: %s".formatted(String.join(" ", arguments), HELP));
    }
    return options;
  }

  private static int number(Map<String, String> given, String name, int otherwise) {
    String value = given.remove(name);
    try {
      return value == null ? otherwise : Integer.parseInt(value.replace("_", ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s is %s, not a whole number".formatted(name, value), e);
    }
  }
}
