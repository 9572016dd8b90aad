package org.citygis.features.labels;

import static org.assertj.core.api.Assertions.assertThat;

import org.citygis.text.Lang;
import org.junit.jupiter.api.Test;

class OpeningHoursTextTest {
  private static final String WEEK =
      """
      {"mon":[["09:00","12:00"],["13:30","17:00"]],"tue":[["09:00","12:00"],["13:30","17:00"]],
       "wed":[["09:00","17:00"]],"thu":[["09:00","17:00"]],"fri":[["09:00","17:00"]],"sat":[["09:00","12:00"]],"sun":[]}
      """;

  @Test
  void daysInARowWithTheSameHoursStandTogether() {
    assertThat(OpeningHoursText.find(WEEK, Lang.ZH))
        .contains("周一至周二 09:00–12:00、13:30–17:00；周三至周五 09:00–17:00；周六 09:00–12:00；周日 休息");
    assertThat(OpeningHoursText.find(WEEK, Lang.EN))
        .contains(
            "Mon–Tue 09:00–12:00, 13:30–17:00; Wed–Fri 09:00–17:00; Sat 09:00–12:00; Sun closed");
  }

  @Test
  void whatIsNotOfTheFormatIsLeftAsItStands() {
    assertThat(OpeningHoursText.find("by appointment", Lang.EN)).isEmpty();
    assertThat(OpeningHoursText.find("[1]", Lang.EN)).isEmpty();
  }
}
