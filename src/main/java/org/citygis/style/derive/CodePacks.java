package org.citygis.style.derive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The packs of codes in the folder {@code packs} of the styles, read once at the start. */
@Component
class CodePacks {
  private final Map<String, Pack> packs = new TreeMap<>();

  CodePacks(@Value("${citygis.styles}") Path styles) {
    Path folder = styles.resolve("packs");
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.csv")) {
      for (Path file : files) {
        String id = file.getFileName().toString().replaceFirst("\\.csv$", "");
        packs.put(id, Pack.read(id, Files.readAllLines(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the packs in " + folder, e);
    }
  }

  Collection<Pack> list() {
    return packs.values();
  }

  Pack get(String id) {
    Pack pack = packs.get(id);
    if (pack == null) {
      throw Problem.Invalid.parameter("pack", id, Text.same(String.join(", ", packs.keySet())));
    }
    return pack;
  }
}
