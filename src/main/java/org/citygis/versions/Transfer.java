package org.citygis.versions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.citygis.catalog.CodeList;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.citygis.storage.TableComparison;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.impl.PackedCoordinateSequenceFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * How much ground went from which class to which. Shapes that both versions have count at once;
 * what is left is laid over each other. Square metres in the survey system.
 */
final class Transfer implements TableComparison.ShapeReader {
  private static final int MOST_CLASSES = 200;
  private static final String UNCLASSED = "";

  /** Shares of the whole below this are rounding. */
  private static final double ROUNDING = 1e-9;

  private final Reprojection toSurvey;
  private final WKBReader reader =
      new WKBReader(
          new GeometryFactory(
              new PrecisionModel(), 0, PackedCoordinateSequenceFactory.DOUBLE_FACTORY));
  private final Ground olderRest = new Ground();
  private final Ground newerRest = new Ground();
  private final Map<String, Double> olderTotals = new TreeMap<>();
  private final Map<String, Double> newerTotals = new TreeMap<>();
  private final Map<String, Map<String, Double>> areas = new HashMap<>();
  private final Map<String, Long> older = new TreeMap<>();
  private final Map<String, Long> newer = new TreeMap<>();
  private final Runnable each;
  private String digest = "";
  private byte[] shape = {};

  /**
   * @param each called once per shape read or laid over
   */
  Transfer(Crs layer, Crs survey, Runnable each) {
    this.toSurvey = Reprojection.between(layer, survey);
    this.each = each;
  }

  @Override
  public void take(String nextDigest, boolean isOlder, @Nullable String value, byte[] ewkb) {
    each.run();
    if (!nextDigest.equals(digest)) {
      settle();
      digest = nextDigest;
      shape = ewkb;
    }
    (isOlder ? older : newer).merge(value == null ? UNCLASSED : value, 1L, Long::sum);
  }

  /** Settles the rows of one shape. */
  private void settle() {
    if (older.isEmpty() && newer.isEmpty()) {
      return;
    }
    Geometry geometry = geometry();
    double area = geometry.getArea();
    older.forEach((kind, count) -> olderTotals.merge(kind, area * count, Double::sum));
    newer.forEach((kind, count) -> newerTotals.merge(kind, area * count, Double::sum));
    for (String kind : List.copyOf(older.keySet())) {
      pair(kind, kind, area);
    }
    for (String from : List.copyOf(older.keySet())) {
      for (String to : List.copyOf(newer.keySet())) {
        pair(from, to, area);
      }
    }
    rest(older, olderRest, geometry);
    rest(newer, newerRest, geometry);
    older.clear();
    newer.clear();
    if (olderTotals.size() > MOST_CLASSES || newerTotals.size() > MOST_CLASSES) {
      throw new Problem.TooLarge(
          Text.of(
              "分类字段的取值超过 %d 个，请选择编码字段。".formatted(MOST_CLASSES),
              "The classes have more than %d values; choose a coded field."
                  .formatted(MOST_CLASSES)));
    }
  }

  private Geometry geometry() {
    try {
      return toSurvey.apply(reader.read(shape));
    } catch (ParseException e) {
      throw new IllegalStateException("the database returned a shape that is not WKB", e);
    }
  }

  private void pair(String from, String to, double area) {
    long count = Math.min(older.getOrDefault(from, 0L), newer.getOrDefault(to, 0L));
    if (count > 0) {
      add(from, to, area * count);
      older.merge(from, -count, Long::sum);
      newer.merge(to, -count, Long::sum);
    }
  }

  private static void rest(Map<String, Long> counts, Ground rest, Geometry geometry) {
    counts.forEach(
        (kind, count) -> {
          for (long i = 0; i < count; i++) {
            rest.add(geometry, kind);
          }
        });
  }

  private void add(String from, String to, double area) {
    areas.computeIfAbsent(from, key -> new HashMap<>()).merge(to, area, Double::sum);
  }

  private double area(String from, String to) {
    return areas.getOrDefault(from, Map.of()).getOrDefault(to, 0.0);
  }

  /** How many shapes have to be laid over the other version. */
  int rest() {
    return olderRest.size();
  }

  /** Ends the reading, and lays over each other what is not the same. */
  void finish() {
    settle();
    olderRest.over(newerRest, this::add, each);
  }

  /**
   * The matrix as the interface tells it. Each row with its {@code to_nothing} sums up to the area
   * that the class had, each column with its {@code from_nothing} to what it has now.
   *
   * @param entry of the code list for a class, null where there is none
   */
  Map<String, Object> matrix(
      String field, @Nullable String codes, Function<String, CodeList.@Nullable Entry> entry) {
    List<String> rows = List.copyOf(olderTotals.keySet());
    List<String> columns = List.copyOf(newerTotals.keySet());
    List<List<Double>> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(columns.stream().map(to -> rounded(area(row, to))).toList()));
    double scale = olderTotals.values().stream().mapToDouble(Double::doubleValue).sum();
    double slack = ROUNDING * Math.max(1, scale);
    List<Double> lost =
        rows.stream()
            .map(
                row ->
                    olderTotals.getOrDefault(row, 0.0)
                        - columns.stream().mapToDouble(to -> area(row, to)).sum())
            .toList();
    List<Double> won =
        columns.stream()
            .map(
                to ->
                    newerTotals.getOrDefault(to, 0.0)
                        - rows.stream().mapToDouble(row -> area(row, to)).sum())
            .toList();
    Map<String, Object> matrix = new LinkedHashMap<>();
    matrix.put("field", field);
    matrix.put("codes", codes);
    matrix.put("unit", "m2");
    matrix.put("rows", rows.stream().map(kind -> described(kind, entry)).toList());
    matrix.put("columns", columns.stream().map(kind -> described(kind, entry)).toList());
    matrix.put("areas", cells);
    matrix.put("to_nothing", lost.stream().map(area -> clean(area, slack)).toList());
    matrix.put("from_nothing", won.stream().map(area -> clean(area, slack)).toList());
    matrix.put("row_totals", olderTotals.values().stream().map(Transfer::rounded).toList());
    matrix.put("column_totals", newerTotals.values().stream().map(Transfer::rounded).toList());
    // Where features of one version overlap each other, the same ground counts twice.
    matrix.put(
        "overlapping",
        lost.stream().anyMatch(area -> area < -slack - 0.01)
            || won.stream().anyMatch(area -> area < -slack - 0.01));
    return matrix;
  }

  private static Map<String, Object> described(
      String kind, Function<String, CodeList.@Nullable Entry> entries) {
    CodeList.Entry entry = entries.apply(kind);
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("code", kind.equals(UNCLASSED) ? null : kind);
    described.put(
        "title",
        entry != null
            ? entry.title()
            : kind.equals(UNCLASSED) ? Text.of("未分类", "Unclassed") : Text.same(kind));
    described.put("color", entry == null ? null : entry.color());
    return described;
  }

  private static double clean(double area, double slack) {
    return Math.abs(area) <= slack ? 0 : rounded(area);
  }

  private static double rounded(double area) {
    return Math.round(area * 1_000) / 1_000.0;
  }
}
