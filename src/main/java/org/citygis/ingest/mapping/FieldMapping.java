package org.citygis.ingest.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citygis.catalog.Field;
import org.citygis.ingest.source.SourceField;
import org.citygis.problem.Problem;
import org.citygis.storage.Column;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Which field of a file fills which column of a layer.
 *
 * @param columns of the layer's table
 * @param sources position of each column's field in the file, -1 where the file has none
 */
public record FieldMapping(List<Column> columns, List<Integer> sources) {

  public FieldMapping {
    columns = List.copyOf(columns);
    sources = List.copyOf(sources);
  }

  /** Finds the declared fields in a file by their names. */
  public static FieldMapping of(List<Field> declared, List<SourceField> fields) {
    return of(FieldMatch.find(declared, fields));
  }

  private static FieldMapping of(List<FieldMatch> matches) {
    return new FieldMapping(
        matches.stream()
            .map(match -> new Column(match.field().name(), match.field().type()))
            .toList(),
        matches.stream().map(FieldMatch::source).toList());
  }

  /**
   * The mapping that somebody chose: by name of the layer's field that of the file's, null for a
   * field that stays empty. What it does not speak of is found by name among the file's fields that
   * it leaves.
   *
   * @throws Problem.Invalid that names a field which is not there
   */
  public static FieldMapping of(
      List<Field> declared,
      List<SourceField> fields,
      @Nullable Map<String, @Nullable String> wanted) {
    if (wanted == null || wanted.isEmpty()) {
      return of(declared, fields);
    }
    Map<String, Integer> chosen = chosen(declared, fields, wanted);
    Set<Integer> used = new HashSet<>(chosen.values());
    List<FieldMatch> matches = new ArrayList<>();
    for (FieldMatch match : FieldMatch.find(declared, fields)) {
      Integer source = chosen.get(match.field().name());
      boolean free = source == null && !used.contains(match.source());
      int at = source != null ? source : free ? match.source() : -1;
      matches.add(new FieldMatch(match.field(), at, match.by()));
    }
    return of(matches);
  }

  private static Map<String, Integer> chosen(
      List<Field> declared, List<SourceField> fields, Map<String, @Nullable String> wanted) {
    Map<String, Integer> chosen = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable String> each : wanted.entrySet()) {
      if (declared.stream().noneMatch(field -> field.name().equals(each.getKey()))) {
        throw unknown(each.getKey(), declared.stream().map(Field::name).toList());
      }
      String source = each.getValue();
      int at = source == null ? -1 : position(fields, source);
      if (source != null && at < 0) {
        throw unknown(source, fields.stream().map(SourceField::name).toList());
      }
      if (at >= 0 && chosen.containsValue(at)) {
        throw Problem.Invalid.parameter(
            "mapping",
            String.valueOf(source),
            Text.of("每个文件字段只对应一个图层字段", "each field of the file for one field of the layer"));
      }
      chosen.put(each.getKey(), at);
    }
    return chosen;
  }

  private static int position(List<SourceField> fields, String name) {
    return IntStream.range(0, fields.size())
        .filter(i -> fields.get(i).name().equals(name) || fields.get(i).original().equals(name))
        .findFirst()
        .orElse(-1);
  }

  private static Problem.Invalid unknown(String name, List<String> offered) {
    String names = offered.stream().limit(50).collect(Collectors.joining(", "));
    return Problem.Invalid.parameter("mapping", name, Text.of("其中之一：" + names, "one of " + names));
  }

  public boolean isEmpty() {
    return !columns.isEmpty() && sources.stream().allMatch(at -> at < 0);
  }

  /** Position of the file's field that fills the column, -1 where none does. */
  public int source(String column) {
    return IntStream.range(0, columns.size())
        .filter(i -> columns.get(i).name().equals(column))
        .map(sources::get)
        .findFirst()
        .orElse(-1);
  }

  /** Columns that the file fills. */
  public Set<String> given() {
    return IntStream.range(0, columns.size())
        .filter(i -> sources.get(i) >= 0)
        .mapToObj(i -> columns.get(i).name())
        .collect(Collectors.toSet());
  }

  /** Name of the layer's field by that of the file's, for the version's memory. */
  public Map<String, String> described(List<SourceField> fields) {
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (sources.get(i) >= 0) {
        names.put(columns.get(i).name(), fields.get(sources.get(i)).name());
      }
    }
    return names;
  }

  /** Columns that the file does not fill. */
  public List<String> missing() {
    return IntStream.range(0, columns.size())
        .filter(i -> sources.get(i) < 0)
        .mapToObj(i -> columns.get(i).name())
        .toList();
  }

  /** Fields of the file that go nowhere. */
  public List<String> ignored(List<SourceField> fields) {
    return IntStream.range(0, fields.size())
        .filter(i -> !sources.contains(i))
        .mapToObj(i -> fields.get(i).name())
        .toList();
  }
}
