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

  private static final String TIMED =
      GOOD.replace("    fields:", "    site: {how: overlap, group: name, order: 3}\n    fields:");

  @Test
  void aLayerMayTakePartInTheSiteReport() throws IOException {
    SitePart part = read(TIMED).siteParts().get("zoning").getFirst();
    assertThat(part.how()).isEqualTo(SitePart.How.OVERLAP);
    assertThat(part.heading().en()).isEqualTo("Zoning");
    assertThat(part.most()).isEqualTo(10);
    String twice =
        TIMED.replace(
            "site: {how: overlap, group: name, order: 3}",
            "site: [{how: contains}, {how: count, group: name, within: 90, period: P1Y}]");
    assertThat(read(twice).siteParts().get("zoning")).hasSize(2);
    assertThat(read(GOOD).siteParts().get("zoning")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          how: around                                   | key 'how' 'around' is wrong; expected one of contains, overlap
          how: overlap                                  | key 'group' is missing
          how: overlap, group: nam                      | key 'group' 'nam' is wrong; expected one of the layer's fields
          how: nearest                                  | key 'within' '' is wrong; expected an integer from 1 to 50000, in metres
          how: nearest, within: 0                       | key 'within' '0' is wrong
          how: contains, within: 5                      | key 'within' 'given for contains' is wrong; expected it only for nearest and count
          how: contains, fields: [nam]                  | key 'fields' 'nam' is wrong
          how: count, group: name, within: 5, period: 1 | key 'period' '1' is wrong; expected an ISO 8601 period
          how: backdrop                                 | key 'sketch' is missing
          how: contains, sketch: red                    | key 'sketch' 'red' is wrong
          how: contains, colour: red                    | key 'colour' is not a key here
          """)
  void aMistakeInASiteBlockIsNamed(String block, String message) {
    assertThatThrownBy(() -> read(TIMED.replace("how: overlap, group: name, order: 3", block)))
        .isInstanceOf(DeclarationException.class)
        .hasMessageContaining("line 18")
        .hasMessageContaining(message);
  }
}
