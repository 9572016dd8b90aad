package org.citygis.features.site;

import org.citygis.catalog.Catalog;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.Field;
import org.citygis.features.labels.FieldLabels;
import org.citygis.text.Text;
import org.citygis.web.geojson.JsonValues;
import org.jspecify.annotations.Nullable;

/** What the values of a grouping field are called, and in which colour they are drawn. */
final class ClassTitles {
  private static final Text NO_VALUE = Text.of("（空）", "(none)");

  private final Field field;
  private final @Nullable CodeList codes;

  ClassTitles(Field field, Catalog catalog) {
    this.field = field;
    this.codes = field.codes() == null ? null : catalog.findCodeList(field.codes()).orElse(null);
  }

  static @Nullable String code(@Nullable Object value) {
    return value == null ? null : JsonValues.text(value);
  }

  /** A code's title, or a plain value with the field's name, as "Return period (years): 100". */
  Text title(@Nullable String code) {
    CodeList.Entry entry = entry(code);
    if (entry != null) {
      return entry.title();
    }
    if (code == null) {
      return NO_VALUE;
    }
    String unit = FieldLabels.unit(field);
    String value = unit == null ? code : code + " " + unit;
    return codes != null
        ? Text.same(value)
        : Text.of(field.alias().zh() + "：" + value, field.alias().en() + ": " + value);
  }

  @Nullable String color(@Nullable String code) {
    CodeList.Entry entry = entry(code);
    return entry == null ? null : entry.color();
  }

  private CodeList.@Nullable Entry entry(@Nullable String code) {
    return code == null || codes == null ? null : codes.find(code).orElse(null);
  }
}
