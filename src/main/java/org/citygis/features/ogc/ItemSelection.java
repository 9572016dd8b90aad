package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.List;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.geo.Crs;
import org.citygis.problem.Problem;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;

/**
 * What an answer tells of each feature, whether there is one or a page of them.
 *
 * @param crs the system of the answer
 * @param fields the properties of the answer, in its order
 * @param withGeometry whether features carry their shapes
 * @param time the field that JSON-FG tells as time, null in other encodings and without one
 * @param isComplete whether the fields are all that may be seen
 */
record ItemSelection(
    Crs crs,
    List<Field> fields,
    boolean withGeometry,
    ItemProfile profile,
    @Nullable Field time,
    boolean isComplete) {

  /** The parameters that are read here. */
  static final List<String> NAMES = List.of("crs", "properties", "skipGeometry", "profile");

  static ItemSelection parse(Query query, OpenLayer layer, Format format) {
    ItemProfile profile = ItemProfile.choose(query.find("profile"), format);
    List<Field> fields = properties(query, layer);
    return new ItemSelection(
        CrsChoices.of(layer).choose("crs", query.find("crs")),
        fields,
        !ItemsRequest.isTrue(query, "skipGeometry"),
        profile,
        profile.isJsonFg() ? time(layer) : null,
        fields.equals(VisibleFields.of(layer)));
  }

  private static @Nullable Field time(OpenLayer layer) {
    return VisibleFields.of(layer).stream()
        .filter(field -> field.name().equals(layer.definition().time()))
        .findFirst()
        .orElse(null);
  }

  /** The fields that {@code properties=a,b} names; all that may be seen when it is absent. */
  private static List<Field> properties(Query query, OpenLayer layer) {
    List<Field> all = VisibleFields.of(layer);
    String text = query.find("properties");
    if (text == null || text.isBlank()) {
      return all;
    }
    List<Field> chosen = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String name = part.strip();
      Field field =
          all.stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow(() -> unknown(name, all));
      if (!chosen.contains(field)) {
        chosen.add(field);
      }
    }
    return chosen;
  }

  private static Problem.Invalid unknown(String name, List<Field> all) {
    String list = String.join(", ", all.stream().map(Field::name).toList());
    return Problem.Invalid.parameter(
        "properties",
        name,
        Text.of("该图层的字段，用逗号分隔：" + list, "fields of this layer, separated by commas: " + list));
  }

  /** What is read of each row: the properties, and behind them the time where it is not one. */
  List<String> columns() {
    List<String> columns = new ArrayList<>(fields.stream().map(Field::name).toList());
    if (time != null && !fields.contains(time)) {
      columns.add(time.name());
    }
    return columns;
  }

  /** The place of the time among the columns, -1 where no time is told. */
  int timeIndex() {
    return time == null ? -1 : columns().indexOf(time.name());
  }

  /** The entity tag of one feature's representation; the plain one is what edits answer with. */
  String tag(RowTag row, Format format, Lang lang) {
    String plain = row.geoJson(crs, lang);
    boolean whole = withGeometry && profile == ItemProfile.RFC7946 && format == Format.JSON;
    String told = columns() + "|" + withGeometry + "|" + profile + "|" + format;
    return whole && isComplete
        ? plain
        : plain.substring(0, plain.length() - 1) + "." + Integer.toHexString(told.hashCode()) + '"';
  }
}
