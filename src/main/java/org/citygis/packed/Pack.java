package org.citygis.packed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.citygis.geo.Box;
import org.jspecify.annotations.Nullable;

/** A packed layer, ready to be read. */
final class Pack {
  private record Generalised(int zoom, Level level) {}

  private final Path path;
  private final MappedFile file;
  private final PackState state;
  private final List<Generalised> generalised = new ArrayList<>();
  private final Level whole;

  Pack(Path path, MappedFile file, PackState state) {
    this.path = path;
    this.file = file;
    this.state = state;
    List<PackedColumn> columns =
        state.columns().stream().map(f -> new PackedColumn(f.column(), f.dictionary())).toList();
    Level last = null;
    for (PackState.Part part : state.levels()) {
      List<PackedColumn> own = new ArrayList<>();
      for (int field : part.fields()) {
        own.add(columns.get(field));
      }
      byte[] directory = new byte[part.directoryLength()];
      file.read(part.directory(), directory, directory.length);
      last = new Level(file, new WorldGrid(part.bits()), own, part.start(), directory);
      generalised.add(new Generalised(part.zoom(), last));
    }
    if (last == null) {
      throw new IllegalArgumentException(path + " has no levels");
    }
    generalised.remove(generalised.size() - 1);
    whole = last;
  }

  PackState state() {
    return state;
  }

  Path path() {
    return path;
  }

  long size() {
    return file.size();
  }

  /** The level made for a zoom, with all these fields; null where there is none. */
  @Nullable Level find(int zoom, List<@Nullable String> fields) {
    for (Generalised one : generalised) {
      // Below the first level nobody needs less.
      if (zoom <= one.zoom) {
        return fields.stream().allMatch(f -> f == null || one.level.has(f)) ? one.level : null;
      }
    }
    return null;
  }

  /** All shapes of a box, undiminished. */
  void read(Box box, List<@Nullable String> fields, LongPredicate left, ShapeVisitor visitor) {
    whole.read(box, fields, left, visitor);
  }
}
