package org.citygis.ingest.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A private folder for the files of one import; deleted with all it holds when it is closed. */
public final class Workspace implements AutoCloseable {
  private static final String PREFIX = "import-";

  private final Path folder;
  private final AtomicInteger files = new AtomicInteger();

  private Workspace(Path folder) {
    this.folder = folder;
  }

  /** Makes a folder that only this process' user can enter. */
  public static Workspace in(Path parent) throws IOException {
    Files.createDirectories(parent);
    return new Workspace(Files.createTempDirectory(parent, PREFIX));
  }

  /** Deletes the folders that an earlier process left when it was killed. */
  public static void sweep(Path parent) throws IOException {
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (var left = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : left) {
        delete(folder);
      }
    }
  }

  /** A path for a new file; its name owes nothing to what the user sent. */
  public Path newFile() {
    return folder.resolve("file-" + files.incrementAndGet());
  }

  /**
   * A path for a file that is to be found again.
   *
   * @param name ours, not the user's
   */
  public Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    try {
      delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
