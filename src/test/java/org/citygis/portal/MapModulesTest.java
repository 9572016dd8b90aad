package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * How the map decodes, evaluates and places, asked of its modules where they run: in the browser.
 */
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapModulesTest {
  /**
   * Written by hand after the vector tile specification 2.1: its polygon example (3,6 8,12 20,34)
   * with id 7 and three properties, and its multi-point example (5,7 3,2) with the id 2^40.
   */
  private static final String TILE =
      "1a6878020a06e794a8e59cb01217080712060000010102021803220909060c120a0c182c0f1210088080808080201801"
          + "2205110a0e03091a04636f64651a036661721a05646570746822040a0252322209190000000000000440220b20fd"
          + "ffffffffffffffff01288020";

  @LocalServerPort private int port;
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
  void aTileIsReadAsTheSpecificationWritesIt() {
    assertThat(
            browser.answer(
                """
                const { decode } = await import('/app/map/mvt.js');
                const bytes = Uint8Array.from('%s'.match(/../g), it => parseInt(it, 16));
                const layer = decode(bytes).get('用地');
                const [area, points] = layer.features;
                return [layer.extent, area.id, area.type, area.parts, area.properties, points.id === 2 ** 40, points.parts];"""
                    .formatted(TILE)))
        .isEqualTo(
            "[4096,7,3,[[3,6,8,12,20,34]],{\"code\":\"R2\",\"far\":2.5,\"depth\":-3},true,[[5,7],[3,2]]]");
  }

  @Test
  void aTileThatIsCutShortIsRefused() {
    assertThat(
            browser.answer(
                """
                const { decode } = await import('/app/map/mvt.js');
                const bytes = Uint8Array.from('%s'.match(/../g), it => parseInt(it, 16));
                try { decode(bytes.subarray(0, 60)); return 'read'; } catch (failure) { return failure.name; }"""
                    .formatted(TILE)))
        .isEqualTo("\"RangeError\"");
  }

  @Test
  void conditionsOfStylesAreEvaluated() {
    assertThat(
            browser.answer(
                """
                const { compile } = await import('/app/map/expression.js');
                const properties = { code: 'R21', far: 2.5, level: '3', name: '云川', name_en: 'Yunchuan', open: true, none: null };
                const run = (it, lang = 'zh') => compile(it)(properties, { lang, zoom: 14 });
                return [
                  run(['like', ['get', 'code'], 'R2%']), run(['like', ['get', 'code'], 'R_']), run(['like', ['get', 'code'], 'R\\\\%1']),
                  run(['all', ['>=', ['get', 'far'], 2.5], ['<', ['get', 'far'], 3]]), run(['==', ['get', 'level'], 3]),
                  run(['==', ['get', 'open'], 'true']), run(['>', ['get', 'none'], 0]), run(['!', ['has', 'none']]),
                  run(['in', ['get', 'level'], ['literal', ['1', '3']]]), run(['lang', 'name', 'name_en']), run(['lang', 'name', 'name_en'], 'en'),
                  run(['concat', ['get', 'code'], ' ', ['get', 'none'], ['get', 'far']]), run(['/', ['+', ['get', 'far'], 0.5], 2])];"""))
        .isEqualTo(
            "[true,false,false,true,true,true,false,true,true,\"云川\",\"Yunchuan\",\"R21 2.5\",1.5]");
  }

  @Test
  void aRuleForAllOthersTakesWhatNoRuleOfItsPassTook() {
    assertThat(
            browser.answer(
                """
                const { classify, compileStyle } = await import('/app/map/style.js');
                const rule = (id, pass, filter, more) => ({ id, pass, filter, symbolizers: [{ type: 'line', stroke: { color: '#000000' } }], ...more });
                const style = compileStyle({ id: 's', rules: [
                  rule('a', 0, ['==', ['get', 'k'], 1]), rule('rest', 0, null, { else: true }),
                  rule('near', 1, null, { minZoom: 14 }), rule('far', 1, null, { maxZoom: 14 }), rule('odd', 1, ['unknown'])] });
                const features = [{ id: 1, properties: { k: 1 } }, { id: 2, properties: { k: 2 } }];
                return classify(features, style, { zoom: 14, lang: 'zh' }).map(it => [it.rule.id, it.features.map(f => f.id)]);"""))
        .isEqualTo("[[\"a\",[1]],[\"rest\",[2]],[\"near\",[1,2]]]");
  }

  @Test
  void valuesThatDependOnTheFeatureSplitTheRule() {
    assertThat(
            browser.answer(
                """
                const { classify, compileStyle } = await import('/app/map/style.js');
                const style = compileStyle({ id: 's', rules: [{ id: 'a', symbolizers: [{ type: 'line', stroke: { color: ['get', 'color'], width: 2, dash: [4, 2] } }] }] });
                const features = ['#ff0000', '#00ff00', '#ff0000'].map((color, id) => ({ id, properties: { color } }));
                return classify(features, style, { zoom: 14, lang: 'zh' })[0].draws.map(it => [it.symbolizer.stroke.color, it.symbolizer.stroke.dash, it.features.length]);"""))
        .isEqualTo("[[\"#ff0000\",[4,2],2],[\"#00ff00\",[4,2],1]]");
  }

  /** The coordinates come from PROJ: gdaltransform -s_srs EPSG:4490 -t_srs EPSG:4547. */
  @Test
  void gaussKrugerAgreesWithProj() {
    assertThat(
            browser.answer(
                """
                const { toGaussKruger } = await import('/app/map/gauss-kruger.js');
                return [[113.4, 30.58], [115.4, 30.1]].map(([lon, lat]) => toGaussKruger(lon, lat)).map(it => [it.meridian, it.easting.toFixed(4), it.northing.toFixed(4)]);"""))
        .isEqualTo(
            "[[114,\"442447.3259\",\"3384563.9704\"],[114,\"634951.8788\",\"3332025.6952\"]]");
  }

  @Test
  void aStreetCutAtCrossingsAndAtTheTileIsOneStreet() {
    assertThat(
            browser.answer(
                """
                const { clipLine, joinLines } = await import('/app/map/lines.js');
                const line = (...points) => ({ points, anchors: [] });
                const joined = joinLines([line([0, 0], [100, 0]), line([300, 10], [200, 5]), line([100, 0], [200, 5]), line([100, 0], [100, 90])]);
                return [joined.map(it => it.points.length).sort(), clipLine([[-50, 10], [20, 10], [20, 600]], 512)];"""))
        .isEqualTo("[[2,4],[[[0,10],[20,10],[20,512]]]]");
  }

  @Test
  void lettersFollowTheLineAndAreNeverUpsideDown() {
    assertThat(
            browser.answer(
                """
                const { along } = await import('/app/map/along.js');
                const letters = (text) => [...text].map(it => ({ text: it, width: 10, height: 12 }));
                const told = (points, text, at) => along(points, letters(text), at)?.map(it => [it.text, Math.round(it.x), Math.round(it.y), Math.round(180 * it.angle / Math.PI)]) ?? null;
                return [told([[100, 0], [0, 0]], 'AB', 50), told([[0, 0], [0, 100]], '人民', 50), told([[0, 0], [0, 100]], 'AB', 50),
                  told([[0, 0], [50, 0], [50, 50]], 'ABCD', 50), told([[0, 0], [15, 0]], 'AB', 7)];"""))
        .isEqualTo(
            "[[[\"A\",45,0,0],[\"B\",55,0,0]],[[\"人\",0,44,0],[\"民\",0,56,0]],[[\"A\",0,45,90],[\"B\",0,55,90]],null,null]");
  }

  @Test
  void theNameOfABentAreaStandsInsideIt() {
    assertThat(
            browser.answer(
                """
                const { anchorOf } = await import('/app/map/anchor.js');
                const { x, y, area } = anchorOf([[0, 0, 100, 0, 100, 100, 80, 100, 80, 20, 20, 20, 20, 100, 0, 100]]);
                const open = x > 20 && x < 80 && y > 20;
                return [open, area];"""))
        .isEqualTo("[false,5200]");
  }

  @Test
  void viewsAreReadOnlyWhenTheyAreSome() {
    assertThat(
            browser.answer(
                """
                const { readView, writeView } = await import('/app/map/view.js');
                const { address, read } = await import('/app/state.js');
                return [readView('14/113.4/30.58'), readView('14/113.4'), readView('a/b/c'), readView(''), writeView({ zoom: 14, lon: 113.4, lat: 30.58 }),
                  address(read('?layers=roads,zoning*50&emergency.q=a%26b'), { pathname: '/' })];"""))
        .isEqualTo(
            "[{\"zoom\":14,\"lon\":113.4,\"lat\":30.58},null,null,null,\"14/113.40000/30.58000\",\"/?layers=roads,zoning*50&emergency.q=a%26b\"]");
  }

  @Test
  void aRingThatCrossesItselfIsKnown() {
    assertThat(
            browser.answer(
                """
                const { crossesItself } = await import('/app/map/ring.js');
                return [crossesItself([[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]), crossesItself([[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]])];"""))
        .isEqualTo("[true,false]");
  }
}
