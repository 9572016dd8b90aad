package org.citygis.ingest;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.citygis.catalog.Field;
import org.citygis.ingest.source.SourceField;
import org.citygis.storage.Column;

/**
 * Which field of a file fills which column of a layer.
 *
 * @param columns of the layer's table
 * @param sources position of each column's field in the file, -1 where the file has none
 */
public record FieldMapping(List<Column> columns, List<Integer> sources) {
  private static final int DBF_NAME_BYTES = 10;

  public FieldMapping {
    columns = List.copyOf(columns);
    sources = List.copyOf(sources);
  }

  /**
   * Finds the declared fields in a file by {@code from}, name and alias without regard to case, and
   * by the first ten bytes of these, which is all that a .dbf keeps.
   */
  public static FieldMapping of(List<Field> declared, List<SourceField> fields) {
    List<Column> columns = new ArrayList<>();
    List<Integer> sources = new ArrayList<>();
    Set<Integer> used = new LinkedHashSet<>();
    for (Field field : declared) {
      int at = find(field, fields, used);
      used.add(at);
      columns.add(new Column(field.name(), field.type()));
      sources.add(at);
    }
    return new FieldMapping(columns, sources);
  }

  private static int find(Field field, List<SourceField> fields, Set<Integer> used) {
    List<String> names =
        List.of(field.from(), field.name(), field.alias().zh(), field.alias().en());
    for (String name : names) {
      for (int i = 0; i < fields.size(); i++) {
        if (!used.contains(i) && isCalled(fields.get(i), name)) {
          return i;
        }
      }
    }
    for (String name : names) {
      for (int i = 0; i < fields.size(); i++) {
        if (!used.contains(i) && isCut(fields.get(i).original(), name)) {
          return i;
        }
      }
    }
    return -1;
  }

  private static boolean isCalled(SourceField field, String name) {
    return name.equalsIgnoreCase(field.original()) || name.equalsIgnoreCase(field.name());
  }

  /** Whether the name is what a .dbf keeps of the wanted one. */
  public static boolean isCut(String found, String name) {
    return isCut(found, name, StandardCharsets.UTF_8)
        || isCut(found, name, Charset.forName("GB18030"));
  }

  /** Whether the name fills a .dbf's field name with the beginning of the wanted one. */
  private static boolean isCut(String found, String name, Charset charset) {
    byte[] whole = name.getBytes(charset);
    if (whole.length <= DBF_NAME_BYTES) {
      return false;
    }
    byte[] have = found.getBytes(charset);
    // The last character may have been cut in half and dropped.
    return have.length > DBF_NAME_BYTES - charset.newEncoder().maxBytesPerChar()
        && have.length <= DBF_NAME_BYTES
        && new String(Arrays.copyOf(whole, have.length), charset).equalsIgnoreCase(found);
  }

  boolean isEmpty() {
    return !columns.isEmpty() && sources.stream().allMatch(at -> at < 0);
  }

  /** Columns that the file does not fill. */
  List<String> missing() {
    return IntStream.range(0, columns.size())
        .filter(i -> sources.get(i) < 0)
        .mapToObj(i -> columns.get(i).name())
        .toList();
  }

  /** Fields of the file that go nowhere. */
  List<String> ignored(List<SourceField> fields) {
    return IntStream.range(0, fields.size())
        .filter(i -> !sources.contains(i))
        .mapToObj(i -> fields.get(i).name())
        .toList();
  }
}
