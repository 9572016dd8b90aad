package org.citygis.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationReaderTest {
  private static final String GOOD =
      """
      departments:
        - {id: planning, title: {zh: 规划, en: Planning}, contact: {zh: 甲, en: A}, order: 1}
      codes:
        - id: kind
          title: {zh: 类, en: Kind}
          entries:
            - {code: a, title: {zh: 甲, en: A}, color: "#aabbcc"}
      department: planning
      layers:
        - id: zoning
          title: {zh: 用地, en: Zoning}
          abstract: {zh: 用地, en: Zoning}
          geometry: polygon
          style: zoning
          visibility: public
          time: since
          label: {zh: name, en: name}
          fields:
            - {name: name, from: 名称, alias: {zh: 名, en: Name}, type: text, codes: kind}
            - {name: since, alias: {zh: 始, en: Since}, type: date}
      """;

  @TempDir Path folder;

  private Declarations read(String yaml) throws IOException {
    Files.writeString(folder.resolve("city.yaml"), yaml);
    return DeclarationReader.read(folder);
  }

  @Test
  void theDeclarationsOfTheSampleCityAreAccepted() {
    Declarations city = DeclarationReader.read(Path.of("layers"));
    assertThat(city.departments()).hasSize(6);
    assertThat(city.layers()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(city.codeLists()).containsKey("gb50137");
  }

  @Test
  void aFieldKnowsItsNameInTheSourceFile() throws IOException {
    Field field = read(GOOD).layers().get("zoning").findField("name").orElseThrow();
    assertThat(field.from()).isEqualTo("名称");
    assertThat(field.codes()).isEqualTo("kind");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          geometry: polygon   | geometry: polgon     | line 13: key 'geometry' 'polgon' is wrong; expected one of point
          visibility: public  | visibility: everyone | line 15: key 'visibility'
          style: zoning       | stile: zoning        | line 14: key 'stile' is not a key here
          id: zoning          | id: zoning_v2        | line 10: key 'id' 'zoning_v2' is wrong
          codes: kind         | codes: kin           | line 19: key 'codes' 'kin' is wrong; expected one of kind
          time: since         | time: name           | line 16: key 'time' 'name' is wrong
          department: planning| department: plan     | line 8: key 'department' 'plan' is wrong; expected one of planning
          name: since         | name: fid            | line 20: key 'name' 'fid' is wrong
          en: Zoning}         | de: Zoning}          | line 11: key 'de' is not a key here
          #aabbcc             | blue                 | line 7: key 'color' 'blue' is wrong
          layers:             | layers: [            | is not YAML
          """)
  void aMistakeIsNamedByFileLineAndKey(String right, String wrong, String message) {
    assertThatThrownBy(() -> read(GOOD.replaceFirst(Pattern.quote(right), wrong)))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining("city.yaml")
        .hasMessageContaining(message);
  }
}
