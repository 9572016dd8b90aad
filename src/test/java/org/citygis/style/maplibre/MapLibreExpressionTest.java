package org.citygis.style.maplibre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.citygis.text.Lang;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MapLibreExpressionTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "['==',['get','k'],'3'] | ['==',['to-string',['get','k']],'3']",
        "['==',['get','k'],3.0] | ['==',['to-string',['get','k']],'3']",
        "['<',['get','far'],2.5] | ['all',['!=',['get','far'],null],['<',['to-number',['get','far']],2.5]]",
        "['!',['has','far']] | ['!',['!=',['get','far'],null]]",
        "['in',['get','k'],['literal',['a',1.0]]] | ['in',['to-string',['get','k']],['literal',['a','1']]]",
        "['like',['get','k'],'R2%'] | ['all',['>=',['length',['to-string',['get','k']]],2],['==',['slice',['to-string',['get','k']],0,2],'R2']]",
        "['like',['get','k'],'_2'] | ['all',['==',['length',['to-string',['get','k']]],2],['==',['slice',['to-string',['get','k']],1,2],'2']]",
        "['like',['get','k'],'%x'] | ['all',['>=',['length',['to-string',['get','k']]],1],['==',['slice',['to-string',['get','k']],-1],'x']]",
        "['like',['get','k'],'%x%'] | ['all',['>=',['length',['to-string',['get','k']]],1],['in','x',['to-string',['get','k']]]]"
      })
  void aConditionIsSpelledOut(String ours, String theirs) {
    List<String> approximated = new ArrayList<>();
    Object read = JSON.readValue(ours.replace('\'', '"'), Object.class);
    Object written = new MapLibreExpression(Lang.EN, approximated::add).condition(read);
    assertThat(JSON.writeValueAsString(written)).isEqualTo(theirs.replace('\'', '"'));
    assertThat(approximated).isEmpty();
  }

  @Test
  void aLookupHasAnAnswerForWhatHasNoValue() {
    List<String> approximated = new ArrayList<>();
    MapLibreExpression expressions = new MapLibreExpression(Lang.ZH, approximated::add);
    Object match =
        JSON.readValue(
            "[\"match\",[\"get\",\"k\"],\"a\",\"#111111\",\"a\",\"#222222\",null]", Object.class);
    assertThat(JSON.writeValueAsString(expressions.of(match, "#999999")))
        .isEqualTo("[\"match\",[\"to-string\",[\"get\",\"k\"]],\"a\",\"#111111\",\"#999999\"]");
    Object curve =
        JSON.readValue("[\"interpolate\",[\"cosine\"],[\"get\",\"k\"],0,1,9,3]", Object.class);
    assertThat(JSON.writeValueAsString(expressions.of(curve, 1)))
        .isEqualTo(
            "[\"case\",[\"!=\",[\"get\",\"k\"],null],[\"interpolate\",[\"linear\"],[\"to-number\",[\"get\",\"k\"]],0,1,9,3],1]");
    assertThat(approximated).containsExactly("interpolate cosine");
  }
}
