package org.citygis.ingest.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The .prj file beside others: a reference system in well-known text. */
public final class PrjFile {
  private static final int MOST = 64 * 1024;

  private PrjFile() {}

  public static ReferenceClue clue(FileSet files) throws IOException {
    Path prj = files.find("prj").orElse(null);
    if (prj == null) {
      return new ReferenceClue.Unmarked();
    }
    try (InputStream in = Files.newInputStream(prj)) {
      String text =
          new String(in.readNBytes(MOST), StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
      return text.isEmpty() ? new ReferenceClue.Unmarked() : new ReferenceClue.Wkt(text);
    }
  }
}
