package org.citygis.halls;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads opening hours from a hall's fields: {@code hours} as JSON by weekday, {@code
 * {"mon":[["09:00","12:00"],["13:30","17:00"]],…,"sun":[]}}, and {@code holidays}, which is either
 * words for people or, in the same form, JSON by day: {@code {"2026-10-01":[]}}.
 */
@Component
class HoursReader {
  private static final Logger LOG = LoggerFactory.getLogger(HoursReader.class);
  private static final Map<String, DayOfWeek> WEEK = new HashMap<>();

  static {
    for (DayOfWeek day : DayOfWeek.values()) {
      WEEK.put(day.name().substring(0, 3).toLowerCase(Locale.ROOT), day);
    }
  }

  private final HallSettings settings;
  private final JsonMapper json;

  HoursReader(HallSettings settings, JsonMapper json) {
    this.settings = settings;
    this.json = json;
  }

  /** The hours as they stand in the field, for showing; empty when they cannot be read. */
  Optional<JsonNode> findShown(@Nullable String hours) {
    return hours == null ? Optional.empty() : findObject(hours);
  }

  /** Words of the holidays field; empty when it is JSON. */
  Optional<String> findWords(@Nullable String holidays) {
    return Optional.ofNullable(holidays).filter(h -> !h.isBlank() && !h.strip().startsWith("{"));
  }

  /** Hours that cannot be read are closed: nobody is sent to a door that may be shut. */
  OpeningHours read(@Nullable String hours, @Nullable String holidays) {
    return new OpeningHours(
        spans(hours, WEEK::get),
        spans(
            holidays == null || findWords(holidays).isPresent() ? null : holidays,
            HoursReader::findDay),
        settings.holidays(),
        settings.workdays());
  }

  private <K> Map<K, List<Span>> spans(@Nullable String text, Function<String, @Nullable K> key) {
    Map<K, List<Span>> spans = new HashMap<>();
    if (text == null || text.isBlank()) {
      return spans;
    }
    findObject(text)
        .ifPresent(
            object ->
                object
                    .properties()
                    .forEach(
                        entry -> {
                          K day = key.apply(entry.getKey());
                          if (day != null) {
                            spans.put(day, day(entry.getKey(), entry.getValue()));
                          }
                        }));
    return spans;
  }

  private static List<Span> day(String name, JsonNode value) {
    List<Span> spans = new ArrayList<>();
    try {
      for (JsonNode pair : value) {
        spans.add(Span.of(pair.path(0).asString(""), pair.path(1).asString("")));
      }
    } catch (IllegalArgumentException wrong) {
      LOG.warn("Opening hours of '{}' cannot be read: {}", name, wrong.getMessage());
      return List.of();
    }
    spans.sort(Comparator.comparingInt(Span::from));
    return List.copyOf(spans);
  }

  private Optional<JsonNode> findObject(String text) {
    try {
      return Optional.of(json.readTree(text)).filter(JsonNode::isObject);
    } catch (JacksonException noJson) {
      LOG.warn("Opening hours cannot be read: {}", noJson.getOriginalMessage());
      return Optional.empty();
    }
  }

  private static @Nullable LocalDate findDay(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }
}
