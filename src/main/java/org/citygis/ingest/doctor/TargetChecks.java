package org.citygis.ingest.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.Field;
import org.citygis.ingest.mapping.Conversion;
import org.citygis.ingest.mapping.FieldMapping;
import org.citygis.ingest.mapping.FieldNaming;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FieldKind;
import org.citygis.ingest.source.SourceField;
import org.citygis.storage.ColumnType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Holds the values of a file against the fields, code lists and key of the layer it is meant for.
 */
final class TargetChecks implements AutoCloseable {
  /** A field of the file and what it is to become. */
  private record Column(int at, Field field, boolean convert, @Nullable CodeListCheck codes) {}

  private final List<SourceField> fields;
  private final Faults faults;
  private final List<Column> columns = new ArrayList<>();
  private final @Nullable String[] declared;
  private final long[] beyond;
  private final long[] unparsed;
  private final @Nullable KeyCheck key;

  /**
   * @param scratch a path where the key check may keep numbers
   */
  TargetChecks(List<SourceField> fields, @Nullable Target target, Path scratch, Faults faults) {
    this.fields = fields;
    this.faults = faults;
    this.declared = new String[fields.size()];
    this.beyond = new long[fields.size()];
    this.unparsed = new long[fields.size()];
    this.key = target == null ? null : prepare(target, scratch);
  }

  private @Nullable KeyCheck prepare(Target target, Path scratch) {
    FieldMapping mapping = FieldMapping.of(target.fields(), fields);
    KeyCheck found = null;
    for (int i = 0; i < target.fields().size(); i++) {
      int at = mapping.sources().get(i);
      Field field = target.fields().get(i);
      if (at >= 0) {
        CodeList codes = target.codes().get(field.name());
        FieldKind kind = fields.get(at).kind();
        boolean same =
            kind != FieldKind.LARGE_INTEGER && Conversion.columnFor(kind, true) == field.type();
        declared[at] = fullName(fields.get(at), field);
        columns.add(
            new Column(
                at, field, !same, codes == null ? null : new CodeListCheck(field.name(), codes)));
        if (field.name().equals(target.key())) {
          found = new KeyCheck(field.name(), at, scratch);
        }
      }
    }
    if (target.key() != null && found == null) {
      faults.add(0, null, Defect.KEY_MISSING, target.key());
    }
    return found;
  }

  /** What the dictionary calls the field, in full where the file cut the name off. */
  private static String fullName(SourceField found, Field field) {
    List<String> names =
        List.of(field.from(), field.name(), field.alias().zh(), field.alias().en());
    return Stream.concat(
            names.stream()
                .filter(
                    name ->
                        name.equalsIgnoreCase(found.original())
                            || name.equalsIgnoreCase(found.name())),
            names.stream().filter(name -> FieldNaming.isCut(found.original(), name)))
        .findFirst()
        .orElse(field.from());
  }

  void take(long row, @Nullable Object[] values, @Nullable Coordinate place) {
    for (Column column : columns) {
      Object value = values[column.at];
      if (value != null) {
        check(row, column, value, place);
      }
    }
    if (key != null) {
      key.take(row, values, place, faults);
    }
  }

  private void check(long row, Column column, Object value, @Nullable Coordinate place) {
    if (column.convert) {
      try {
        Conversion.convert(value, column.field.type());
      } catch (Conversion.Unfit unfit) {
        boolean number = isNumber(value) && isNumeric(column.field.type());
        (number ? beyond : unparsed)[column.at]++;
        faults.add(
            Faults.inField(
                row,
                place,
                number ? Defect.VALUE_BEYOND : Defect.VALUE_UNPARSED,
                column.field.name(),
                value.toString(),
                column.field.type().name().toLowerCase(Locale.ROOT)));
      }
    }
    if (column.codes != null) {
      column.codes.take(row, value, place, faults);
    }
  }

  private static boolean isNumeric(ColumnType type) {
    return type == ColumnType.INTEGER || type == ColumnType.NUMBER;
  }

  private static boolean isNumber(Object value) {
    return value instanceof Number
        || value instanceof String text
            && text.strip().matches("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?");
  }

  void finish() {
    if (key != null) {
      key.finish(faults);
    }
  }

  /** The full name that the target's dictionary has for a field of the file; null for none. */
  @Nullable String declared(int field) {
    return declared[field];
  }

  long beyond(int field) {
    return beyond[field];
  }

  long unparsed(int field) {
    return unparsed[field];
  }

  List<ImportReport.Codes> codes() {
    return columns.stream()
        .flatMap(column -> Stream.ofNullable(column.codes))
        .filter(CodeListCheck::hasViolations)
        .map(CodeListCheck::report)
        .toList();
  }

  List<ImportReport.Key> keys() {
    return key == null ? List.of() : List.of(key.report());
  }

  @Override
  public void close() {
    if (key != null) {
      key.close();
    }
  }
}
