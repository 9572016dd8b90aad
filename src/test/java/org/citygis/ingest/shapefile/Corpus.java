package org.citygis.ingest.shapefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.citygis.ingest.source.FileSet;

/** Folders of shapefiles with what GDAL 3.6 makes of each (expected.tsv). */
final class Corpus {
  static final Path SYNTHETIC = Path.of("src/test/resources/shapefiles");

  /** More and larger files, where they lie beside the checkout. */
  static final List<Path> BESIDE =
      List.of(Path.of("../shared/corpus"), Path.of("../../shared/corpus"));

  private Corpus() {}

  /** One line of expected.tsv. */
  record Expected(Path file, long count, String type, String encoding, String crs, String error) {}

  static List<Expected> expected(Path folder) {
    try (Stream<String> lines = Files.lines(folder.resolve("expected.tsv"))) {
      return lines.skip(1).map(line -> expected(folder, line.split("\t", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Expected expected(Path folder, String[] cells) {
    long count = cells[2].isEmpty() ? -1 : Long.parseLong(cells[2]);
    return new Expected(folder.resolve(cells[0]), count, cells[3], cells[4], cells[7], cells[9]);
  }

  /** The file with its siblings of the same base name, whatever the case. */
  static FileSet files(Path file) {
    String base = base(file);
    Map<String, Path> parts = new HashMap<>();
    try (Stream<Path> siblings = Files.list(file.toAbsolutePath().getParent())) {
      List<Path> own = new ArrayList<>(siblings.filter(path -> base(path).equals(base)).toList());
      own.forEach(path -> parts.putIfAbsent(extension(path), path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (extension(file).equals("dbf")) {
      parts.remove("shp");
    }
    return new FileSet(base, parts);
  }

  static FileSet synthetic(String folder) {
    return files(SYNTHETIC.resolve(folder).resolve("x.shp"));
  }

  private static String base(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  private static String extension(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
