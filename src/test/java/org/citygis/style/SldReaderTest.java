package org.citygis.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.citygis.text.Text;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.DataUtilities;
import org.geotools.filter.function.EnvFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SldReaderTest {
  private static final String FILL =
      "<PolygonSymbolizer><Fill><CssParameter name='fill'>#ffff00</CssParameter></Fill></PolygonSymbolizer>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<PropertyIsEqualTo><PropertyName>code</PropertyName><Literal>R2</Literal></PropertyIsEqualTo> | ['==',['get','code'],'R2']",
        "<PropertyIsNotEqualTo><PropertyName>x:code</PropertyName><Literal>R2</Literal></PropertyIsNotEqualTo> | ['!=',['get','code'],'R2']",
        "<PropertyIsLessThan><PropertyName>far</PropertyName><Literal>2.5</Literal></PropertyIsLessThan> | ['<',['get','far'],2.5]",
        "<PropertyIsBetween><PropertyName>far</PropertyName><LowerBoundary><Literal>1</Literal></LowerBoundary><UpperBoundary><Literal>2</Literal></UpperBoundary></PropertyIsBetween> | ['all',['>=',['get','far'],1.0],['<=',['get','far'],2.0]]",
        "<PropertyIsNull><PropertyName>far</PropertyName></PropertyIsNull> | ['!',['has','far']]",
        "<Not><PropertyIsNull><PropertyName>far</PropertyName></PropertyIsNull></Not> | ['!',['!',['has','far']]]",
        "<PropertyIsLike wildCard='*' singleChar='.' escapeChar='!'><PropertyName>code</PropertyName><Literal>R!*_5%.*</Literal></PropertyIsLike> | ['like',['get','code'],'R*\\_5\\%_%']",
        "<Or><PropertyIsEqualTo><PropertyName>k</PropertyName><Literal>a</Literal></PropertyIsEqualTo><PropertyIsEqualTo><PropertyName>k</PropertyName><Literal>b</Literal></PropertyIsEqualTo></Or> | ['in',['get','k'],['literal',['a','b']]]",
        "<Or><PropertyIsEqualTo><PropertyName>k</PropertyName><Literal>a</Literal></PropertyIsEqualTo><PropertyIsEqualTo><PropertyName>m</PropertyName><Literal>b</Literal></PropertyIsEqualTo></Or> | ['any',['==',['get','k'],'a'],['==',['get','m'],'b']]",
        "<And><PropertyIsEqualTo><PropertyName>k</PropertyName><Literal>a</Literal></PropertyIsEqualTo><PropertyIsGreaterThan><Add><PropertyName>m</PropertyName><Literal>1</Literal></Add><Literal>5</Literal></PropertyIsGreaterThan></And> | ['all',['==',['get','k'],'a'],['>',['+',['get','m'],1.0],5.0]]"
      })
  void aConditionIsToldToTheBrowserAsAnExpression(String xml, String expected) {
    Map<String, ?> rule = firstRule("<Filter>" + xml + "</Filter>" + FILL);
    assertThat(json(rule.get("filter")))
        .isEqualTo(expected.replace('\'', '"').replace("\\", "\\\\"));
  }

  @Test
  void aPolygonHasFillHatchAndOutline() {
    Map<String, ?> rule =
        firstRule(
            """
            <PolygonSymbolizer>
              <Fill>
                <GraphicFill><Graphic>
                  <Mark><WellKnownName>shape://slash</WellKnownName><Stroke>
                    <CssParameter name="stroke">#aa0000</CssParameter>
                    <CssParameter name="stroke-width">0.6</CssParameter></Stroke></Mark>
                  <Size>9</Size>
                </Graphic></GraphicFill>
              </Fill>
              <Stroke>
                <CssParameter name="stroke">#123456</CssParameter>
                <CssParameter name="stroke-dasharray">4 2.5</CssParameter>
                <CssParameter name="stroke-linejoin">round</CssParameter>
              </Stroke>
            </PolygonSymbolizer>""");
    assertThat(json(rule.get("symbolizers")))
        .isEqualTo(
            """
            [{"type":"polygon","fill":{"color":null,"opacity":1.0,"hatch":{"mark":"slash","size":9.0,"color":"#aa0000","width":0.6,"opacity":1.0}},\
            "stroke":{"color":"#123456","width":1.0,"opacity":1.0,"dash":[4.0,2.5],"dashOffset":0.0,"cap":"butt","join":"round"}}]""");
  }

  @Test
  void aPointHasAMarkAndALineMayBeMadeOfMarks() {
    Map<String, ?> rule =
        firstRule(
            """
            <PointSymbolizer><Graphic>
              <Mark><WellKnownName>triangle</WellKnownName><Fill><CssParameter name="fill">#d03030</CssParameter></Fill></Mark>
              <Opacity>0.5</Opacity><Size>11</Size><Rotation>45</Rotation>
            </Graphic></PointSymbolizer>
            <LineSymbolizer><Stroke>
              <GraphicStroke><Graphic><Mark><WellKnownName>shape://oarrow</WellKnownName></Mark><Size>7</Size></Graphic></GraphicStroke>
              <CssParameter name="stroke-dasharray">7 110</CssParameter>
            </Stroke></LineSymbolizer>""");
    assertThat(json(rule.get("symbolizers")))
        .contains(
            """
            {"type":"point","mark":"triangle","size":11.0,"rotation":45.0,"opacity":0.5,"fill":{"color":"#d03030","opacity":1.0},"stroke":null,"offset":[0.0,0.0]}""")
        .contains(
            """
            "dash":[7.0,110.0],"dashOffset":0.0,"cap":"butt","join":"miter","marks":{"mark":"oarrow","size":7.0""");
  }

  @Test
  void aLabelHasFontHaloPlacementAndSpeaksBothLanguages() {
    Map<String, ?> rule =
        firstRule(
            """
            <TextSymbolizer>
              <Label><Function name="lang"><PropertyName>name</PropertyName><PropertyName>name_en</PropertyName></Function></Label>
              <Font><CssParameter name="font-family">Noto Sans CJK SC, sans-serif</CssParameter>
                <CssParameter name="font-size">12</CssParameter><CssParameter name="font-weight">bold</CssParameter></Font>
              <LabelPlacement><PointPlacement>
                <AnchorPoint><AnchorPointX>0.5</AnchorPointX><AnchorPointY>1</AnchorPointY></AnchorPoint>
                <Displacement><DisplacementX>2</DisplacementX><DisplacementY>-8</DisplacementY></Displacement>
              </PointPlacement></LabelPlacement>
              <Halo><Radius>1.5</Radius><Fill><CssParameter name="fill">#fffaf0</CssParameter></Fill></Halo>
              <Fill><CssParameter name="fill">#333333</CssParameter></Fill>
              <Priority>100</Priority>
              <VendorOption name="repeat">250</VendorOption>
            </TextSymbolizer>""");
    assertThat(json(rule.get("symbolizers")))
        .isEqualTo(
            """
            [{"type":"text","label":["lang","name","name_en"],\
            "font":{"family":"Noto Sans CJK SC, sans-serif","size":12.0,"weight":"bold","style":"normal"},\
            "fill":{"color":"#333333","opacity":1.0},"halo":{"color":"#fffaf0","opacity":1.0,"width":1.5},\
            "placement":"point","anchor":[0.5,1.0],"offset":[2.0,8.0],"rotation":0.0,"priority":100.0,"repeat":250.0}]""");
  }

  @Test
  void aLabelMayMixTextAndProperties() {
    Map<String, ?> rule =
        firstRule(
            "<TextSymbolizer><Label><PropertyName>far</PropertyName> / <PropertyName>code</PropertyName></Label></TextSymbolizer>");
    assertThat(json(rule.get("symbolizers")))
        .contains("\"label\":[\"concat\",[\"get\",\"far\"],\" / \",[\"get\",\"code\"]]");
  }

  @Test
  void scaleDenominatorsBecomeZooms() {
    Map<String, ?> rule =
        firstRule(
            "<MinScaleDenominator>34123.67</MinScaleDenominator><MaxScaleDenominator>200000</MaxScaleDenominator>"
                + FILL);
    assertThat(rule.get("minZoom")).isEqualTo(11.45);
    assertThat(rule.get("maxZoom")).isEqualTo(14.0);
    assertThat(firstRule(FILL).get("minZoom")).isNull();
    assertThat(firstRule(FILL).get("maxZoom")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<Title>居住用地 | Residential</Title>; 居住用地; Residential",
        "<Title>居住用地<Localized lang='en'>Residential</Localized></Title>; 居住用地; Residential",
        "<Description><Title>R2|R2</Title><Abstract>x</Abstract></Description>; R2; R2",
        "<Title>R2</Title>; R2; R2"
      })
  void aTitleSpeaksBothLanguages(String xml, String zh, String en) {
    Style style = read(xml + FILL);
    assertThat(style.rules().get(0).title()).isEqualTo(Text.of(zh, en));
    assertThat(style.unsupported()).isEmpty();
  }

  @Test
  void everyFeatureTypeStyleIsAPassOfItsOwnAndElseIsMarked() {
    Style style =
        read(FILL + "</Rule></FeatureTypeStyle><FeatureTypeStyle><Rule><ElseFilter/>" + FILL);
    assertThat(style.rules()).extracting(Rule::pass).containsExactly(0, 1);
    assertThat(style.rules()).extracting(Rule::otherwise).containsExactly(false, true);
  }

  @Test
  void symbologyEncodingReadsLikeSld() {
    Style style =
        SldReader.read(
            "roads",
            "roads.sld",
            Icons.NONE,
            new StringReader(
                """
                <sld:StyledLayerDescriptor version="1.1.0" xmlns:sld="http://www.opengis.net/sld"
                    xmlns:se="http://www.opengis.net/se" xmlns:ogc="http://www.opengis.net/ogc">
                  <sld:NamedLayer><se:Name>roads</se:Name><sld:UserStyle><se:Name>roads</se:Name><se:FeatureTypeStyle>
                    <se:Rule><se:Description><se:Title>快速路 | Expressway</se:Title></se:Description>
                      <ogc:Filter><ogc:PropertyIsEqualTo><ogc:PropertyName>class</ogc:PropertyName><ogc:Literal>expressway</ogc:Literal></ogc:PropertyIsEqualTo></ogc:Filter>
                      <se:LineSymbolizer uom="http://www.opengeospatial.org/se/units/pixel">
                        <se:Stroke><se:SvgParameter name="stroke-width">3</se:SvgParameter></se:Stroke>
                        <se:PerpendicularOffset>2</se:PerpendicularOffset>
                      </se:LineSymbolizer></se:Rule>
                  </se:FeatureTypeStyle></sld:UserStyle></sld:NamedLayer>
                </sld:StyledLayerDescriptor>"""));
    assertThat(style.unsupported()).isEmpty();
    assertThat(style.classFields()).containsExactly("class");
    assertThat(json(StyleJson.of(style))).contains("\"width\":3.0").contains("\"offset\":2.0");
  }

  @Test
  void whatIsNotSupportedIsListedWithItsLine() {
    Style style =
        read(
            """
            <Filter><Intersects/></Filter>
            <PolygonSymbolizer/>
            </Rule><Rule>
            <PointSymbolizer><Graphic><ExternalGraphic><OnlineResource href="data:image/png;base64,AA=="/></ExternalGraphic></Graphic></PointSymbolizer>
            <PolygonSymbolizer uom="http://www.opengeospatial.org/se/units/foot"/>
            <TextSymbolizer><Label>x</Label>
              <VendorOption name="polygonAlign">mbr</VendorOption>
            </TextSymbolizer>
            <RasterSymbolizer/>
            """);
    assertThat(style.unsupported())
        .extracting(part -> part.line() + " " + part.what())
        .containsExactly(
            "3 condition Intersects",
            "6 ExternalGraphic data:image/png",
            "7 PolygonSymbolizer uom http://www.opengeospatial.org/se/units/foot",
            "9 /StyledLayerDescriptor/NamedLayer/UserStyle/FeatureTypeStyle/Rule/TextSymbolizer/VendorOption polygonAlign",
            "11 /StyledLayerDescriptor/NamedLayer/UserStyle/FeatureTypeStyle/Rule/RasterSymbolizer");
    assertThat(style.rules()).hasSize(1);
    assertThat(style.rules().get(0).symbolizers()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "<PolygonSymbolizer><Fill><CssParameter name='fill'>red</CssParameter></Fill></PolygonSymbolizer>; 'red' is not a colour",
        "<PolygonSymbolizer><Stroke><CssParameter name='stroke-width'>wide</CssParameter></Stroke></PolygonSymbolizer>; 'wide' is not a number",
        "<PolygonSymbolizer><Fill><CssParameter name='fill-opacity'>7</CssParameter></Fill></PolygonSymbolizer>; '7' is not a number from 0 to 1",
        "<PolygonSymbolizer><Stroke><CssParameter name='stroke-linecap'>flat</CssParameter></Stroke></PolygonSymbolizer>; 'flat' is none of butt",
        "<Filter><PropertyIsEqualTo><PropertyName>a</PropertyName></PropertyIsEqualTo></Filter>; holds 1 of its operands",
        "<PointSymbolizer/>; <PointSymbolizer> needs a <Graphic>",
        "<MinScaleDenominator>NaN</MinScaleDenominator>; 'NaN' is not a number",
        "<PolygonSymbolizer>; PolygonSymbolizer"
      })
  void anErrorNamesFileAndLine(String xml, String reason) {
    assertThatThrownBy(() -> read(xml))
        .isInstanceOf(InvalidStyle.class)
        .hasMessageStartingWith("test.sld:3: ")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a/>",
        "<a>&x;</a>"
      })
  void entitiesAndDocumentTypesAreRefused(String xml) {
    assertThatThrownBy(() -> SldReader.read("x", "x.sld", Icons.NONE, new StringReader(xml)))
        .isInstanceOf(InvalidStyle.class);
  }

  @Test
  void aStyleNestedWithoutEndIsRefused() {
    String deep = "<a>".repeat(100_000);
    assertThatThrownBy(() -> SldReader.read("x", "x.sld", Icons.NONE, new StringReader(deep)))
        .hasMessageContaining("levels");
  }

  @Test
  void langGivesTheLanguageOfTheEnvironmentAndElseTheOther() throws Exception {
    Style style =
        read(
            "<TextSymbolizer><Label><Function name='lang'><PropertyName>name</PropertyName><PropertyName>name_en</PropertyName></Function></Label></TextSymbolizer>");
    var label = (Symbolizer.Label) style.rules().get(0).symbolizers().get(0);
    SimpleFeature lake =
        DataUtilities.createFeature(
            DataUtilities.createType("water", "name:String,name_en:String"), "=东湖|East Lake");
    SimpleFeature pond =
        DataUtilities.createFeature(
            DataUtilities.createType("water", "name:String,name_en:String"), "=小塘|");
    assertThat(label.text().evaluate(lake)).isEqualTo("东湖");
    EnvFunction.setLocalValues(Map.of("lang", "en"));
    try {
      assertThat(label.text().evaluate(lake)).isEqualTo("East Lake");
      assertThat(label.text().evaluate(pond)).isEqualTo("小塘");
    } finally {
      EnvFunction.clearLocalValues();
    }
  }

  private static Style read(String rule) {
    String sld =
        "<StyledLayerDescriptor xmlns='http://www.opengis.net/sld'><NamedLayer><UserStyle>\n<FeatureTypeStyle><Rule>\n"
            + rule
            + "</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
    return SldReader.read("test", "test.sld", Icons.NONE, new StringReader(sld));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?> firstRule(String rule) {
    Style style = read(rule);
    assertThat(style.unsupported()).isEmpty();
    return ((List<Map<String, ?>>) StyleJson.of(style).get("rules")).get(0);
  }

  private static String json(Object value) {
    return JsonMapper.builder().build().writeValueAsString(value);
  }
}
