package org.citygis.ingest.doctor;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citygis.ingest.archive.Workspace;

/** All faults of a layer, as an examination left them beside the files of the import. */
public final class FaultFile {
  private final Path file;

  private FaultFile(Path file) {
    this.file = file;
  }

  /** Takes the faults one by one. */
  @FunctionalInterface
  public interface Reader {
    void take(Fault fault) throws IOException;
  }

  public static FaultFile of(Workspace workspace, int index) {
    return new FaultFile(in(workspace, index));
  }

  static Path in(Workspace workspace, int index) {
    return workspace.file("faults-" + index + ".log");
  }

  /** In the order in which they were found; none where the layer could not be read. */
  public void read(Reader reader) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        reader.take(FaultLine.parse(line));
      }
    }
  }
}
