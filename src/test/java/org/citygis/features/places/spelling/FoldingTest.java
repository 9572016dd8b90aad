package org.citygis.features.places.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

  @ParameterizedTest
  @CsvSource({
    "'  A \t\n B  ', 'a b'",
    "ＡＢ１２，, 'ab12,'",
    "Ünïcode, unicode",
    "㎡, m2",
    "ﬁ, fi",
    "İ, i",
    "Ø, o",
    "長沙國際, 长沙国际",
    "'a\u200Bb', ab",
    "'a\u0000b', 'a b'",
    "Москва, москва",
    "서울, 서울",
    "𠮷, 𠮷"
  })
  void writingsBecomeAlike(String text, String folded) {
    assertThat(string(Folding.of(text, 100))).isEqualTo(folded);
  }

  @Test
  void ofALongTextTheFirstSymbolsAreKept() {
    assertThat(string(Folding.of("ab㎡㎡", 3))).isEqualTo("abm");
    assertThat(Folding.of("", 3).length()).isZero();
    assertThat(Folding.of(" \u3000", 3).length()).isZero();
  }

  @Test
  void everySymbolKnowsWhereItComesFrom() {
    Folded folded = Folding.of("A㎡𠮷B", 100);
    assertThat(folded.starts()).startsWith(0, 1, 1, 2, 4);
    assertThat(folded.ends()).startsWith(1, 2, 2, 4, 5);
  }

  private static String string(Folded folded) {
    return new String(folded.symbols(), 0, folded.length());
  }
}
