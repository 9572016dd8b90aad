package org.citygis.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.DataUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Values that are looked up, icons, metres, and how labels make room. */
class SymbolsTest {
  private static final String SVG =
      "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><g transform='translate(2 0)'><rect width='10' height='10' fill='red' opacity='0.5'/><path d='M0 0h4v4A2 2 0 014 8z' style='fill:none;stroke:#00f;stroke-width:2'/></g></svg>";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"2 | 1.0 | #111111", "5 | 4.0 | #222222", "7 | 6.0 | #222222", "12 | 9.0 | #333333"})
  void categoriesAndInterpolationsAreEvaluated(double far, double width, String color)
      throws Exception {
    Symbolizer.Line line =
        (Symbolizer.Line)
            symbol(
                """
                <LineSymbolizer><Stroke>
                  <SvgParameter name="stroke"><Categorize fallbackValue="#999999"><LookupValue><PropertyName>far</PropertyName></LookupValue>
                    <Value>#111111</Value><Threshold>5</Threshold><Value>#222222</Value><Threshold>10</Threshold><Value>#333333</Value></Categorize></SvgParameter>
                  <SvgParameter name="stroke-width"><Interpolate><LookupValue><PropertyName>far</PropertyName></LookupValue>
                    <InterpolationPoint><Data>2</Data><Value>1</Value></InterpolationPoint>
                    <InterpolationPoint><Data>10</Data><Value>9</Value></InterpolationPoint></Interpolate></SvgParameter>
                </Stroke></LineSymbolizer>""");
    SimpleFeature plot = feature(String.valueOf(far));
    assertThat(line.stroke().color().evaluate(plot, String.class)).isEqualTo(color);
    assertThat(line.stroke().width().evaluate(plot, Double.class)).isEqualTo(width);
    assertThat(line.stroke().color().evaluate(feature(""), String.class)).isEqualTo("#999999");
  }

  @Test
  void theFunctionsOfSldOneAreTheSame() throws Exception {
    Symbolizer.Polygon area =
        (Symbolizer.Polygon)
            symbol(
                """
                <PolygonSymbolizer><Fill>
                  <CssParameter name="fill"><Function name="Interpolate"><PropertyName>far</PropertyName>
                    <Literal>0</Literal><Literal>#000000</Literal><Literal>10</Literal><Literal>#ffffff</Literal><Literal>color</Literal></Function></CssParameter>
                  <CssParameter name="fill-opacity"><Function name="Recode"><PropertyName>code</PropertyName>
                    <Literal>R1</Literal><Literal>0.25</Literal><Literal>R2</Literal><Literal>0.75</Literal></Function></CssParameter>
                </Fill></PolygonSymbolizer>""");
    assertThat(area.fill().color().evaluate(feature("5"), String.class)).isEqualTo("#808080");
    assertThat(area.fill().opacity().evaluate(feature("5"), Double.class)).isEqualTo(0.75);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Categorize><LookupValue>1</LookupValue><Value>red</Value></Categorize>",
        "<Categorize><LookupValue>1</LookupValue><Value>#111111</Value><Threshold>1</Threshold></Categorize>",
        "<Categorize><LookupValue>1</LookupValue><Value>#111111</Value><Threshold>NaN</Threshold><Value>#111111</Value></Categorize>",
        "<Interpolate><LookupValue>1</LookupValue><InterpolationPoint><Data>2</Data><Value>#111111</Value></InterpolationPoint><InterpolationPoint><Data>1</Data><Value>#111111</Value></InterpolationPoint></Interpolate>",
        "<Recode><LookupValue>1</LookupValue></Recode>"
      })
  void aWrongLookupNamesItsLine(String lookup) {
    String sld =
        "<PolygonSymbolizer><Fill><CssParameter name='fill'>%s</CssParameter></Fill></PolygonSymbolizer>";
    assertThatThrownBy(() -> read(sld.formatted(lookup), Icons.NONE))
        .isInstanceOf(InvalidStyle.class)
        .hasMessageStartingWith("test.sld:2: ");
  }

  @Test
  void anUnknownFunctionIsListedNotDropped() {
    Style style =
        read(
            "<PolygonSymbolizer><Fill><CssParameter name='fill'><Function name='random'/></CssParameter></Fill></PolygonSymbolizer>",
            Icons.NONE);
    assertThat(style.unsupported())
        .extracting(Style.Unsupported::what)
        .containsExactly("function random");
  }

  @Test
  void metresBecomePixels() throws Exception {
    Symbolizer.Line road =
        (Symbolizer.Line)
            symbol(
                "<LineSymbolizer uom='http://www.opengeospatial.org/se/units/metre'><Stroke><CssParameter name='stroke-width'>30</CssParameter><CssParameter name='stroke-dasharray'>10 5</CssParameter></Stroke><PerpendicularOffset>4</PerpendicularOffset></LineSymbolizer>");
    assertThat(road.unit()).isEqualTo(Symbolizer.Unit.METRE);
    Symbolizer.Line drawn = (Symbolizer.Line) road.inPixels(0.5);
    assertThat(drawn.unit()).isEqualTo(Symbolizer.Unit.PIXEL);
    assertThat(drawn.stroke().width().evaluate(null, Double.class)).isEqualTo(15);
    assertThat(drawn.stroke().dash()).containsExactly(5.0, 2.5);
    assertThat(drawn.offset().evaluate(null, Double.class)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<InlineContent encoding='xml'>%s</InlineContent>",
        "<OnlineResource href='house.svg'/>",
      })
  void anIconIsFlatOutlines(String source) {
    Style style = read(icon(source.formatted(SVG)), name -> Optional.of(SVG));
    Icon icon = ((Symbolizer.Point) style.rules().get(0).symbolizers().get(0)).graphic().icon();
    assertThat(icon.height()).isEqualTo(24);
    assertThat(icon.parts()).hasSize(2);
    assertThat(icon.parts().get(0).fill()).isEqualTo("#ff0000");
    assertThat(icon.parts().get(0).fillOpacity()).isEqualTo(0.5);
    assertThat(icon.parts().get(0).path().getBounds2D().getMinX()).isEqualTo(2);
    assertThat(icon.parts().get(1).stroke()).isEqualTo("#0000ff");
    assertThat(IconPath.text(icon.parts().get(1).path())).startsWith("M2.0 0.0L6.0 0.0L6.0 4.0C");
    assertThat(style.unsupported()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<script>x</script> | not allowed",
        "<path d='L1 1'/> | begins with M",
        "<path d='M1 1 L2'/> | with 1 numbers",
        "<rect width='1e99' height='1'/> | not a number",
        "<g transform='spin(3)'><rect/></g> | no transform"
      })
  void aWrongIconIsRefused(String part, String reason) {
    assertThatThrownBy(
            () ->
                read(
                    icon(
                        "<InlineContent><svg viewBox='0 0 9 9'>%s</svg></InlineContent>"
                            .formatted(part)),
                    Icons.NONE))
        .isInstanceOf(InvalidStyle.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<text>x</text>",
        "<image href='http://example.org/a.png'/>",
        "<rect width='1' height='1' fill='url(#g)'/>"
      })
  void whatAnIconCannotShowIsListed(String part) {
    Style style =
        read(
            icon("<InlineContent><svg viewBox='0 0 9 9'>%s</svg></InlineContent>".formatted(part)),
            Icons.NONE);
    assertThat(style.unsupported()).hasSize(1);
  }

  @Test
  void aLabelSaysHowItMakesRoom() throws Exception {
    Symbolizer.Label label =
        (Symbolizer.Label)
            symbol(
                """
                <TextSymbolizer><Label>x</Label>
                  <VendorOption name="followLine">true</VendorOption><VendorOption name="group">yes</VendorOption>
                  <VendorOption name="maxDisplacement">40</VendorOption><VendorOption name="spaceAround">6</VendorOption>
                  <VendorOption name="conflictResolution">false</VendorOption><VendorOption name="maxAngleDelta">20</VendorOption>
                </TextSymbolizer>""");
    assertThat(label.alongLine()).isTrue();
    assertThat(label.layout()).isEqualTo(new Symbolizer.Layout(0, 0, 40, true, false, 6, 20));
  }

  @Test
  void comparisonsMayIgnoreCapitals() throws Exception {
    Style style =
        read(
            "<Filter><PropertyIsLike matchCase='false' wildCard='*' singleChar='.' escapeChar='!'><PropertyName>code</PropertyName><Literal>r*</Literal></PropertyIsLike></Filter><PolygonSymbolizer/>",
            Icons.NONE);
    assertThat(style.rules().get(0).filter().evaluate(feature("1"))).isTrue();
    assertThat(
            JsonMapper.shared()
                .writeValueAsString(ExpressionJson.of(style.rules().get(0).filter())))
        .isEqualTo("[\"like\",[\"lower\",[\"get\",\"code\"]],\"r%\"]");
  }

  @Test
  void aLegendTellsTheClassesOfALookup() {
    Style style =
        read(
            """
            <Title>用地 | Land use</Title><MaxScaleDenominator>50000</MaxScaleDenominator>
            <PolygonSymbolizer><Fill><CssParameter name="fill"><Recode><LookupValue><PropertyName>code</PropertyName></LookupValue>
              <MapItem><Data>R</Data><Value>#ffff00</Value></MapItem><MapItem><Data>B</Data><Value>#ff0000</Value></MapItem></Recode></CssParameter></Fill></PolygonSymbolizer>""",
            Icons.NONE);
    Legend legend =
        Legend.of(
            style, 16.0, Text.same("x"), (field, code) -> Optional.of(Text.of(code, field + code)));
    assertThat(legend.entries()).extracting(e -> e.title().en()).containsExactly("codeR", "codeB");
    assertThat(LegendSvg.of(legend, Lang.EN)).contains("#ffff00", "#ff0000", ">codeB</text>");
    assertThat(Legend.of(style, 9.0, Text.same("x"), (f, c) -> Optional.empty()).entries())
        .isEmpty();
  }

  private static String icon(String source) {
    return "<PointSymbolizer><Graphic><ExternalGraphic>%s<Format>image/svg+xml</Format></ExternalGraphic><Size>20</Size></Graphic></PointSymbolizer>"
        .formatted(source);
  }

  private static Symbolizer symbol(String xml) {
    Style style = read(xml, Icons.NONE);
    assertThat(style.unsupported()).isEmpty();
    List<Symbolizer> symbols = style.rules().get(0).symbolizers();
    return symbols.get(0);
  }

  private static SimpleFeature feature(String far) throws Exception {
    return DataUtilities.createFeature(
        DataUtilities.createType("plots", "far:Double,code:String"), "=" + far + "|R2");
  }

  private static Style read(String rule, Icons icons) {
    String sld =
        "<StyledLayerDescriptor xmlns='http://www.opengis.net/sld'><NamedLayer><UserStyle><FeatureTypeStyle><Rule>\n"
            + rule
            + "</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
    return SldReader.read("test", "test.sld", icons, new StringReader(sld));
  }
}
