package org.citygis.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The name of this copy of the application among those that share a database. It is kept on the
 * copy's own disk: the files that a job works on lie there, and a container that was made anew on
 * the same disk goes on with them. Copies on one machine differ by their port.
 */
final class Instance {
  private Instance() {}

  static String name(Path data, String port) {
    Path file = data.resolve("instance-" + port.replaceAll("[^0-9]", "_"));
    try {
      Files.createDirectories(data);
      try {
        Files.writeString(file, UUID.randomUUID().toString(), StandardOpenOption.CREATE_NEW);
      } catch (FileAlreadyExistsException known) {
        // Named at an earlier start.
      }
      String name = Files.readString(file).strip();
      if (name.isEmpty()) {
        // Killed between making the file and writing to it.
        name = UUID.randomUUID().toString();
        Files.writeString(file, name);
      }
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot name this copy of the application in " + file, e);
    }
  }
}
