package org.citygis.ingest.crs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A projection by its parameters, rounded so that two spellings of one are equal.
 *
 * @param base code of the geographic system
 * @param method tm, lcc1, lcc2, albers or laea
 * @param numbers central meridian, latitude of origin, standard parallels (larger first) in 1e-8
 *     degrees; scale in 1e-9; false easting and northing in millimetres; unit in 1e-9 metres
 */
record Projection(int base, String method, long[] numbers) {
  private static final double ANGLE = 1e8;
  private static final double SCALE = 1e9;
  private static final double MILLIMETRE = 1e3;

  private static final Map<String, String> METHODS =
      Map.ofEntries(
          Map.entry("transversemercator", "tm"),
          Map.entry("gausskruger", "tm"),
          Map.entry("gausskrueger", "tm"),
          Map.entry("lambertconformalconic", "lcc2"),
          Map.entry("lambertconformalconic2sp", "lcc2"),
          Map.entry("lambertconformalconic1sp", "lcc1"),
          Map.entry("albers", "albers"),
          Map.entry("albersconicequalarea", "albers"),
          Map.entry("lambertazimuthalequalarea", "laea"));

  /** The projection of a PROJCS, as Esri and OGC write it; empty for a method not in the table. */
  static Optional<Projection> find(WktNode root, int base) {
    String name = Register.letters(root.find("PROJECTION").map(WktNode::name).orElse(""));
    String method = METHODS.get(name);
    double unit = root.find("UNIT").map(it -> it.number(1).orElse(0)).orElse(0.0);
    if (method == null || unit <= 0) {
      return Optional.empty();
    }
    double origin = first(root, 0, "Latitude_Of_Origin", "Latitude_Of_Center");
    double north = first(root, 0, "Standard_Parallel_1");
    double south = first(root, 0, "Standard_Parallel_2");
    boolean conic = method.equals("lcc2") || method.equals("albers");
    // Esri has one name for both: with one parallel, or two that are equal, it is the origin.
    boolean tangent =
        method.equals("lcc2")
            && (root.parameter("Standard_Parallel_2").isEmpty() || north == south)
            && north == origin;
    if (tangent) {
      method = "lcc1";
      conic = false;
    }
    long[] numbers = {
      round(
          first(root, 0, "Central_Meridian", "Longitude_Of_Center", "Longitude_Of_Origin"), ANGLE),
      round(origin, ANGLE),
      conic ? round(Math.max(north, south), ANGLE) : 0,
      conic ? round(Math.min(north, south), ANGLE) : 0,
      round(first(root, 1, "Scale_Factor"), SCALE),
      round(first(root, 0, "False_Easting") * unit, MILLIMETRE),
      round(first(root, 0, "False_Northing") * unit, MILLIMETRE),
      round(unit, SCALE)
    };
    return Optional.of(new Projection(base, method, numbers));
  }

  private static double first(WktNode root, double otherwise, String... names) {
    for (String name : names) {
      OptionalDouble value = root.parameter(name);
      if (value.isPresent()) {
        return value.getAsDouble();
      }
    }
    return otherwise;
  }

  private static long round(double value, double times) {
    return Math.round(value * times);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Projection it
        && it.base == base
        && it.method.equals(method)
        && Arrays.equals(it.numbers, numbers);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * base + method.hashCode()) + Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s on %d %s", method, base, Arrays.toString(numbers));
  }
}
