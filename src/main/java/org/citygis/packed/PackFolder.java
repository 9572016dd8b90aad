package org.citygis.packed;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citygis.catalog.LayerVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where packs lie between two starts of the application: a file for each version of a layer. */
record PackFolder(Path path) {
  private static final Logger LOG = LoggerFactory.getLogger(PackFolder.class);
  private static final String ENDING = ".pack";

  static String name(LayerVersion version) {
    return version.table().tableName()
        + "_"
        + Long.toString(version.createdAt().toEpochMilli(), 36)
        + ENDING;
  }

  /** The pack of this name; null where there is none, or none that is whole. */
  @Nullable Pack find(String name) throws IOException {
    Files.createDirectories(path);
    Path file = path.resolve(name);
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return PackFile.open(file);
    } catch (IOException torn) {
      LOG.warn("{}; it is made anew", torn.getMessage());
      Files.delete(file);
      return null;
    }
  }

  /**
   * Deletes the files of other versions of a layer and what a killed process left half made; who
   * still reads one, reads it to its end.
   */
  void sweep(String layer, String keep) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path, layer + "_v*")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        // Layer ids may have _v in them: only what this layer's own versions are called.
        if (!name.equals(keep) && name.substring(layer.length()).matches("_v\\d+_.*")) {
          Files.deleteIfExists(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }
}
