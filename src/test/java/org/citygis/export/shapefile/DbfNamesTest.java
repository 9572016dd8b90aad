package org.citygis.export.shapefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DbfNamesTest {
  private static final Charset GBK = Charset.forName("GBK");

  @Test
  void aNameIsCutBetweenCharactersAtTenBytes() {
    assertThat(DbfNames.of(List.of("用地性质代码"), StandardCharsets.UTF_8)).containsExactly("用地性");
    assertThat(DbfNames.of(List.of("用地性质代码"), GBK)).containsExactly("用地性质代");
    assertThat(DbfNames.of(List.of("a用地性质代码"), GBK)).containsExactly("a用地性质");
  }

  @Test
  void namesAreUniqueWithoutRegardToCase() {
    assertThat(
            DbfNames.of(
                List.of("gross_floor_area", "GROSS_FLOOR", "gross_floor_1", "用地性质一", "用地性质二"),
                StandardCharsets.UTF_8))
        .containsExactly("gross_floo", "GROSS_FL_1", "gross_fl_2", "用地性", "用地_1");
  }

  @Test
  void whatProgramsDoNotTakeIsReplaced() {
    assertThat(DbfNames.of(List.of("floor area", "2nd", "", "面积(m²)"), GBK))
        .containsExactly("floor_area", "F2nd", "F", "面积_m__");
  }
}
