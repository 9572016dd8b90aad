package org.citygis.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.citygis.geo.Crs;
import org.citygis.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The draft's text is translated, so that the same filter in CQL2 is the same tree. */
class DraftTextTest {
  private static final Target TARGET =
      new Target(
          List.of(
              new Queryable("name", Kind.TEXT),
              new Queryable("floors", Kind.INTEGER),
              new Queryable("vacant", Kind.BOOLEAN),
              new Queryable("built", Kind.DATE),
              new Queryable("seen", Kind.DATETIME)),
          Crs.CRS84,
          null,
          null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "built > '2026-01-31T' | built > DATE('2026-01-31')",
        "built = '2026-01-31T00:00:00Z' | built = DATE('2026-01-31')",
        "built >= '2026-01-31T08Z' | built > DATE('2026-01-31')",
        "built < '2026-01-31T08:15Z' | built <= DATE('2026-01-31')",
        "seen <= '2026-01-31T' | seen <= TIMESTAMP('2026-01-31T00:00:00+08:00')",
        "seen = '2026-01-31T08:15Z' | seen = TIMESTAMP('2026-01-31T08:15:00+08:00')",
        "NOT (seen > '2026-01-31T08:15:30Z') | NOT (seen > TIMESTAMP('2026-01-31T08:15:30+08:00'))",
        "(vacant = 1) OR (vacant <> 0) | vacant = TRUE OR vacant <> FALSE",
        "floors = '7' | floors = 7",
        "name = 'a\\' | name = 'a\\'",
        "name = 'o''clock' AND name ILIKE '5\\%' | name = 'o''clock' AND name ILIKE '5\\\\%'",
        "name = '2026-01-31T' | name = '2026-01-31T'",
      })
  void isTheSameAsInCql2(String draft, String cql2) {
    Parsed translated = FilterLanguage.DRAFT_TEXT.read(draft).translated(TARGET);
    // A string that ends in a backslash cannot be written in CQL2 text.
    Condition expected =
        cql2.endsWith("\\'")
            ? FilterLanguage.JSON
                .read("{\"op\":\"=\",\"args\":[{\"property\":\"name\"},\"a\\\\\"]}")
                .condition()
            : FilterLanguage.TEXT.read(cql2).condition();
    assertThat(translated.condition()).isEqualTo(expected);
    translated.compile(TARGET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "floors > 1 AND built > '2026-02-30T' | at character 22",
        "vacant = 2 | at character 8",
        "floors = 'many' | at character 8",
        "nowhere = 'x' | at character 1",
      })
  void isRefusedWithThePlaceInTheDraft(String draft, String place) {
    assertThatThrownBy(() -> FilterLanguage.DRAFT_TEXT.read(draft).compile(TARGET))
        .isInstanceOf(Problem.Invalid.class)
        .hasMessageContaining(place);
  }
}
