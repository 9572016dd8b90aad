package org.citygis.ingest.doctor;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.citygis.ingest.mapping.Conversion;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.ingest.source.SourceField;
import org.citygis.storage.ColumnType;
import org.jspecify.annotations.Nullable;

/** What the fields of a layer hold over all rows, whatever they are meant for. */
final class FieldChecks {
  private static final int SAMPLE_ROWS = 10;
  private static final int SAMPLE_TEXT = 80;
  private static final int LONG_DIGITS = 18;

  private final List<SourceField> fields;
  private final @Nullable String[] samples;
  private final long[] filled;
  private final TextGuess[] guesses;
  private final BitSet beyondLong = new BitSet();
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private long count;

  FieldChecks(List<SourceField> fields) {
    this.fields = fields;
    this.samples = new String[fields.size()];
    this.filled = new long[fields.size()];
    this.guesses = new TextGuess[fields.size()];
    Arrays.setAll(guesses, i -> new TextGuess());
  }

  void take(SourceFeature feature) {
    count++;
    @Nullable Object[] values = feature.values();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null && !(value instanceof String text && text.isBlank())) {
        filled[i]++;
        guesses[i].take(feature.row(), value);
        if (samples[i] == null) {
          String text = value.toString();
          samples[i] = text.substring(0, Math.min(text.length(), SAMPLE_TEXT));
        }
        if (value instanceof BigDecimal whole
            && whole.precision() > LONG_DIGITS
            && !fitsLong(whole)) {
          beyondLong.set(i);
        }
      }
    }
    if (rows.size() < SAMPLE_ROWS) {
      rows.add(row(values));
    }
  }

  private Map<String, Object> row(@Nullable Object[] values) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      row.put(fields.get(i).name(), value == null ? "" : value.toString());
    }
    return row;
  }

  private static boolean fitsLong(BigDecimal whole) {
    try {
      whole.longValueExact();
      return true;
    } catch (ArithmeticException tooLarge) {
      return false;
    }
  }

  /** Tells of values that are unlike all others of their field: a word among numbers. */
  void finish(Faults faults) {
    for (int i = 0; i < fields.size(); i++) {
      TextGuess.Stranger stranger = guesses[i].stranger();
      if (stranger != null) {
        faults.add(
            stranger.row(),
            null,
            Defect.VALUE_UNLIKE_OTHERS,
            fields.get(i).name(),
            stranger.count(),
            stranger.type(),
            stranger.value());
      }
    }
  }

  /** The first rows, for people to look at. */
  List<Map<String, Object>> sample() {
    return List.copyOf(rows);
  }

  /** Columns that take the fields without loss. */
  List<ColumnType> types() {
    List<ColumnType> types = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      types.add(Conversion.columnFor(fields.get(i).kind(), !beyondLong.get(i)));
    }
    return types;
  }

  List<ImportReport.FieldReport> report(List<ColumnType> types, TargetChecks target) {
    List<ImportReport.FieldReport> described = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      SourceField field = fields.get(i);
      String type = types.get(i).name().toLowerCase(Locale.ROOT);
      String inferred = guesses[i].type();
      described.add(
          new ImportReport.FieldReport(
              field.name(),
              field.original(),
              type,
              field.width(),
              samples[i],
              target.declared(i),
              count - filled[i],
              inferred == null || inferred.equals(type) || isWider(inferred, type)
                  ? null
                  : inferred,
              target.beyond(i),
              target.unparsed(i)));
    }
    return described;
  }

  /** That integers are numbers too is no news. */
  private static boolean isWider(String inferred, String type) {
    return inferred.equals("number") && type.equals("integer");
  }
}
