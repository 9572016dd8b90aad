package org.citygis.ingest.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files that make up one layer, such as .shp, .shx and .dbf of one base name.
 *
 * @param name the base name, or the table's, for display; never used as a path
 * @param parts by extension in lower case without the dot
 * @param table which layer of a file that holds several; null where the file is one layer
 */
public record FileSet(String name, Map<String, Path> parts, @Nullable String table) {
  public FileSet {
    parts = Map.copyOf(parts);
  }

  public FileSet(String name, Map<String, Path> parts) {
    this(name, parts, null);
  }

  public Optional<Path> find(String extension) {
    return Optional.ofNullable(parts.get(extension));
  }
}
