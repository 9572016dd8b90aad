package org.citygis.samplecity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes the sample city, or layers of any size for measurements.
 *
 * <pre>
 * Generate sample-data                    the sample city
 * Generate folder parcels 1000000         one layer of a larger city: parcels, buildings, addresses, incidents
 * Generate folder --scale 50              those four layers, with 50 times as many rows as the sample city
 * </pre>
 */
public final class Generate {
  private static final String USAGE =
      "expected <folder> [<layer> <rows> | --scale <times>], found ";

  private Generate() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 1 && args.length != 3) {
      throw new IllegalArgumentException(USAGE + String.join(" ", args));
    }
    Path path = Path.of(args[0]);
    Files.createDirectories(path);
    long start = System.nanoTime();
    Folder folder = new Folder(path);
    if (args.length == 1) {
      write(new City(), folder);
    } else if (args[1].equals("--scale")) {
      long times = count(args);
      Benchmark benchmark = new Benchmark(folder);
      benchmark.write("parcels", times * 25_000);
      benchmark.write("buildings", times * 75_000);
      benchmark.write("addresses", times * 18_000);
      benchmark.write("incidents", times * 6_000);
    } else {
      new Benchmark(folder).write(args[1], count(args));
    }
    folder.counts.forEach((id, count) -> System.out.printf(Locale.ROOT, "%,12d %s%n", count, id));
    System.out.printf(Locale.ROOT, "%12.1f s%n", (System.nanoTime() - start) / 1e9);
  }

  private static long count(String[] args) {
    try {
      long count = Long.parseLong(args[2]);
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(USAGE + String.join(" ", List.of(args)), e);
    }
    throw new IllegalArgumentException(USAGE + String.join(" ", List.of(args)));
  }

  /** The sample city, whole. */
  static void write(City city, Folder folder) throws IOException {

    new PlanningLayers(city, folder).write();
    new WaterLayers(city, folder).write();
    new TrafficLayers(city, folder).write();
    new SafetyLayers(city, folder).write();
    new CivicLayers(city, folder).write();
  }
}
