package org.citygis.ingest.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
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

  /** Makes a folder that exists a workspace, by one step; what it holds comes with it. */
  public static Workspace adopt(Path existing, Path parent) throws IOException {
    Files.createDirectories(parent);
    Path folder = parent.resolve(PREFIX + existing.getFileName());
    DurableFile.rename(existing, folder);
    return new Workspace(folder);
  }

  /** The workspace that an earlier process made. */
  public static Workspace of(Path folder) {
    return new Workspace(folder);
  }

  /**
   * Deletes the folders that an earlier process left when it was killed.
   *
   * @param kept whether a folder is still needed
   */
  public static void sweep(Path parent, Predicate<Path> kept) throws IOException {
    if (!Files.isDirectory(parent)) {
      return;
    }
    try (var left = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : left) {
        if (!kept.test(folder)) {
          delete(folder);
        }
      }
    }
  }

  public Path folder() {
    return folder;
  }

  /** A path for a new file; its name owes nothing to what the user sent. */
  public Path newFile() {
    Path file;
    do {
      file = folder.resolve("file-" + files.incrementAndGet());
    } while (Files.exists(file));
    return file;
  }

  /** Deletes every file but these: what an interrupted attempt left, or what is not needed. */
  public void keepOnly(Set<Path> wanted) throws IOException {
    try (var all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        if (!wanted.contains(file)) {
          delete(file);
        }
      }
    }
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

  /** Deletes a file, or a folder with all it holds; does nothing where there is none. */
  public static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    Files.walkFileTree(
        path,
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
