package org.citygis.samplecity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes the sample city. */
public final class Generate {
  private Generate() {}

  /**
   * @param args {@code --out folder}
   */
  public static void main(String[] args) throws IOException {
    Path out = Path.of("sample-data");
    for (int i = 0; i < args.length; i += 2) {
      if (i + 1 == args.length || !args[i].equals("--out")) {
        throw new IllegalArgumentException("expected --out <folder>, found " + args[i]);
      }
      out = Path.of(args[i + 1]);
    }
    Files.createDirectories(out);
    long start = System.nanoTime();
    Folder folder = new Folder(out);
    write(new City(), folder);
    folder.counts.forEach((id, count) -> System.out.printf(Locale.ROOT, "%8d %s%n", count, id));
    System.out.printf(Locale.ROOT, "%8.1f s%n", (System.nanoTime() - start) / 1e9);
  }

  static void write(City city, Folder folder) throws IOException {
    new PlanningLayers(city, folder).write();
    new WaterLayers(city, folder).write();
    new TrafficLayers(city, folder).write();
    new SafetyLayers(city, folder).write();
    new CivicLayers(city, folder).write();
  }
}
