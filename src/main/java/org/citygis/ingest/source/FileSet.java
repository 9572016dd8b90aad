package org.citygis.ingest.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The files that make up one layer, such as .shp, .shx and .dbf of one base name.
 *
 * @param name the base name for display; never used as a path
 * @param parts by extension in lower case without the dot
 */
public record FileSet(String name, Map<String, Path> parts) {
  public FileSet {
    parts = Map.copyOf(parts);
  }

  public Optional<Path> find(String extension) {
    return Optional.ofNullable(parts.get(extension));
  }
}
