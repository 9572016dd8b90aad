package org.citygis.halls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Hours of a usual hall in October and November 2026; 1 November 2026 is a Sunday. */
class OpeningHoursTest {
  private static final String WEEK =
      """
      {"mon":[["09:00","12:00"],["13:30","17:00"]],"tue":[["09:00","12:00"],["13:30","17:00"]],
       "wed":[["09:00","12:00"],["13:30","17:00"]],"thu":[["09:00","20:00"]],
       "fri":[["09:00","12:00"],["13:30","17:00"]],"sat":[["09:00","12:00"]],"sun":[]}""";

  private final HoursReader reader =
      new HoursReader(
          new HallSettings(
              "service_halls",
              Set.of(
                  LocalDate.parse("2026-10-01"),
                  LocalDate.parse("2026-10-02"),
                  LocalDate.parse("2026-10-03")),
              Set.of(LocalDate.parse("2026-10-11"))),
          JsonMapper.builder().build());

  @ParameterizedTest
  @CsvSource({
    "2026-11-02T08:59, false,                 , 2026-11-02T09:00",
    "2026-11-02T09:00, true , 2026-11-02T12:00,                 ",
    "2026-11-02T11:59, true , 2026-11-02T12:00,                 ",
    "2026-11-02T12:00, false,                 , 2026-11-02T13:30",
    "2026-11-02T17:00, false,                 , 2026-11-03T09:00",
    "2026-11-05T18:30, true , 2026-11-05T20:00,                 ",
    "2026-11-07T12:30, false,                 , 2026-11-09T09:00",
    "2026-11-01T10:00, false,                 , 2026-11-02T09:00",
    // the holidays from Thursday to Saturday, then a Sunday
    "2026-09-30T18:00, false,                 , 2026-10-05T09:00",
    "2026-10-01T10:00, false,                 , 2026-10-05T09:00",
    // a Sunday worked in exchange has Monday's hours
    "2026-10-11T14:00, true , 2026-10-11T17:00,                 "
  })
  void openNowAndNextByWeekdayHolidayAndExchangedWorkday(
      LocalDateTime at, boolean open, LocalDateTime closes, LocalDateTime opens) {
    OpeningHours hours = reader.read(WEEK, "法定节假日休息");
    assertThat(hours.isOpen(at)).isEqualTo(open);
    assertThat(hours.findClosing(at).orElse(null)).isEqualTo(closes);
    assertThat(hours.findOpening(at).orElse(null)).isEqualTo(opens);
  }

  @Test
  void whatAHallSaysOfADayComesBeforeTheCitysCalendar() {
    OpeningHours hours =
        reader.read(WEEK, "{\"2026-10-01\":[[\"10:00\",\"11:00\"]],\"2026-11-02\":[]}");
    assertThat(hours.isOpen(LocalDateTime.parse("2026-10-01T10:30"))).isTrue();
    assertThat(hours.findOpening(LocalDateTime.parse("2026-11-01T10:00")))
        .contains(LocalDateTime.parse("2026-11-03T09:00"));
  }

  @Test
  void aNightShiftBelongsToTheDayItBegins() {
    OpeningHours hours = reader.read("{\"sun\":[[\"22:00\",\"02:00\"]]}", null);
    LocalDateTime night = LocalDateTime.parse("2026-11-02T01:00");
    assertThat(hours.isOpen(night)).isTrue();
    assertThat(hours.findClosing(night)).contains(LocalDateTime.parse("2026-11-02T02:00"));
    assertThat(hours.isOpen(night.plusHours(1))).isFalse();
  }

  @Test
  void aHallThatNeverClosesDoesNotHangTheQuestion() {
    String all = "{\"mon\":D,\"tue\":D,\"wed\":D,\"thu\":D,\"fri\":D,\"sat\":D,\"sun\":D}";
    OpeningHours hours = reader.read(all.replace("D", "[[\"00:00\",\"24:00\"]]"), null);
    LocalDateTime at = LocalDateTime.parse("2026-11-02T03:00");
    assertThat(hours.isOpen(at)).isTrue();
    assertThat(hours.findClosing(at)).isPresent();
    assertThat(hours.findOpening(at)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "周一至周五 9:00-17:00",
        "[]",
        "{\"mon\":",
        "{\"mon\":[[\"9 o'clock\",\"17:00\"]]}",
        "{\"mon\":[[\"09:00\"]]}",
        "{\"mon\":[[\"25:00\",\"26:00\"]]}",
        "{\"mon\":\"always\"}",
        "{\"montag\":[[\"09:00\",\"17:00\"]]}"
      })
  void hoursThatCannotBeReadAreClosed(String text) {
    OpeningHours hours = reader.read(text, "");
    assertThat(hours.isOpen(LocalDateTime.parse("2026-11-02T10:00"))).isFalse();
    assertThat(hours.findOpening(LocalDateTime.parse("2026-11-02T10:00"))).isEmpty();
  }
}
