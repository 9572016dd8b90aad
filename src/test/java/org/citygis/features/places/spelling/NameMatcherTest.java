package org.citygis.features.places.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatcherTest {

  @ParameterizedTest
  @CsvSource({
    "云川, 云川, exact",
    "云川, 云川市, prefix",
    "川, 云川市, substring",
    "政务, 云川市政务服务中心, substring",
    "人民路12, 人民路12号, prefix",
    "12, 人民路12号, word",
    "2, 人民路12号, substring",
    "号, 12号, word",
    "road, Renmin Road, word",
    "oad, Renmin Road, substring",
    "renminroad, Renmin Road, exact",
    "Renmin  Road, renmin road, exact",
    "renmin-road, Renmin Road, none",
    "渡, 云川市, none"
  })
  void charactersAsTheyAreWritten(String typed, String name, String rank) {
    assertThat(rank(typed, name)).isEqualTo(rank);
  }

  @ParameterizedTest
  @CsvSource({
    "yunchuan, 云川, exact",
    "yun chuan, 云川, exact",
    "yunchua, 云川, prefix",
    "y, 云川, prefix",
    "yunc, 云川, prefix",
    "yc, 云川, initials",
    "ycs, 云川市, initials",
    "ycsfwzx, 云川市服务中心, initials",
    "ychshfwzhx, 云川市服务中心, initials",
    "zwfw, 政务服务中心, initials",
    "zwfw, 云川市政务服务中心, substring",
    "云chuan, 云川, exact",
    "yun川, 云川, exact",
    "yunchuan fuwu, 云川服务中心, prefix",
    "yun chuan fuw, 云川服务中心, prefix",
    "yunc fuwu, 云川服务中心, initials",
    "renmin lu, 人民路, exact",
    "renminlu12, 人民路12号, prefix",
    "rml12, 人民路12号, initials",
    "xi'an, 西安, exact",
    "xian, 西安, exact",
    "xian, 县, exact",
    "xi an, 县, none",
    "yunnan, 云川, none",
    "unchuan, 云川, none"
  })
  void pinyinInFullAndByInitials(String typed, String name, String rank) {
    assertThat(rank(typed, name)).isEqualTo(rank);
  }

  @ParameterizedTest
  @CsvSource({
    "chongqing, 重庆",
    "zhongqing, 重庆",
    "changjiang, 长江",
    "zhangjiang, 长江",
    "yinhang, 银行",
    "yinxing, 银行",
    "liuan, 六安",
    "luan, 六安",
    "lvhua, 绿化",
    "luhua, 绿化",
    "lühua, 绿化",
    "lyuhua, 绿化",
    "LÜHUA, 绿化",
    "nvsheng, 女生",
    "lve, 略",
    "lue, 略",
    "yunchuān, 云川"
  })
  void everyReadingOfACharacterAndEveryWayToTypeIt(String typed, String name) {
    assertThat(rank(typed, name)).isEqualTo("exact");
  }

  @ParameterizedTest
  @CsvSource({
    "ＲＥＮＭＩＮ　ＲＯＡＤ, renmin road", "cafe, Café", "CAFÉ, cafe", "長江, 长江", "长江, 長江", "雲川, 云川",
    "yunchuan, 雲川", "１２号, 12号", "strasse, Straße", "(东), （东）", "乾隆, 乾隆", "qianlong, 乾隆"
  })
  void caseWidthAccentsAndOldCharactersDoNotMatter(String typed, String name) {
    assertThat(rank(typed, name)).isEqualTo("exact");
  }

  @ParameterizedTest
  @CsvSource({"%, 云川", "_, 云川", "云%, 云川", "*, 云川", "100%, 1000"})
  void signsMeanThemselves(String typed, String name) {
    assertThat(rank(typed, name)).isEqualTo("none");
    assertThat(rank(typed, typed)).isEqualTo("exact");
  }

  @ParameterizedTest
  @CsvSource({
    "zwfw, 云川市政务服务中心, 政务服务",
    "yunchuan d, 云川大道站, 云川大",
    "长江, 大長江路, 長江",
    "cafe, Le Café de Paris, Café",
    "人民路1, 𠮷人民路12号, 人民路1",
    "renminroad, Old Renmin Road, Renmin Road"
  })
  void theCharactersThatWereMeantAreTold(String typed, String name, String meant) {
    Folded folded = Folding.of(name, 250);
    Fit fit = new NameMatcher(NameQuery.of(typed)).find(folded);
    assertThat(fit).isNotNull();
    assertThat(name.substring(folded.starts()[fit.from()], folded.ends()[fit.to() - 1]))
        .isEqualTo(meant);
  }

  @Test
  void aLongTextOfOneSyllableIsFollowedInNoTime() {
    String typed = "a".repeat(100);
    String name = "阿".repeat(240) + "川";
    assertThat(rank(typed, name)).isNotEqualTo("none");
    assertThat(rank("na".repeat(49) + "x", "那".repeat(240))).isEqualTo("none");
  }

  private static String rank(String typed, String name) {
    @Nullable Fit fit = new NameMatcher(NameQuery.of(typed)).find(Folding.of(name, 250));
    return fit == null ? "none" : fit.rank().name().toLowerCase(Locale.ROOT);
  }
}
