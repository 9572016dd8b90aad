package org.citygis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of the made-up city at the scale of the measurement; made once and kept. */
final class City {
  private City() {}

  static Path file(Options options, String layer, int rows)
      throws IOException, InterruptedException {
    Path folder = options.folder().resolve("%s-%d".formatted(layer, rows));
    Path zip = folder.resolve(layer + ".zip");
    if (!Files.exists(zip)) {
      Page.progress("generating %,d %s".formatted(rows, layer));
      Files.createDirectories(folder);
      Program.run(
          options.folder().resolve("generate.log"),
          List.of(
              Program.java(),
              "-Xmx1g",
              "-cp",
              System.getProperty("java.class.path"),
              "org.citygis.samplecity.Generate",
              folder.toString(),
              layer,
              String.valueOf(rows)));
    }
    return zip;
  }
}
