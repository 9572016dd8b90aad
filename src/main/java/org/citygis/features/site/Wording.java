package org.citygis.features.site;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citygis.catalog.SitePart;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** The answers of sections as sentences, and quantities in words. */
final class Wording {
  private static final int NAMED = 3;
  private static final List<Text> WINDS =
      List.of(
          Text.of("北", "north"),
          Text.of("东北", "north-east"),
          Text.of("东", "east"),
          Text.of("东南", "south-east"),
          Text.of("南", "south"),
          Text.of("西南", "south-west"),
          Text.of("西", "west"),
          Text.of("西北", "north-west"));

  private Wording() {}

  static Text nothing(SitePart part, Text layer, boolean area) {
    if (part.nothing() != null) {
      return part.nothing();
    }
    return switch (part.how()) {
      case NEAREST, COUNT ->
          Text.of(
              "周边 %s 内没有“%s”的要素。".formatted(distance(part.withinMetres()), layer.zh()),
              "Nothing of '%s' within %s.".formatted(layer.en(), distance(part.withinMetres())));
      case CONTAINS, OVERLAP, BACKDROP ->
          area
              ? Text.of(
                  "该范围不涉及“%s”的任何要素。".formatted(layer.zh()),
                  "No feature of '%s' touches the site.".formatted(layer.en()))
              : Text.of(
                  "该位置不在“%s”的任何要素内。".formatted(layer.zh()),
                  "The place lies in no feature of '%s'.".formatted(layer.en()));
    };
  }

  static Text liesIn(List<ToldFeature> features, long total) {
    return Text.of(
        "位于%s。".formatted(names(features, total, Text::zh, "、", "等 %d 个要素")),
        "Lies in %s.".formatted(names(features, total, Text::en, ", ", " and others, %d in all")));
  }

  private static String names(
      List<ToldFeature> features,
      long total,
      Function<Text, String> language,
      String comma,
      String more) {
    String named =
        features.stream()
            .limit(NAMED)
            .map(feature -> language.apply(feature.title()))
            .distinct()
            .collect(Collectors.joining(comma));
    return total > NAMED ? named + more.formatted(total) : named;
  }

  static Text covered(long total, double share) {
    String percent = percent(share);
    return Text.of(
        "%d 个要素覆盖该范围的 %s。".formatted(total, percent),
        "%d %s of the site."
            .formatted(total, (total == 1 ? "feature covers " : "features cover ") + percent));
  }

  static Text nearest(ToldFeature first) {
    double metres = first.distanceMetres() == null ? 0 : first.distanceMetres();
    if (metres == 0) {
      return Text.of(
          "%s在该范围内或与其相接。".formatted(first.title().zh()),
          "%s lies in the site or touches it.".formatted(first.title().en()));
    }
    Text wind = wind(first.bearingDegrees() == null ? 0 : first.bearingDegrees());
    return Text.of(
        "%s，%s方向 %s。".formatted(first.title().zh(), wind.zh(), distance(metres)),
        "%s, %s to the %s.".formatted(first.title().en(), distance(metres), wind.en()));
  }

  static Text counted(long total, double withinMetres, @Nullable OffsetDateTime from) {
    String within = distance(withinMetres);
    return from == null
        ? Text.of(
            "周边 %s 内共 %d 个。".formatted(within, total), "%d within %s.".formatted(total, within))
        : Text.of(
            "自 %s 起，周边 %s 内共 %d 起。".formatted(from.toLocalDate(), within, total),
            "%d within %s since %s.".formatted(total, within, from.toLocalDate()));
  }

  /** The nearest of the eight winds. */
  static Text wind(double bearingDegrees) {
    return WINDS.get((int) Math.round(bearingDegrees / 45) % WINDS.size());
  }

  /** Metres below a kilometre, else kilometres. */
  static String distance(double metres) {
    return metres < 1_000
        ? "%.0f m".formatted(metres)
        : String.format(Locale.ROOT, metres % 1_000 == 0 ? "%.0f km" : "%.2f km", metres / 1_000);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
