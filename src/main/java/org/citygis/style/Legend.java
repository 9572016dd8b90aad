package org.citygis.style;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citygis.text.Text;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.PropertyName;
import org.jspecify.annotations.Nullable;

/**
 * What the symbols of a style mean: one entry for each titled rule, and where a rule looks a value
 * up, one for each of the values to choose from.
 */
public record Legend(List<Entry> entries) {
  private static final int MOST_CHOICES = 60;

  /**
   * A symbol with its meaning.
   *
   * @param rule id of the rule
   * @param minZoom first zoom at which it is drawn, null for the very first
   * @param maxZoom the zoom from which on it is no longer drawn, null for none
   * @param symbols without the labels, with constant values; a value that only a feature can give
   *     is null
   */
  public record Entry(
      String rule,
      Text title,
      @Nullable Double minZoom,
      @Nullable Double maxZoom,
      List<Symbolizer> symbols) {}

  /** Knows what the codes of a field mean. */
  public interface Codes {
    Optional<Text> find(String field, String code);
  }

  public Legend {
    entries = List.copyOf(entries);
  }

  /**
   * The legend of a style.
   *
   * @param zoom at which the map is shown, null for all zooms
   * @param otherwise the title of the only entry of a style whose rules have none
   */
  public static Legend of(Style style, @Nullable Double zoom, Text otherwise, Codes codes) {
    List<Rule> drawn = style.rules().stream().filter(rule -> isDrawn(rule, zoom)).toList();
    List<Entry> entries = new ArrayList<>();
    for (Rule rule : drawn) {
      if (rule.title() != null) {
        entries.addAll(entries(rule, rule.title(), codes));
      }
    }
    if (entries.isEmpty() && !drawn.isEmpty()) {
      entries.addAll(entries(drawn.get(0), otherwise, codes));
    }
    return new Legend(entries);
  }

  private static boolean isDrawn(Rule rule, @Nullable Double zoom) {
    boolean inRange =
        zoom == null
            || ((rule.minZoom() == null || zoom >= rule.minZoom())
                && (rule.maxZoom() == null || zoom < rule.maxZoom()));
    return inRange && !symbols(rule).isEmpty();
  }

  private static List<Symbolizer> symbols(Rule rule) {
    return rule.symbolizers().stream().filter(s -> !(s instanceof Symbolizer.Label)).toList();
  }

  /** The entries of one rule. */
  static List<Entry> entries(Rule rule, Text title, Codes codes) {
    LookupFunction choice =
        symbols(rule).stream()
            .flatMap(Symbolizer::values)
            .filter(LookupFunction.class::isInstance)
            .map(LookupFunction.class::cast)
            .filter(lookup -> lookup.values().size() <= MOST_CHOICES)
            .findFirst()
            .orElse(null);
    if (choice == null) {
      return List.of(entry(rule, title, symbols(rule)));
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < choice.values().size(); i++) {
      int at = i;
      List<Symbolizer> chosen =
          symbols(rule).stream().map(s -> s.map(value -> chosen(value, choice, at))).toList();
      entries.add(entry(rule, title(choice, i, codes), chosen));
    }
    return entries;
  }

  /** All values that look the same thing up in as many classes change together. */
  private static Expression chosen(Expression value, LookupFunction choice, int at) {
    return value instanceof LookupFunction other
            && other.input().equals(choice.input())
            && other.values().size() == choice.values().size()
        ? other.values().get(at)
        : value;
  }

  private static Entry entry(Rule rule, Text title, List<Symbolizer> symbols) {
    return new Entry(
        rule.id(),
        title,
        rule.minZoom(),
        rule.maxZoom(),
        symbols.stream().map(s -> s.map(Constants.WITHOUT_FEATURE)).toList());
  }

  private static Text title(LookupFunction choice, int at, Codes codes) {
    return switch (choice) {
      case RecodeFunction recode -> {
        String code = recode.codes().get(at);
        yield choice.input() instanceof PropertyName field
            ? codes.find(field.getPropertyName(), code).orElse(Text.same(code))
            : Text.same(code);
      }
      case InterpolateFunction f -> Text.same(SafeFunctions.words(f.points().get(at)));
      case CategorizeFunction f -> range(f.thresholds(), at);
    };
  }

  private static Text range(List<Double> thresholds, int at) {
    if (thresholds.isEmpty()) {
      return Text.of("全部", "all");
    }
    if (at == 0) {
      return Text.same("< " + SafeFunctions.words(thresholds.get(0)));
    }
    String from = SafeFunctions.words(thresholds.get(at - 1));
    return Text.same(
        at == thresholds.size()
            ? "≥ " + from
            : from + " – " + SafeFunctions.words(thresholds.get(at)));
  }
}
