package org.citygis.features.site;

import java.util.Locale;
import org.citygis.problem.Problem;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.citygis.web.Html;
import org.jspecify.annotations.Nullable;

/**
 * The language or languages of a page.
 *
 * @param both whether every text stands there in both, Chinese first
 */
record Words(Lang lang, boolean both) {

  /**
   * @param bilingual the parameter, null when it is not given
   */
  static Words of(Lang lang, @Nullable String bilingual) {
    return switch (bilingual) {
      case null -> new Words(lang, false);
      case "true" -> new Words(Lang.ZH, true);
      case "false" -> new Words(lang, false);
      default ->
          throw Problem.Invalid.parameter(
              "bilingual", bilingual, Text.of("true 或 false", "true or false"));
    };
  }

  /** One after the other where both are wanted and differ. */
  Html say(Text text) {
    return both && !text.zh().equals(text.en())
        ? Html.of(
            "<span lang=\"zh\">{}</span> <span lang=\"en\" class=\"en\">{}</span>",
            text.zh(),
            text.en())
        : Html.of("{}", text.in(lang));
  }

  Html say(String zh, String en) {
    return say(Text.of(zh, en));
  }

  /** Sentences side by side where both are wanted. */
  Html beside(Text text) {
    return both
        ? Html.of(
            "<table class=\"beside\"><tr><td lang=\"zh\">{}</td><td lang=\"en\">{}</td></tr></table>",
            text.zh(),
            text.en())
        : Html.of("<p>{}</p>", text.in(lang));
  }

  /** Without markup, for a title. */
  String plain(Text text) {
    return both ? text.zh() + " " + text.en() : text.in(lang);
  }

  String number(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }
}
