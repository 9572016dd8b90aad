package org.citygis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.citygis.geo.Box;
import org.citygis.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

  @Test
  void aLimitAboveTheMaximumIsClamped() {
    assertThat(Parameters.limit(null, 10, 100)).isEqualTo(10);
    assertThat(Parameters.limit("7", 10, 100)).isEqualTo(7);
    assertThat(Parameters.limit("99999999999", 10, 100)).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "0", "-1", "", "1.5", "NaN"})
  void aWrongLimitIsRefused(String text) {
    assertThatThrownBy(() -> Parameters.limit(text, 10, 100))
        .isInstanceOfSatisfying(Problem.Invalid.class, p -> assertThat(p.value()).isEqualTo(text));
  }

  @Test
  void aBoxMayCarryHeights() {
    assertThat(Parameters.bbox("bbox", "1,2,0,3,4,9")).isEqualTo(new Box(1, 2, 3, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,2,3",
        "3,2,1,4",
        "1,4,3,2",
        "a,b,c,d",
        "NaN,1,2,3",
        "1,2,3,Infinity",
        "1,2,3,4,5",
        ""
      })
  void aWrongBoxIsRefused(String text) {
    assertThatThrownBy(() -> Parameters.bbox("bbox", text)).isInstanceOf(Problem.Invalid.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T08:15:00+08:00, 2026-01-31T00:15:00Z",
    "2026-01-31T08:15:00 08:00, 2026-01-31T00:15:00Z",
    "2026-01-31T08:15:00Z, 2026-01-31T08:15:00Z",
    "2026-01-31T08:15:00, 2026-01-31T00:15:00Z",
    "2026-01-31, 2026-01-30T16:00:00Z"
  })
  void timesWithoutAnOffsetAreTheCitysOwn(String text, Instant expected) {
    assertThat(Parameters.instant("from", text)).isEqualTo(expected);
  }

  @Test
  void aDayMeansAllOfIt() {
    TimeSpan day = TimeSpan.parse("datetime", "2026-01-31");
    assertThat(day.from()).isEqualTo(Instant.parse("2026-01-30T16:00:00Z"));
    assertThat(day.to()).isEqualTo(Instant.parse("2026-01-31T15:59:59.999999999Z"));
  }

  @Test
  void aSpanMayBeOpen() {
    assertThat(TimeSpan.parse("datetime", "../2026-01-31T00:00:00Z").from()).isNull();
    assertThat(TimeSpan.parse("datetime", "2026-01-31T00:00:00Z/").to()).isNull();
    // What GDAL sends.
    assertThat(TimeSpan.parse("datetime", "2026-01-31T00:00:00Z/9999-12-31T00:00:00Z").to())
        .isNotNull();
    assertThat(TimeSpan.parse("datetime", "0000-01-01T00:00:00Z/2026-01-31T00:00:00Z").from())
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-01/2026-01-01",
        "yesterday",
        "2026-13-01",
        "a/b/c",
        "2026-01-01T25:00:00Z"
      })
  void aWrongTimeIsRefused(String text) {
    assertThatThrownBy(() -> TimeSpan.parse("datetime", text)).isInstanceOf(Problem.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))",
        "POLYGON ((0 0, 1 1",
        "POINT (1 1)",
        "POLYGON EMPTY",
        "POLYGON ((0 0, 1 0))",
        "DROP TABLE"
      })
  void aPolygonThatIsNoneIsRefused(String wkt) {
    assertThatThrownBy(() -> Parameters.polygon("polygon", wkt))
        .isInstanceOf(Problem.Invalid.class);
  }

  @Test
  void aRefusedValueIsShownShort() {
    assertThatThrownBy(() -> Parameters.integer("limit", "9".repeat(10_000)))
        .isInstanceOfSatisfying(
            Problem.Invalid.class, p -> assertThat(p.value()).hasSizeLessThan(110));
  }
}
