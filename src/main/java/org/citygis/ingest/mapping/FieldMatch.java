package org.citygis.ingest.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiPredicate;
import org.citygis.catalog.Field;
import org.citygis.ingest.source.SourceField;

/**
 * Where a field of a layer is found in a file.
 *
 * @param source position of the file's field, -1 where there is none
 */
public record FieldMatch(Field field, int source, By by) {

  /** What led from the one to the other. */
  public enum By {
    NAME,
    ALIAS,
    CUT,
    PROFILE,
    NONE;

    public String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Finds the declared fields in a file by {@code from} and name, by their aliases, by what a .dbf
   * keeps of these, and at last by names that differ in writing only. A field of the file is found
   * once; an exact name comes before anything else, whichever field it belongs to.
   */
  public static List<FieldMatch> find(List<Field> declared, List<SourceField> fields) {
    List<FieldMatch> found = new ArrayList<>();
    declared.forEach(field -> found.add(new FieldMatch(field, -1, By.NONE)));
    Set<Integer> used = new HashSet<>();
    match(found, fields, used, By.NAME, List.of(Field::from, Field::name), FieldMatch::isCalled);
    match(
        found,
        fields,
        used,
        By.ALIAS,
        List.of(field -> field.alias().zh(), field -> field.alias().en()),
        FieldMatch::isCalled);
    match(found, fields, used, By.CUT, NAMES, (it, name) -> FieldNaming.isCut(it.original(), name));
    match(found, fields, used, By.NAME, NAMES, FieldMatch::isWrittenLike);
    return found;
  }

  private interface Naming {
    String of(Field field);
  }

  private static final List<Naming> NAMES =
      List.of(Field::from, Field::name, field -> field.alias().zh(), field -> field.alias().en());

  private static void match(
      List<FieldMatch> found,
      List<SourceField> fields,
      Set<Integer> used,
      By by,
      List<Naming> namings,
      BiPredicate<SourceField, String> test) {
    for (Naming naming : namings) {
      for (int at = 0; at < found.size(); at++) {
        FieldMatch match = found.get(at);
        for (int i = 0; match.source < 0 && i < fields.size(); i++) {
          if (!used.contains(i) && test.test(fields.get(i), naming.of(match.field))) {
            used.add(i);
            match = new FieldMatch(match.field, i, by);
            found.set(at, match);
          }
        }
      }
    }
  }

  private static boolean isCalled(SourceField field, String name) {
    return name.equalsIgnoreCase(field.original()) || name.equalsIgnoreCase(field.name());
  }

  private static boolean isWrittenLike(SourceField field, String name) {
    String normal = FieldNaming.normal(name);
    return !normal.isEmpty()
        && (normal.equals(FieldNaming.normal(field.original()))
            || normal.equals(FieldNaming.normal(field.name())));
  }
}
