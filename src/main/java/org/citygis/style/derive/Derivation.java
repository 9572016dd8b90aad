package org.citygis.style.derive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.storage.ColumnType;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.Grouping;
import org.citygis.text.Text;
import org.springframework.stereotype.Component;

/** Makes the text of a style from what is in a layer. */
@Component
class Derivation {
  private static final int MOST_VALUES = 200;
  private static final String GREY = "#d0d0d0";
  private static final Text NO_VALUE = Text.of("无值", "No value");
  private static final Text OTHER = Text.of("其他", "Other");

  private final FeatureStore store;
  private final Catalog catalog;
  private final CodePacks packs;

  Derivation(FeatureStore store, Catalog catalog, CodePacks packs) {
    this.store = store;
    this.catalog = catalog;
    this.packs = packs;
  }

  /**
   * A style and what it was made from.
   *
   * @param breaks where classes of numbers end, empty for codes
   * @param counts how many rows each code has, empty for numbers
   * @param sampled whether the breaks go by a sample of the rows
   */
  record Derived(String sld, List<Double> breaks, Map<String, Long> counts, boolean sampled) {}

  Derived derive(OpenLayer layer, Wish wish) {
    Field field = field(layer, wish.field());
    if (wish.pack() != null) {
      return pack(layer, field, packs.get(wish.pack()), wish);
    }
    return wish.method() == Wish.Method.CODES
        ? codes(layer, field, wish)
        : numbers(layer, field, wish);
  }

