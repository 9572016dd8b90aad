package org.citygis.format;

import java.util.function.UnaryOperator;
import org.citygis.catalog.Field;
import org.citygis.catalog.FieldFormat;
import org.citygis.storage.ColumnType;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file.
 *
 * @param name unique among the columns
 * @param title its name for people
 * @param field the field of the layer that it comes from
 * @param index of that field among those read
 * @param label turns a code into its title, for a column of titles; null for the value itself
 */
public record FileColumn(
    String name,
    Text title,
    ColumnType type,
    Field field,
    int index,
    @Nullable UnaryOperator<@Nullable String> label) {

  /** The field itself. */
  public static FileColumn of(Field field, int index) {
    return new FileColumn(field.name(), field.alias(), field.type(), field, index, null);
  }

  /** The titles of the field's codes, under a name of its own. */
  public static FileColumn labels(
      Field field, int index, String name, UnaryOperator<@Nullable String> label) {
    Text title = Text.of(field.alias().zh() + "（名称）", field.alias().en() + " (title)");
    return new FileColumn(name, title, ColumnType.TEXT, field, index, label);
  }

  /** The code list whose codes stand in the column, null for titles and for other fields. */
  public @Nullable String codes() {
    return label == null ? field.codes() : null;
  }

  public boolean isJson() {
    return label == null && field.format() == FieldFormat.OPENING_HOURS;
  }
}
