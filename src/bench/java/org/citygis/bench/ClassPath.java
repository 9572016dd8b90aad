package org.citygis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes down the Java and the class path that Maven chose, so that a script can start the
 * benchmarks without Maven around them.
 */
public final class ClassPath {
  private ClassPath() {}

  /** Argument: the folder that receives the files {@code java} and {@code class-path}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Files.writeString(folder.resolve("java"), Program.java());
    Files.writeString(folder.resolve("class-path"), System.getProperty("java.class.path"));
  }
}
