package org.citygis.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the work places reckon, asked of the modules themselves where they run: in the browser. */
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalModulesTest {
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
  void thirdClassesAreAddedToTheirSecondAndFirst() {
    assertThat(
            browser.answer(
                """
                const { classTree, secondClasses } = await import('/app/planning/statistics.js');
                const entry = (code, parent) => ({ code, parent, title: { zh: code, en: code }, color: '#fff' });
                const codes = { entries: [entry('A'), entry('A3', 'A'), entry('A33', 'A3'), entry('R'), entry('R2', 'R')] };
                const group = (code, area_m2) => ({ code, area_m2, count: 1, title: { zh: code, en: code } });
                const tree = classTree([group('A33', 10), group('A3', 20), group('R2', 70)], codes);
                return [tree.rows.map(row => [row.code, row.area, row.share]), secondClasses(tree).map(row => [row.code, row.area, row.codes])];"""))
        .isEqualTo(
            "[[[\"R\",70,0.7],[\"A\",30,0.3]],[[\"R2\",70,[\"R2\"]],[\"A3\",30,[\"A33\",\"A3\"]]]]");
  }

  @Test
  void aCellThatLooksLikeAFormulaStaysText() {
    assertThat(
            browser.answer(
                """
                const { csv } = await import('/app/planning/csv.js');
                return csv([['=1+1', 'a,"b"', -2.5]]);"""))
        .isEqualTo("\"\uFEFF'=1+1,\\\"a,\\\"\\\"b\\\"\\\"\\\",-2.5\\r\\n\"");
  }

  @Test
  void aQueryComesBackFromTheAddressAsItWas() {
    assertThat(
            browser.answer(
                """
                const { emptyQuery, fromAddress, toAddress } = await import('/app/emergency/query.js');
                const query = { ...emptyQuery(), range: 'custom', from: '2026-01-01', to: '2026-02-01', level: ['1', '2'],
                  q: '滨江路', area: { lon: 113.4, lat: 30.58, radius: 1500 } };
                return [toAddress(emptyQuery()), JSON.stringify(fromAddress(toAddress(query))) === JSON.stringify(query)];"""))
        .isEqualTo("[\"\",true]");
  }

  @Test
  void aDayOfAQueryIsADayInBeijing() {
    assertThat(
            browser.answer(
                """
                const { emptyQuery, period } = await import('/app/emergency/query.js');
                const { from, to } = period({ ...emptyQuery(), range: 'custom', from: '2026-10-01', to: '2026-10-01' }, 0, null);
                return [from.toISOString(), to.toISOString()];"""))
        .isEqualTo("[\"2026-09-30T16:00:00.000Z\",\"2026-10-01T15:59:59.999Z\"]");
  }

  @Test
  void anArchiveIsReadFromItsEndAndTheLiveDeskFromNow() {
    assertThat(
            browser.answer(
                """
                const { DAY, emptyQuery, period } = await import('/app/emergency/query.js');
                const now = Date.parse('2026-11-22T00:00:00Z');
                const from = (newest) => period({ ...emptyQuery(), range: '7d' }, now, newest).from.toISOString().slice(0, 10);
                return [from(now - 20 * DAY), from(now - DAY / 2), from(null)];"""))
        .isEqualTo("[\"2026-10-26\",\"2026-11-15\",\"2026-11-15\"]");
  }

  @Test
  void theTimeLineHasEveryDayAndBeginsItAtMidnightInBeijing() {
    assertThat(
            browser.answer(
                """
                const { histogram } = await import('/app/emergency/histogram.js');
                const at = (text) => Date.parse(text);
                const found = histogram([{ occurred_at: '2026-10-01T23:59:00+08:00' }, { occurred_at: '2026-10-02T00:00:00+08:00' }, { occurred_at: '2026-10-04T12:00:00+08:00' }],
                  at('2026-10-01T10:00:00+08:00'), at('2026-10-04T20:00:00+08:00'));
                return [found.bars.map(bar => bar.count), new Date(found.bars[0].at).toISOString()];"""))
        .isEqualTo("[[1,1,0,1],\"2026-09-30T16:00:00.000Z\"]");
  }

  @Test
  void aNewIncidentOutsideTheDrawnCircleIsNotShown() {
    assertThat(
            browser.answer(
                """
                const { circleRing, inside } = await import('/app/emergency/inside.js');
                const circle = { lon: 113.4, lat: 30.58, radius: 1000 };
                const ring = { ring: circleRing(circle) };
                const near = { lon: 113.41, lat: 30.58 }, far = { lon: 113.411, lat: 30.58 };
                return [inside(circle, near), inside(circle, far), inside(ring, near), inside(ring, far), inside(null, far)];"""))
        .isEqualTo("[true,false,true,false,true]");
  }

  @Test
  void daysWithTheSameHoursAreOneLine() {
    assertThat(
            browser.answer(
                """
                const { clock, daysAhead, week, weekday } = await import('/app/services/hours.js');
                const day = [['09:00', '12:00'], ['13:30', '17:00']];
                const hours = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [['09:00', '12:00']], sun: [] };
                return [week(hours).map(line => [line.first, line.last, line.spans.length]), weekday(new Date('2026-11-01T17:00:00Z')),
                  clock('2026-11-02T09:00:00+08:00'), daysAhead('2026-11-02T09:00:00+08:00', new Date('2026-11-01T15:00:00Z'))];"""))
        .isEqualTo(
            "[[[\"mon\",\"fri\",2],[\"sat\",\"sat\",1],[\"sun\",\"sun\",0]],\"mon\",\"09:00\",1]");
  }

  @Test
  void aFileNameBecomesALayerIdWhereItCan() {
    assertThat(
            browser.answer(
                """
                const { layerId, wrongIn } = await import('/app/data/publication.js');
                const draft = { mode: 'new', layer: 'zoning', zh: '' };
                return [layerId('Parcels 2026'), layerId('宗地'), layerId('2026_roads_v2'), wrongIn(draft, [{ id: 'zoning' }])];"""))
        .isEqualTo(
            "[\"parcels_2026\",\"\",\"\",{\"layer\":\"data.wrong.taken\",\"zh\":\"data.wrong.title\"}]");
  }
}
