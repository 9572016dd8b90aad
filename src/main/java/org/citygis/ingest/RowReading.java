package org.citygis.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citygis.ingest.geometry.Validity;
import org.citygis.ingest.mapping.CodeMatcher;
import org.citygis.ingest.mapping.Conversion;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.problem.Problem;
import org.citygis.storage.Column;
import org.citygis.storage.ColumnType;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;

/** Turns features of one file into rows of one table, and judges those that are faulty. */
final class RowReading {
  private final LayerLoader.Plan plan;
  private final FaultyRows policy;
  private final long offset;
  private final RejectedRows rejected;
  private final Map<Defect, Long> defects = new EnumMap<>(Defect.class);
  private final List<@Nullable CodeMatcher> codes = new ArrayList<>();
  private final List<Text> faults = new ArrayList<>();
  private boolean mended;
  private long repaired;
  private long skipped;

  /** A row on its way into the table. */
  record Row(long fid, @Nullable Geometry geometry, List<@Nullable Object> values) {}

  /**
   * @param offset of fids against rows of the file
   */
  RowReading(LayerLoader.Plan plan, long offset, RejectedRows rejected) {
    this.plan = plan;
    this.policy = plan.treatment().faulty();
    this.offset = offset;
    this.rejected = rejected;
    plan.mapping()
        .columns()
        .forEach(column -> codes.add(plan.treatment().codes().get(column.name())));
  }

  /** The row to load, null where it is left out. */
  @Nullable Row row(SourceFeature feature) {
    faults.clear();
    mended = false;
    List<Column> columns = plan.mapping().columns();
    List<@Nullable Object> values = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      int at = plan.mapping().sources().get(i);
      values.add(at < 0 ? null : value(feature.values()[at], columns.get(i), codes.get(i)));
    }
    // What a repair can do about a value is to leave it empty, which was done.
    boolean emptied = !faults.isEmpty();
    int before = faults.size();
    Geometry geometry = geometry(feature.geometry());
    boolean lost = faults.size() > before;
    Row row = new Row(offset + feature.row(), geometry, values);
    return switch (policy) {
      case KEEP -> row;
      case REJECT -> faults.isEmpty() ? row : leftOut(feature, RejectedRows.Fate.REFUSED);
      case SKIP -> faults.isEmpty() ? row : leftOut(feature, RejectedRows.Fate.SKIPPED);
      case REPAIR -> {
        if (lost && !mended) {
          yield leftOut(feature, RejectedRows.Fate.SKIPPED);
        }
        if (mended || emptied) {
          repaired++;
          rejected.add(feature.row(), RejectedRows.Fate.REPAIRED, reason(), feature.values());
        }
        yield row;
      }
    };
  }

  private @Nullable Row leftOut(SourceFeature feature, RejectedRows.Fate fate) {
    skipped++;
    rejected.add(feature.row(), fate, reason(), feature.values());
    return null;
  }

  private Text reason() {
    return Text.of(
        String.join("；", faults.stream().map(Text::zh).toList()),
        String.join("; ", faults.stream().map(Text::en).toList()));
  }

  private @Nullable Object value(
      @Nullable Object value, Column column, @Nullable CodeMatcher matcher) {
    Object given = value;
    if (matcher != null) {
      String text = CodeMatcher.text(value);
      Optional<String> code = text == null ? Optional.empty() : matcher.find(text);
      if (code.isPresent()) {
        given = code.get();
      } else if (text != null && (policy == FaultyRows.SKIP || policy == FaultyRows.REJECT)) {
        fault("字段 %s 的值“%s”不在代码表中", "the value '%s' of %s is not in its code list", column, text);
      }
    }
    try {
      return Conversion.convert(given, column.type());
    } catch (Conversion.Unfit unfit) {
      defects.merge(Defect.VALUE_UNFIT, 1L, Long::sum);
      if (policy != FaultyRows.KEEP) {
        fault(
            "字段 %s 的值“%s”不能转换为" + type(column.type()).zh(),
            "the value '%s' of %s is no " + type(column.type()).en(),
            column,
            unfit.value());
      }
      return null;
    }
  }

  private void fault(String zh, String en, Column column, String value) {
    String shown = value.length() <= 80 ? value : value.substring(0, 80) + "…";
    faults.add(Text.of(zh.formatted(column.name(), shown), en.formatted(shown, column.name())));
  }

  private static Text type(ColumnType type) {
    return switch (type) {
      case TEXT -> Text.of("文本", "text");
      case INTEGER -> Text.of("整数", "integer");
      case NUMBER -> Text.of("数值", "number");
      case BOOLEAN -> Text.of("是/否", "yes or no");
      case DATE -> Text.of("日期", "date");
      case DATETIME -> Text.of("日期时间", "date and time");
    };
  }

  private @Nullable Geometry geometry(@Nullable Geometry geometry) {
    if (plan.geometry() == null) {
      return null;
    }
    if (geometry == null || (policy != FaultyRows.KEEP && geometry.isEmpty())) {
      if (plan.joining().givenShapes()) {
        faults.add(Text.of("要素没有几何", "the feature has no geometry"));
      }
      return geometry;
    }
    Geometry sound = policy == FaultyRows.KEEP ? geometry : sound(geometry);
    return sound == null ? null : placed(sound);
  }

  /** The shape if it is valid, or mended where that is wanted and possible. */
  private @Nullable Geometry sound(Geometry geometry) {
    Optional<Validity.Fault> fault = Validity.findFault(geometry);
    if (fault.isEmpty()) {
      return geometry;
    }
    faults.add(
        Text.of(
            "几何无效：%s，位置 %s".formatted(fault.get().kind(), fault.get().place()),
            "invalid geometry: %s at %s".formatted(fault.get().kind(), fault.get().place())));
    if (policy != FaultyRows.REPAIR) {
      return null;
    }
    Geometry fixed = fixed(geometry);
    if (fixed == null) {
      defects.merge(Defect.GEOMETRY_LOST, 1L, Long::sum);
    } else {
      mended = true;
    }
    return fixed;
  }

  private static @Nullable Geometry fixed(Geometry geometry) {
    try {
      Geometry fixed = GeometryFixer.fix(geometry);
      boolean sameKind = Shape.of(fixed).geometry().equals(Shape.of(geometry).geometry());
      return fixed.isEmpty() || !sameKind ? null : fixed;
    } catch (RuntimeException overwhelmed) {
      // Coordinates of absurd size make the operation fail; then there is nothing to mend.
      return null;
    }
  }

  private @Nullable Geometry placed(Geometry geometry) {
    Relocation relocation = plan.treatment().relocation();
    if (relocation == null) {
      if (plan.geometry() != null) {
        geometry.setSRID(plan.geometry().crs().srid());
      }
      return geometry;
    }
    try {
      return relocation.apply(geometry);
    } catch (Problem.Invalid outside) {
      if (policy == FaultyRows.KEEP) {
        throw outside;
      }
      mended = false;
      faults.add(outside.detail());
      return null;
    }
  }

  /** Takes note of a row that is left out because of its key. */
  void keyFault(long fid, @Nullable Object[] values, Text reason, RejectedRows.Fate fate) {
    skipped++;
    rejected.add(fid - offset, fate, reason, values);
  }

  Map<String, Long> defects() {
    Map<String, Long> counts = new java.util.LinkedHashMap<>();
    defects.forEach(
        (defect, count) ->
            counts.put(defect.name().toLowerCase(Locale.ROOT).replace('_', '-'), count));
    return counts;
  }

  long repaired() {
    return repaired;
  }

  long skipped() {
    return skipped;
  }
}