  private static Field field(OpenLayer layer, String name) {
    return layer.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.Invalid.parameter(
                    "field",
                    name,
                    Text.same(
                        String.join(", ", layer.fields().stream().map(Field::name).toList()))));
  }

  private Derived numbers(OpenLayer layer, Field field, Wish wish) {
    if (field.type() != ColumnType.NUMBER && field.type() != ColumnType.INTEGER) {
      throw Problem.Invalid.parameter(
          "field",
          field.name(),
          Text.of("数值字段；其他字段请用 codes", "a field of numbers; for others take codes"));
    }
    Sample sample = Sample.of(layer, field.name(), store);
    if (sample.isEmpty()) {
      throw Problem.Invalid.parameter(
          "field", field.name(), Text.of("至少有一个数值的字段", "a field with at least one number"));
    }
    List<Double> breaks =
        switch (wish.method()) {
          case QUANTILE -> Breaks.quantile(sample.sorted(), wish.classes());
          case EQUAL -> Breaks.equal(sample.least(), sample.greatest(), wish.classes());
          case STDDEV -> Breaks.deviation(sample.mean(), sample.deviation(), wish.classes());
          case JENKS, CODES -> Breaks.jenks(sample.sorted(), wish.classes());
        };
    breaks =
        Rounding.of(breaks).stream()
            .filter(b -> b > sample.least() && b <= sample.greatest())
            .toList();
    List<String> colors = wish.colors(breaks.size() + 1);
    SldWriter sld = writer(layer, field, wish);
    for (int i = 0; i <= breaks.size(); i++) {
      sld.rule(title(field, breaks, i), range(field, breaks, i), colors.get(i), null);
    }
    if (sample.missing() > 0) {
      sld.rule(NO_VALUE, SldWriter.missing(field.name()), GREY, null);
    }
    return new Derived(
        sld.finish(), breaks, Map.of(), sample.rows() - sample.missing() > Sample.MOST);
  }

  private static String range(Field field, List<Double> breaks, int at) {
    String from =
        at == 0
            ? ""
            : SldWriter.comparison(
                "PropertyIsGreaterThanOrEqualTo", field.name(), Rounding.plain(breaks.get(at - 1)));
    String to =
        at == breaks.size()
            ? ""
            : SldWriter.comparison(
                "PropertyIsLessThan", field.name(), Rounding.plain(breaks.get(at)));
    if (from.isEmpty() && to.isEmpty()) {
      return "<ogc:Not>" + SldWriter.missing(field.name()) + "</ogc:Not>";
    }
    return from.isEmpty() || to.isEmpty() ? from + to : "<ogc:And>" + from + to + "</ogc:And>";
  }

  private static Text title(Field field, List<Double> breaks, int at) {
    String unit = field.unit() == null ? "" : " " + field.unit();
    if (breaks.isEmpty()) {
      return Text.of("全部", "All");
    }
    String title =
        at == 0
            ? "< " + Rounding.plain(breaks.get(0))
            : at == breaks.size()
                ? "≥ " + Rounding.plain(breaks.get(at - 1))
                : Rounding.plain(breaks.get(at - 1)) + " – " + Rounding.plain(breaks.get(at));
    return Text.same(title + unit);
  }

  private Derived codes(OpenLayer layer, Field field, Wish wish) {
    Map<String, Long> counts = counts(layer, field);
    List<String> colors = wish.colors(counts.size());
    CodeList list = field.codes() == null ? null : catalog.findCodeList(field.codes()).orElse(null);
    SldWriter sld = writer(layer, field, wish);
    int i = 0;
    for (String value : counts.keySet()) {
      CodeList.Entry entry = list == null ? null : list.find(value).orElse(null);
      String color =
          entry == null || entry.color() == null || wish.ramp() != null
              ? colors.get(i)
              : entry.color();
      Text title = entry == null ? Text.same(value) : entry.title();
      sld.rule(title, SldWriter.comparison("PropertyIsEqualTo", field.name(), value), color, null);
      i++;
    }
    sld.rule(OTHER, null, GREY, null);
    return new Derived(sld.finish(), List.of(), counts, false);
  }

  /** Only classes that occur, unless all are asked for: a legend of what is there. */
  private Derived pack(OpenLayer layer, Field field, Pack pack, Wish wish) {
    Map<Pack.CodeClass, Long> counts = new LinkedHashMap<>();
    pack.classes().forEach(one -> counts.put(one, 0L));
    counts(layer, field)
        .forEach(
            (value, count) -> {
              Pack.CodeClass one = pack.classOf(value);
              if (one != null) {
                counts.merge(one, count, Long::sum);
              }
            });
    if (!wish.all()) {
      counts.values().removeIf(count -> count == 0);
    }
    if (counts.isEmpty()) {
      throw Problem.Invalid.parameter(
          "pack",
          pack.id(),
          Text.of(
              "与字段 %s 的值相符的代码表".formatted(field.name()),
              "a pack that has codes of field %s".formatted(field.name())));
    }
    List<Pack.CodeClass> drawn = List.copyOf(counts.keySet());
    SldWriter sld = writer(layer, field, wish);
    Map<String, Long> told = new LinkedHashMap<>();
    for (Pack.CodeClass one : drawn) {
      sld.rule(
          Text.of(one.code() + " " + one.title().zh(), one.code() + " " + one.title().en()),
          filter(field, one, pack.within(one, drawn)),
          one.color(),
          one.hatch());
      told.put(one.code(), counts.get(one));
    }
    sld.rule(OTHER, null, GREY, null);
    return new Derived(sld.finish(), List.of(), told, false);
  }

  private static String filter(Field field, Pack.CodeClass one, List<String> within) {
    String begins = SldWriter.begins(field.name(), one.code());
    if (within.isEmpty()) {
      return begins;
    }
    StringBuilder filter = new StringBuilder("<ogc:And>").append(begins);
    for (String code : within) {
      filter.append("<ogc:Not>").append(SldWriter.begins(field.name(), code)).append("</ogc:Not>");
    }
    return filter.append("</ogc:And>").toString();
  }

  /** How many rows there are of each value, in the order of the values. */
  private Map<String, Long> counts(OpenLayer layer, Field field) {
    Map<String, Long> counts = new TreeMap<>();
    Grouping grouping = new Grouping(List.of(field.name()), List.of(), false, MOST_VALUES + 2);
    boolean counted =
        store.group(
            layer.table(),
            layer.query().fields(List.of(field.name())).withoutGeometry(),
            grouping,
            group -> {
              Object value = group.keys().get(0);
              if (value != null) {
                counts.put(value.toString(), group.count());
              }
            });
    if (!counted) {
      countRows(layer, field, counts);
    }
    if (counts.size() > MOST_VALUES) {
      throw Problem.Invalid.parameter(
          "field",
          field.name(),
          Text.of(
              "不同值不超过 %d 个的字段".formatted(MOST_VALUES),
              "a field of at most %d different values".formatted(MOST_VALUES)));
    }
    return counts;
  }

  private void countRows(OpenLayer layer, Field field, Map<String, Long> counts) {
    store.stream(
        layer.table(),
        layer.query().fields(List.of(field.name())).withoutGeometry(),
        row -> {
          Object value = row.value(0);
          if (value != null) {
            counts.merge(value.toString(), 1L, Long::sum);
          }
          return counts.size() <= MOST_VALUES;
        });
  }

  private static SldWriter writer(OpenLayer layer, Field field, Wish wish) {
    Text title = wish.title() == null ? titleOf(layer, field) : wish.title();
    return new SldWriter(
        layer.layer().id(),
        layer.layer().id() + "-" + field.name().replace('_', '-'),
        title,
        layer.definition().geometry());
  }

  private static Text titleOf(OpenLayer layer, Field field) {
    Text whole = layer.definition().title();
    return Text.of(whole.zh() + "：" + field.alias().zh(), whole.en() + ": " + field.alias().en());
  }
}
