package org.citygis.features.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.citygis.catalog.Conditions;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.geo.Crs;
import org.citygis.problem.Problem;
import org.citygis.storage.ColumnType;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;

/**
 * What is to be counted.
 *
 * @param groups fields whose values make the classes, at least one
 * @param sums fields of numbers that are added up
 * @param conditions which features count; their box is not used
 */
record CensusQuestion(List<Field> groups, List<Field> sums, Conditions conditions) {
  private static final int MAX_FIELDS = 5;
  private static final Set<String> OWN =
      Set.of("layer", "group", "sum", "bbox", "polygon", "f", "lang");

  /** Every parameter that statistics of this layer understand. */
  static Set<String> names(OpenLayer layer) {
    Set<String> names = new HashSet<>(OWN);
    names.addAll(Conditions.NAMES);
    names.remove("bbox-crs");
    VisibleFields.of(layer).stream().map(Field::name).forEach(names::add);
    return names;
  }

  static CensusQuestion parse(Query query, OpenLayer layer) {
    List<Field> groups = fields("group", query.find("group"), VisibleFields.of(layer));
    if (groups.isEmpty()) {
      throw Problem.Invalid.parameter("group", "", Text.of("非空的值", "a value"));
    }
    List<Field> numbers =
        VisibleFields.of(layer).stream()
            .filter(f -> f.type() == ColumnType.INTEGER || f.type() == ColumnType.NUMBER)
            .toList();
    return new CensusQuestion(
        groups,
        fields("sum", query.find("sum"), numbers),
        Conditions.parse(query.without("bbox"), layer, Crs.CRS84, OWN));
  }

  private static List<Field> fields(String parameter, @Nullable String text, List<Field> allowed) {
    List<Field> chosen = new ArrayList<>();
    if (text == null || text.isBlank()) {
      return chosen;
    }
    for (String part : text.split(",", -1)) {
      String name = part.strip();
      Field field =
          allowed.stream()
              .filter(f -> f.name().equals(name))
              .findFirst()
              .orElseThrow(() -> unknown(parameter, name, allowed));
      if (!chosen.contains(field)) {
        chosen.add(field);
      }
    }
    if (chosen.size() > MAX_FIELDS) {
      throw Problem.Invalid.parameter(
          parameter,
          text,
          Text.of("不超过 %d 个字段".formatted(MAX_FIELDS), "at most %d fields".formatted(MAX_FIELDS)));
    }
    return chosen;
  }

  private static Problem.Invalid unknown(String parameter, String name, List<Field> allowed) {
    String names = allowed.stream().map(Field::name).collect(Collectors.joining(", "));
    return Problem.Invalid.parameter(
        parameter, name, Text.of("字段之一：" + names, "one of the fields " + names));
  }

  /** The columns that are read, groups first. */
  List<String> columns() {
    List<String> columns = new ArrayList<>(groupNames());
    sums.forEach(f -> columns.add(f.name()));
    return columns;
  }

  List<String> groupNames() {
    return groups.stream().map(Field::name).toList();
  }

  List<String> sumNames() {
    return sums.stream().map(Field::name).toList();
  }
}
