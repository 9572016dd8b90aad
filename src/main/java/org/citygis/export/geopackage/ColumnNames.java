package org.citygis.export.geopackage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.citygis.format.FileColumn;

/** Names of the table's columns: SQLite takes upper and lower case for the same. */
final class ColumnNames {
  private ColumnNames() {}

  static List<String> of(List<FileColumn> columns) {
    Set<String> taken = new HashSet<>(Set.of("fid", "geom"));
    List<String> names = new ArrayList<>();
    for (FileColumn column : columns) {
      String name = column.name();
      for (int i = 1; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
        name = column.name() + "_" + i;
      }
      names.add(name);
    }
    return List.copyOf(names);
  }
}
