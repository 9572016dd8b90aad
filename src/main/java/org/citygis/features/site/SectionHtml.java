package org.citygis.features.site;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.citygis.text.CityTime;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Html;
import org.jspecify.annotations.Nullable;

/** A section of the page: where it comes from, the answer, classes and features as tables. */
final class SectionHtml {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(CityTime.ZONE);

  private final Words words;
  private final boolean area;

  /**
   * @param area whether the site is one
   */
  SectionHtml(Words words, boolean area) {
    this.words = words;
    this.area = area;
  }

  Html html(Section section) {
    return Html.of(
        "<section>\n<h2>{}</h2>\n<p class=\"from\">{}</p>\n<div class=\"answer\">{}</div>\n{}{}</section>\n",
        words.say(section.heading()),
        from(section),
        words.beside(section.statement()),
        classes(section),
        features(section));
  }

  private Html from(Section section) {
    Html day =
        section.updated() == null
            ? Html.NONE
            : Html.of(" · {} {}", words.say("数据日期", "data of"), section.updated());
    return Html.of(
        "{}{} · {} {} · {}",
        words.say(section.department().title()),
        day,
        words.say("来源", "source:"),
        words.say(section.source()),
        section.crs());
  }

  private Html classes(Section section) {
    if (section.classes() == null) {
      return Html.NONE;
    }
    boolean measured = section.uncovered() != null;
    List<Html> rows = new ArrayList<>();
    for (ClassShare each : section.classes()) {
      rows.add(row(each.color(), words.say(title(each)), each.count(), each.area(), each.share()));
    }
    Found.Uncovered rest = section.uncovered();
    if (rest != null && rest.share() > 0) {
      rows.add(row(null, words.say("未覆盖部分", "not covered"), null, rest.area(), rest.share()));
    }
    return Html.of(
        "<table class=\"data\"><thead><tr><th></th><th>{}</th><th class=\"n\">{}</th>{}<th class=\"n\">{}</th></tr></thead><tbody>{}</tbody></table>\n{}",
        words.say("类别", "Class"),
        words.say("数量", "Count"),
        measured
            ? Html.of(
                "<th class=\"n\">m²</th><th class=\"n\">ha</th><th class=\"n\">{}</th>",
                words.say("亩", "mu"))
            : Html.NONE,
        words.say("占比", "Share"),
        rows,
        Boolean.TRUE.equals(section.overlapping())
            ? Html.of(
                "<p class=\"from\">{}</p>",
                words.say(
                    "各类互有重叠，占比之和大于 100%。",
                    "Classes lie over one another; the shares add up to more than 100 %."))
            : Html.NONE);
  }

  private static Text title(ClassShare each) {
    boolean coded = each.code() != null && !each.title().en().contains(each.code());
    return coded ? Text.of(each.code() + " " + each.title().zh(), each.title().en()) : each.title();
  }

  private Html row(
      @Nullable String color,
      Html title,
      @Nullable Long count,
      @Nullable GroundArea ground,
      double share) {
    Html swatch =
        color == null
            ? Html.of("<td class=\"swatch\"></td>")
            : Html.of("<td class=\"swatch\" bgcolor=\"{}\"></td>", color);
    Html size =
        ground == null
            ? Html.NONE
            : Html.of(
                "<td class=\"n\">{}</td><td class=\"n\">{}</td><td class=\"n\">{}</td>",
                words.number(ground.m2(), 1),
                words.number(ground.ha(), 4),
                words.number(ground.mu(), 2));
    return Html.of(
        "<tr>{}<td>{}</td><td class=\"n\">{}</td>{}<td class=\"n\">{}</td></tr>",
        swatch,
        title,
        count,
        size,
        Wording.percent(share));
  }

  private Html features(Section section) {
    if (section.features().isEmpty()) {
      return Html.NONE;
    }
    boolean near = section.features().getFirst().distanceMetres() != null;
    List<Html> rows = section.features().stream().map(feature -> row(feature, near)).toList();
    long more = section.total() - section.features().size();
    return Html.of(
        "<table class=\"data features\"><thead><tr><th>{}</th>{}<th>{}</th></tr></thead><tbody>{}</tbody></table>\n{}",
        words.say("名称", "Name"),
        near
            ? Html.of(
                "<th class=\"n\">{}</th><th>{}</th>",
                words.say("距离", "Distance"),
                words.say("方位", "Bearing"))
            : area
                ? Html.of(
                    "<th class=\"n\">m²</th><th class=\"n\">{}</th>", words.say("占比", "Share"))
                : Html.NONE,
        words.say("说明", "Details"),
        rows,
        more > 0
            ? Html.of(
                "<p class=\"from\">{}</p>",
                words.say(
                    "另有 %d 个要素未列出。".formatted(more), "%d more are not listed.".formatted(more)))
            : Html.NONE);
  }

  private Html row(ToldFeature feature, boolean near) {
    Html figures = Html.NONE;
    if (near) {
      double metres = Objects.requireNonNullElse(feature.distanceMetres(), 0.0);
      double bearing = Objects.requireNonNullElse(feature.bearingDegrees(), 0.0);
      figures =
          metres == 0
              ? Html.of("<td class=\"n\">0 m</td><td></td>")
              : Html.of(
                  "<td class=\"n\">{}</td><td>{}° {}</td>",
                  Wording.distance(metres),
                  Math.round(bearing) % 360,
                  words.say(Wording.wind(bearing)));
    } else if (feature.area() != null && feature.share() != null) {
      figures =
          Html.of(
              "<td class=\"n\">{}</td><td class=\"n\">{}</td>",
              words.number(feature.area().m2(), 1),
              Wording.percent(feature.share()));
    }
    List<Html> facts =
        feature.properties().stream()
            .filter(property -> property.value() != null && !property.value().toString().isBlank())
            .map(this::fact)
            .toList();
    return Html.of(
        "<tr><td>{}</td>{}<td class=\"facts\">{}</td></tr>",
        words.say(feature.title()),
        figures,
        facts);
  }

  private Html fact(ToldFeature.Property property) {
    return Html.of(
        "<span class=\"fact\">{}{} {}{}</span> ",
        words.say(property.alias()),
        words.both() || words.lang() == Lang.EN ? ":" : "：",
        value(property),
        property.unit() == null ? Html.NONE : Html.of(" {}", unit(property.unit())));
  }

  /** Signs of units are the same in both languages; people are not. */
  private Html unit(String unit) {
    return unit.equals("people") ? words.say("人", "people") : Html.of("{}", unit);
  }

  private Html value(ToldFeature.Property property) {
    if (property.label() != null) {
      return words.say(property.label());
    }
    return switch (property.value()) {
      case null -> Html.NONE;
      case Boolean yes -> yes ? words.say("是", "yes") : words.say("否", "no");
      case Instant moment -> Html.of("{}", MOMENT.format(moment));
      case Double number -> Html.of("{}", plain(number));
      default -> Html.of("{}", property.value());
    };
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.format(Locale.ROOT, "%.2f", number);
  }
}
