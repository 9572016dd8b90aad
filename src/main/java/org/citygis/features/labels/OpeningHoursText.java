package org.citygis.features.labels;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citygis.catalog.FieldFormat;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says opening hours, kept as {@link FieldFormat#OPENING_HOURS}, as a notice on the door would:
 * days in a row together.
 */
final class OpeningHoursText {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<Text> NAMES =
      List.of(
          Text.of("周一", "Mon"),
          Text.of("周二", "Tue"),
          Text.of("周三", "Wed"),
          Text.of("周四", "Thu"),
          Text.of("周五", "Fri"),
          Text.of("周六", "Sat"),
          Text.of("周日", "Sun"));
  private static final Text CLOSED = Text.of("休息", "closed");

  private OpeningHoursText() {}

  /** Empty when the text is not of the format. */
  static Optional<String> find(String json, Lang lang) {
    try {
      JsonNode week = JSON.readTree(json);
      return week.isObject() ? Optional.of(week(week, lang)) : Optional.empty();
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private static String week(JsonNode week, Lang lang) {
    List<String> lines = new ArrayList<>();
    int first = 0;
    while (first < DAYS.size()) {
      String hours = day(week.path(DAYS.get(first)), lang);
      int last = first;
      while (last + 1 < DAYS.size() && day(week.path(DAYS.get(last + 1)), lang).equals(hours)) {
        last++;
      }
      lines.add(days(first, last, lang) + " " + hours);
      first = last + 1;
    }
    return String.join(lang == Lang.ZH ? "；" : "; ", lines);
  }

  private static String days(int first, int last, Lang lang) {
    String from = NAMES.get(first).in(lang);
    return first == last ? from : from + (lang == Lang.ZH ? "至" : "–") + NAMES.get(last).in(lang);
  }

  private static String day(JsonNode spans, Lang lang) {
    List<String> texts = new ArrayList<>();
    spans.forEach(span -> texts.add(span.path(0).asString("") + "–" + span.path(1).asString("")));
    return texts.isEmpty() ? CLOSED.in(lang) : String.join(lang == Lang.ZH ? "、" : ", ", texts);
  }
}
