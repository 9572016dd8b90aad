package org.citygis.features.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.Field;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.OpenLayer;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders the classes of a census, the largest first, and gives them titles and colours. */
@Component
class Ranking {
  private static final Text NO_VALUE = Text.of("（空）", "(none)");

  private final Catalog catalog;

  Ranking(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param crs the system of the reckoning
   */
  Statistics of(OpenLayer layer, CensusQuestion question, @Nullable String crs, Tallies tallies) {
    boolean lines = layer.definition().geometry() == GeometryKind.LINE;
    Tally total = tallies.total();
    List<Share> shares = new ArrayList<>();
    for (Map.Entry<List<@Nullable String>, Tally> each : tallies.all().entrySet()) {
      shares.add(share(question, each.getKey(), each.getValue(), total, lines));
    }
    shares.sort(
        Comparator.comparingDouble(Share::share)
            .reversed()
            .thenComparing(s -> s.code() == null ? "" : s.code())
            .thenComparing(s -> s.codes() == null ? "" : s.codes().toString()));
    return new Statistics(
        layer.layer().id(),
        String.join(",", question.groupNames()),
        crs,
        new Statistics.Total(
            total.count,
            rounded(total.area),
            lines ? rounded(total.length) : null,
            sums(question, total)),
        shares);
  }

  private Share share(
      CensusQuestion question,
      List<@Nullable String> keys,
      Tally tally,
      Tally total,
      boolean lines) {
    double share =
        total.area > 0
            ? tally.area / total.area
            : total.length > 0 ? tally.length / total.length : (double) tally.count / total.count;
    List<Text> titles = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      titles.add(title(question.groups().get(i), keys.get(i)));
    }
    return new Share(
        keys.getFirst(),
        keys.size() > 1 ? keys : null,
        Text.of(joined(titles, Lang.ZH), joined(titles, Lang.EN)),
        entry(question.groups().getFirst(), keys.getFirst())
            .map(CodeList.Entry::color)
            .orElse(null),
        tally.count,
        rounded(tally.area),
        lines ? rounded(tally.length) : null,
        share,
        sums(question, tally));
  }

  private static String joined(List<Text> titles, Lang lang) {
    return titles.stream().map(t -> t.in(lang)).collect(Collectors.joining(" · "));
  }

  private Text title(Field field, @Nullable String code) {
    return entry(field, code)
        .map(CodeList.Entry::title)
        .orElse(code == null ? NO_VALUE : Text.same(code));
  }

  private Optional<CodeList.Entry> entry(Field field, @Nullable String code) {
    return code == null || field.codes() == null
        ? Optional.empty()
        : catalog.findCodeList(field.codes()).flatMap(list -> list.find(code));
  }

  private static @Nullable Map<String, Figures.Told> sums(CensusQuestion question, Tally tally) {
    if (question.sums().isEmpty()) {
      return null;
    }
    Map<String, Figures.Told> sums = new LinkedHashMap<>();
    for (int i = 0; i < tally.figures.length; i++) {
      sums.put(question.sums().get(i).name(), tally.figures[i].told());
    }
    return sums;
  }

  /** To the square centimetre or the millimetre, which is finer than any survey. */
  private static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
