package org.citygis.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.stream.Stream;
import org.citygis.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StandardExamplesTest {
  private static final Set<String> FUNCTIONS =
      Set.of("clause6_01", "clause6_02b", "clause7_18", "example68", "example69");
  private static final Set<String> ARRAYS =
      Set.of("clause7_15", "example79", "example80", "example81", "example82");

  static Stream<String> names() {
    return StandardExamples.TEXT.keySet().stream();
  }

  @Test
  void allAreThere() {
    assertThat(StandardExamples.TEXT).hasSize(119);
    assertThat(StandardExamples.JSON).hasSize(109);
  }

  @ParameterizedTest
  @MethodSource("names")
  void eachIsReadInBothEncodingsAsTheSameTreeOrRefusedByName(String name) {
    String text = StandardExamples.TEXT.get(name);
    String json = StandardExamples.JSON.get(name.replaceFirst("-alt.*", ""));
    if (FUNCTIONS.contains(name)) {
      assertThatThrownBy(() -> FilterLanguage.TEXT.read(text)).hasMessageContaining("no functions");
      assertThatThrownBy(() -> FilterLanguage.JSON.read(json)).hasMessageContaining("no functions");
    } else if (ARRAYS.contains(name)) {
      assertThatThrownBy(() -> FilterLanguage.TEXT.read(text)).hasMessageContaining("array");
      assertThatThrownBy(() -> FilterLanguage.JSON.read(json)).hasMessageContaining("array");
    } else {
      Condition fromText = FilterLanguage.TEXT.read(text).condition();
      Condition fromJson = FilterLanguage.JSON.read(json).condition();
      assertThat(fromText).isEqualTo(fromJson);
      for (FilterLanguage language : FilterLanguage.values()) {
        String written = language.write(fromText);
        assertThat(language.read(written).condition()).as(written).isEqualTo(fromText);
      }
    }
  }

  @Test
  void whatIsRefusedIsRefusedAsInvalid() {
    Stream.concat(FUNCTIONS.stream(), ARRAYS.stream())
        .forEach(
            name ->
                assertThatThrownBy(() -> FilterLanguage.TEXT.read(StandardExamples.TEXT.get(name)))
                    .isInstanceOf(Problem.Invalid.class));
  }
}
