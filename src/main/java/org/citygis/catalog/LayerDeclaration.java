package org.citygis.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.citygis.storage.ColumnType;
import org.citygis.storage.FeatureTable;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** Reads one layer of a declaration file. */
final class LayerDeclaration {
  /** A layer's id is also the name of its view; names like x_v1 are its versions' tables. */
  static final Pattern ID = Pattern.compile("(?!.*_v\\d+$)[a-z][a-z0-9_]{1,47}");

  private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9_]{0,47}");
  private static final Set<String> RESERVED = Set.of(FeatureTable.FID, FeatureTable.GEOM);

  private LayerDeclaration() {}

  static LayerDefinition read(Declaration layer, String department, Set<String> codeLists) {
    layer.only(
        "id",
        "title",
        "abstract",
        "geometry",
        "source",
        "style",
        "visibility",
        "zoom",
        "attribution",
        "updated",
        "order",
        "initial",
        "label",
        "search",
        "time",
        "edits",
        "dispatch",
        "key",
        "site",
        "fields");
    List<Field> fields = fields(layer, codeLists);
    Set<String> names = new LinkedHashSet<>(fields.stream().map(Field::name).toList());
    return new LayerDefinition(
        layer.text("id", ID, "lower-case letters, digits and _, not ending in _v and a number"),
        layer.bilingual("title"),
        layer.bilingual("abstract"),
        department,
        layer.oneOf("geometry", GeometryKind.class),
        layer.optionalText("source"),
        layer.text("style"),
        layer.oneOf("visibility", Visibility.class),
        zoom(layer),
        layer.optionalBilingual("attribution"),
        layer.date("updated"),
        layer.integer("order", 50, 0, 10_000),
        layer.flag("initial"),
        label(layer, names),
        layer.texts("search").stream().map(name -> known(layer, "search", name, names)).toList(),
        time(layer, fields),
        edits(layer),
        layer.optionalText("dispatch"),
        fields,
        key(layer, names));
  }

  private static List<Field> fields(Declaration layer, Set<String> codeLists) {
    List<Field> fields = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (Declaration each : layer.children("fields")) {
      each.only(
          "name",
          "from",
          "alias",
          "type",
          "unit",
          "codes",
          "format",
          "hidden",
          "required",
          "readonly",
          "longest");
      String name = each.text("name", FIELD, "lower-case letters, digits and _");
      if (RESERVED.contains(name) || !names.add(name)) {
        throw each.wrong("name", name, "a name that is not fid, geom or another field's");
      }
      String codes = each.optionalText("codes");
      if (codes != null && !codeLists.contains(codes)) {
        throw each.wrong("codes", codes, "one of " + String.join(", ", codeLists));
      }
      String from = each.optionalText("from");
      fields.add(
          new Field(
              name,
              from == null ? name : from,
              each.bilingual("alias"),
              each.oneOf("type", ColumnType.class),
              each.optionalText("unit"),
              codes,
              each.has("format") ? each.oneOf("format", FieldFormat.class) : null,
              each.flag("hidden"),
              rules(each)));
    }
    return fields;
  }

  private static Field.Rules rules(Declaration field) {
    return new Field.Rules(
        field.flag("required"),
        field.flag("readonly"),
        field.has("longest") ? field.integer("longest", 0, 1, Field.Rules.LONGEST) : null);
  }

  private static LayerDefinition.ZoomRange zoom(Declaration layer) {
    if (!layer.has("zoom")) {
      return new LayerDefinition.ZoomRange(0, 24);
    }
    Declaration zoom = layer.child("zoom").only("min", "max");
    int min = zoom.integer("min", 0, 0, 24);
    return new LayerDefinition.ZoomRange(min, zoom.integer("max", 24, min, 24));
  }

  private static @Nullable Text label(Declaration layer, Set<String> names) {
    Text label = layer.optionalBilingual("label");
    if (label != null) {
      known(layer, "label", label.zh(), names);
      known(layer, "label", label.en(), names);
    }
    return label;
  }

  private static Edits edits(Declaration layer) {
    String value = layer.optionalText("edits");
    Edits edits = Edits.find(value);
    if (edits == null) {
      throw layer.wrong(
          "edits",
          String.valueOf(value),
          "true, false, guarded or the address of a service such as /api/incidents");
    }
    return edits;
  }

  private static @Nullable String key(Declaration layer, Set<String> names) {
    String key = layer.optionalText("key");
    return key == null ? null : known(layer, "key", key, names);
  }

  private static @Nullable String time(Declaration layer, List<Field> fields) {
    String time = layer.optionalText("time");
    boolean isTime =
        fields.stream()
            .anyMatch(
                f ->
                    f.name().equals(time)
                        && (f.type() == ColumnType.DATE || f.type() == ColumnType.DATETIME));
    if (time != null && !isTime) {
      throw layer.wrong("time", time, "the name of a field of type date or datetime");
    }
    return time;
  }

  private static String known(Declaration layer, String key, String name, Set<String> names) {
    if (!names.contains(name)) {
      throw layer.wrong(key, name, "one of the layer's fields: " + String.join(", ", names));
    }
    return name;
  }
}
