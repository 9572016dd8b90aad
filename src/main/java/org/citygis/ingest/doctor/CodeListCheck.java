package org.citygis.ingest.doctor;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.citygis.catalog.CodeList;
import org.citygis.ingest.mapping.Conversion;
import org.citygis.ingest.source.Defect;
import org.citygis.storage.ColumnType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Whether the values of a field are in its code list. Several codes of one value are parted by
 * commas.
 */
final class CodeListCheck {
  private static final int MOST_DIFFERENT = 10_000;
  private static final int MOST_LISTED = 100;

  private final String field;
  private final CodeList list;
  private final Set<String> codes;
  private final Map<String, Long> unknown = new HashMap<>();
  private long others;

  CodeListCheck(String field, CodeList list) {
    this.field = field;
    this.list = list;
    this.codes = list.entries().stream().map(CodeList.Entry::code).collect(Collectors.toSet());
  }

  void take(long row, Object value, @Nullable Coordinate place, Faults faults) {
    String text = text(value);
    if (text.isBlank() || codes.contains(text) || areAllKnown(text)) {
      return;
    }
    if (unknown.containsKey(text) || unknown.size() < MOST_DIFFERENT) {
      unknown.merge(text, 1L, Long::sum);
    } else {
      others++;
    }
    faults.add(Faults.inField(row, place, Defect.CODE_UNKNOWN, field, text, list.id()));
  }

  private static String text(Object value) {
    try {
      return value instanceof String text
          ? text
          : String.valueOf(Conversion.convert(value, ColumnType.TEXT));
    } catch (Conversion.Unfit e) {
      return value.toString();
    }
  }

  private boolean areAllKnown(String text) {
    for (String code : text.split(",")) {
      if (!codes.contains(code.strip())) {
        return false;
      }
    }
    return true;
  }

  boolean hasViolations() {
    return !unknown.isEmpty();
  }

  /** The most frequent ones; what is over the limit is counted under null. */
  ImportReport.Codes report() {
    List<ImportReport.Violation> listed =
        unknown.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_LISTED)
            .map(entry -> new ImportReport.Violation(shown(entry.getKey()), entry.getValue()))
            .toList();
    long all = others + unknown.values().stream().mapToLong(Long::longValue).sum();
    long shown = listed.stream().mapToLong(ImportReport.Violation::count).sum();
    return new ImportReport.Codes(field, list.id(), listed, all, all - shown);
  }

  private static String shown(String value) {
    return value.length() <= 120 ? value : value.substring(0, 117) + "...";
  }
}
