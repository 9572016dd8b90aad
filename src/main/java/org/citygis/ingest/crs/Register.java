package org.citygis.ingest.crs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The EPSG register by parameters, which GeoTools can only search system by system in many seconds.
 * Two tables beside this class, made by {@code src/register/register.py}.
 */
final class Register {
  private static final int GEOGRAPHIC_NAMES = 3;
  private static final int PROJECTED_NAMES = 11;

  /**
   * A projected system.
   *
   * @param names letters only; empty where no other system has the same parameters
   */
  record Projected(int code, List<String> names) {}

  private static final class Loaded {
    private static final Register REGISTER = new Register();
  }

  private final Map<String, Integer> geographic = new HashMap<>();
  private final Map<Projection, List<Projected>> projected = new HashMap<>();

  private Register() {
    for (String[] row : rows("geographic.tsv")) {
      for (String name : row[GEOGRAPHIC_NAMES].split(",")) {
        geographic.putIfAbsent(name, Integer.valueOf(row[0]));
      }
    }
    for (String[] row : rows("projected.tsv")) {
      long[] numbers = Arrays.stream(row, 3, PROJECTED_NAMES).mapToLong(Long::parseLong).toArray();
      String names = row[PROJECTED_NAMES];
      projected
          .computeIfAbsent(
              new Projection(Integer.parseInt(row[1]), row[2], numbers), key -> new ArrayList<>(1))
          .add(
              new Projected(
                  Integer.parseInt(row[0]),
                  names.isEmpty() ? List.of() : List.of(names.split(","))));
    }
  }

  /** Loaded when it is asked first. */
  static Register get() {
    return Loaded.REGISTER;
  }

  private static List<String[]> rows(String table) {
    try (InputStream in = Objects.requireNonNull(Register.class.getResourceAsStream(table));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code D_WGS_1984}, {@code GCS_WGS_1984} and {@code WGS 1984} are one. */
  static String letters(String name) {
    return name.replaceFirst("^(D|GCS)_", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** The geographic system whose datum, or which itself, has one of the names. */
  OptionalInt findGeographic(String... names) {
    for (String name : names) {
      Integer code = geographic.get(letters(name).replaceFirst("ensemble$", ""));
      if (code != null) {
        return OptionalInt.of(code);
      }
    }
    return OptionalInt.empty();
  }

  /** The systems with these parameters, lowest code first. */
  List<Projected> findProjected(Projection projection) {
    return projected.getOrDefault(projection, List.of());
  }
}
