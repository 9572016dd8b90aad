package org.citygis.style;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The pictures that styles may name: files {@code *.svg} of one folder. A style can reach nothing
 * else by name.
 */
interface Icons {
  /** No pictures; a style may still bring its own within the file. */
  Icons NONE = name -> Optional.empty();

  Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*\\.svg");

  /**
   * The SVG text of the file of this name.
   *
   * @param name matches {@link #NAME}
   */
  Optional<String> find(String name) throws IOException;

  /** Those of a folder. */
  static Icons of(Path folder) {
    return name -> {
      Path file = folder.resolve(name);
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    };
  }
}
