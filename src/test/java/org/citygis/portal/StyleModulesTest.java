package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.style.ExpressionJson;
import org.citygis.style.Rule;
import org.citygis.style.Style;
import org.citygis.style.StyleShelf;
import org.citygis.style.Symbolizer;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.DataUtilities;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** What GeoTools makes of the values of a style, the browser makes of them, too. */
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StyleModulesTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** As the widths of lines; far, code and none are fields of the features. */
  private static final List<String> NUMBERS =
      List.of(
          "<Add><PropertyName>far</PropertyName><Literal>1</Literal></Add>",
          function("abs", "<Sub><PropertyName>far</PropertyName><Literal>4</Literal></Sub>"),
          function("ceil", "<PropertyName>far</PropertyName>"),
          function("floor", "<PropertyName>far</PropertyName>"),
          function("round", "<PropertyName>far</PropertyName>"),
          function("sqrt", "<PropertyName>far</PropertyName>"),
          function("pow", "<PropertyName>far</PropertyName><Literal>2</Literal>"),
          function("min", "<PropertyName>far</PropertyName><Literal>3</Literal>"),
          function("strLength", "<PropertyName>code</PropertyName>"),
          function(
              "if_then_else",
              function("greaterThan", "<PropertyName>far</PropertyName><Literal>3</Literal>")
                  + "<Literal>7</Literal><Literal>2</Literal>"),
          function("Coalesce", "<PropertyName>none</PropertyName><Literal>5</Literal>"),
          "<Categorize><LookupValue><PropertyName>far</PropertyName></LookupValue><Value>1</Value><Threshold>2.5</Threshold><Value>2</Value><Threshold>4</Threshold><Value>3</Value></Categorize>",
          "<Categorize thresholdBelongsTo='preceding'><LookupValue><PropertyName>far</PropertyName></LookupValue><Value>1</Value><Threshold>2.5</Threshold><Value>2</Value></Categorize>",
          "<Interpolate mode='cosine'><LookupValue><PropertyName>far</PropertyName></LookupValue><InterpolationPoint><Data>0</Data><Value>0</Value></InterpolationPoint><InterpolationPoint><Data>9</Data><Value>18</Value></InterpolationPoint></Interpolate>",
          "<Recode fallbackValue='9'><LookupValue><PropertyName>far</PropertyName></LookupValue><MapItem><Data>2.5</Data><Value>25</Value></MapItem><MapItem><Data>4</Data><Value>40</Value></MapItem></Recode>");

  /** As the colours of lines. */
  private static final List<String> COLORS =
      List.of(
          "<Interpolate method='color'><LookupValue><PropertyName>far</PropertyName></LookupValue><InterpolationPoint><Data>1</Data><Value>#204060</Value></InterpolationPoint><InterpolationPoint><Data>6</Data><Value>#f0a010</Value></InterpolationPoint></Interpolate>",
          "<Recode><LookupValue>%s</LookupValue><MapItem><Data>R</Data><Value>#ffff00</Value></MapItem><MapItem><Data>B</Data><Value>#ff0000</Value></MapItem></Recode>"
              .formatted(
                  function(
                      "strSubstring",
                      "<PropertyName>code</PropertyName><Literal>0</Literal><Literal>1</Literal>")));

  @LocalServerPort private int port;
  @Autowired private StyleShelf shelf;
  @Autowired private Layers layers;
  private Browser browser;

  @BeforeAll
  void openBrowser() {
    browser = new Browser(port);
    browser.open("/?work=services&lang=zh");
  }

  @AfterAll
  void closeBrowser() {
    browser.close();
  }

  @Test
  void valuesAreTheSameHereAndThere() throws Exception {
    List<Map<String, Object>> features = new ArrayList<>();
    features.add(feature(2.5, "R21"));
    features.add(feature(4.0, "B1"));
    features.add(feature(5.999, "G"));
    features.add(feature(null, null));
    List<Object> expressions = new ArrayList<>();
    List<Object> here = new ArrayList<>();
    for (Symbolizer.Line line : lines()) {
      boolean color = !"#000000".equals(line.stroke().color().toString());
      var value = color ? line.stroke().color() : line.stroke().width();
      expressions.add(ExpressionJson.of(value));
      for (Map<String, Object> properties : features) {
        here.add(plain(value.evaluate(simple(properties))));
      }
    }
    String there =
        browser.answer(
            """
            const { compile } = await import('/app/map/expression.js');
            const [expressions, features] = [%s, %s];
            const round = (it) => (typeof it === 'number' ? Math.round(it * 1e9) / 1e9 : it === null ? null : String(Number(it)) === it ? Number(it) : it);
            return expressions.flatMap((one) => features.map((it) => round(compile(one)(it, { lang: 'zh', zoom: 12 }))));"""
                .formatted(
                    JSON.writeValueAsString(expressions), JSON.writeValueAsString(features)));
    // A whole number is written without a point there.
    assertThat(there).isEqualTo(JSON.writeValueAsString(here).replaceAll("\\.0(?=[,\\]])", ""));
  }

  @Test
  void metresGrowWithTheMapAndIconsAreDrawn() {
    assertThat(
            browser.answer(
                """
                const { inPixels } = await import('/app/map/ground.js');
                const road = { type: 'line', unit: 'metre', stroke: { width: 30, dash: [10, 5] }, offset: 4 };
                const at = (zoom) => inPixels(road, { zoom, lat: 0 }).stroke.width;
                const pixels = inPixels({ type: 'line', stroke: { width: 3 } }, { zoom: 12, lat: 30 });
                return [Math.round(at(16) * 100) / 100, at(17) / at(16), inPixels(road, { zoom: 16, lat: 60 }).stroke.width / at(16) > 1.9, pixels.stroke.width];"""))
        .isEqualTo("[12.56,2,true,3]");
    assertThat(
            browser.answer(
                """
                const { drawIcon } = await import('/app/map/icon.js');
                const canvas = document.createElement('canvas');
                canvas.width = canvas.height = 20;
                const ctx = canvas.getContext('2d');
                ctx.translate(10, 10);
                drawIcon(ctx, { id: 'x', width: 10, height: 10, parts: [{ path: 'M0 0H10V10H0Z', rule: 'nonzero', fill: '#ff0000', fillOpacity: 1 }] }, 20);
                return [...ctx.getImageData(10, 10, 1, 1).data];"""))
        .isEqualTo("[255,0,0,255]");
  }

  private List<Symbolizer.Line> lines() {
    StringBuilder symbols = new StringBuilder();
    NUMBERS.forEach(it -> symbols.append(line("stroke-width", it)));
    COLORS.forEach(it -> symbols.append(line("stroke", it)));
    String sld =
        "<StyledLayerDescriptor xmlns='http://www.opengis.net/sld'><NamedLayer><UserStyle><FeatureTypeStyle><Rule>"
            + symbols
            + "</Rule></FeatureTypeStyle></UserStyle></NamedLayer></StyledLayerDescriptor>";
    OpenLayer layer = layers.open(User.SYSTEM, "zoning", Action.PUBLISH);
    Style style = shelf.read(layer, "values", sld).style();
    assertThat(style.unsupported()).isEmpty();
    Rule rule = style.rules().get(0);
    return rule.symbolizers().stream().map(Symbolizer.Line.class::cast).toList();
  }

  private static String line(String parameter, String value) {
    return "<LineSymbolizer><Stroke><CssParameter name='%s'>%s</CssParameter></Stroke></LineSymbolizer>"
        .formatted(parameter, value);
  }

  private static String function(String name, String arguments) {
    return "<Function name='%s'>%s</Function>".formatted(name, arguments);
  }

  private static Map<String, Object> feature(Double far, String code) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("far", far);
    properties.put("code", code);
    properties.put("none", null);
    return properties;
  }

  private static SimpleFeature simple(Map<String, Object> properties) throws Exception {
    return SimpleFeatureBuilder.build(
        DataUtilities.createType("plots", "far:Double,code:String,none:String"),
        Arrays.asList(properties.values().toArray()),
        "1");
  }

  private static Object plain(Object value) {
    if (value == null) {
      return null;
    }
    try {
      return Math.round(Double.parseDouble(value.toString()) * 1e9) / 1e9;
    } catch (NumberFormatException e) {
      return value;
    }
  }
}
