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
  void whatMatchedIsMarkedByTheServersRangesOrByItsWords() {
    assertThat(
            browser.answer(
                """
                const { marked, rangesOf } = await import('/app/search/highlight.js');
                const told = (nodes) => nodes.map(it => it.nodeName === 'MARK' ? `[${it.textContent}]` : it).join('');
                return [told(marked('人民广场', [[0, 2]])), told(marked('Renmin Road', rangesOf('Renmin Road', 'road ren'))), told(marked('ab', [[1, 5]])), told(marked('', []))];"""))
        .isEqualTo("[\"[人民]广场\",\"[Ren]min [Road]\",\"ab\",\"\"]");
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
                const draft = { mode: 'create', layer: 'zoning', zh: '' };
                return [layerId('Parcels 2026'), layerId('宗地'), layerId('2026_roads_v2'), wrongIn(draft, [{ id: 'zoning' }])];"""))
        .isEqualTo(
            "[\"parcels_2026\",\"\",\"\",{\"layer\":\"data.wrong.taken\",\"zh\":\"data.wrong.title\"}]");
  }

  @Test
  void anUploadGoesOnWhereTheServerSaysItStands() {
    assertThat(
            browser.answer(
                """
                const { createTransfer } = await import('/app/data/upload/transfer.js');
                const file = new File([new Uint8Array(10)], 'a.gpkg', { lastModified: 1 });
                const sent = [];
                let kept = 0, refused = false;
                const upload = () => ({ id: 'u1', chunk: 4, files: [{ index: 0, name: 'a.gpkg', size: 10, received: kept }] });
                const problem = (status, more) => Object.assign(new Error(), { name: 'ApiProblem', status, problem: more ?? {} });
                const api = {
                  post: async () => upload(), get: async () => upload(), delete: async () => null,
                  async chunk(path, bytes, { headers }) {
                    const from = Number(headers['Upload-Offset']);
                    if (from === 4 && !refused) { refused = true; kept = 6; throw problem(409, { offset: 6 }); }
                    sent.push([from, bytes.byteLength, headers['Upload-Checksum'].startsWith('sha256 ')]);
                    kept = from + bytes.byteLength;
                    return () => String(kept);
                  },
                };
                const ended = await new Promise(resolve => createTransfer(api, [file], { progress() {}, waiting() {}, going() {}, done: resolve, failed: resolve }).go());
                return [ended, sent, localStorage.getItem('citygis.uploads')];"""))
        .isEqualTo("[\"u1\",[[0,4,true],[6,4,true]],\"[]\"]");
  }

  @Test
  void aLostConnectionIsWaitedForAndTheUploadResumed() {
    assertThat(
            browser.answer(
                """
                const { createTransfer } = await import('/app/data/upload/transfer.js');
                const file = new File([new Uint8Array(8)], 'b.gpkg', { lastModified: 1 });
                let calls = 0, kept = 0, waited = 0;
                const upload = () => ({ id: 'u2', chunk: 4, files: [{ index: 0, name: 'b.gpkg', size: 8, received: kept }] });
                const api = {
                  post: async () => upload(), get: async () => upload(), delete: async () => null,
                  async chunk(path, bytes, { headers }) {
                    if (++calls === 2) throw Object.assign(new Error(), { name: 'ApiProblem', status: 0, problem: {} });
                    kept = Number(headers['Upload-Offset']) + bytes.byteLength;
                    return () => String(kept);
                  },
                };
                const ended = await new Promise(resolve => {
                  const transfer = createTransfer(api, [file], { progress() {}, going() {}, done: resolve, failed: resolve,
                    waiting() { waited++; setTimeout(() => transfer.retryNow()); } });
                  transfer.go();
                });
                return [ended, calls, waited];"""))
        .isEqualTo("[\"u2\",3,1]");
  }

  @Test
  void filesAreTakenWithTheirCompanionsOnly() {
    assertThat(
            browser.answer(
                """
                const { markOf, wrongWith } = await import('/app/data/upload/files.js');
                const file = (name, size = 1) => ({ name, size, lastModified: 7 });
                return [wrongWith([file('a.shp'), file('a.cpg', 0)]), wrongWith([file('a.prj')])?.key, wrongWith([file('a.exe')])?.key, wrongWith([file('a.gpkg', 0)])?.key,
                  markOf([file('b'), file('a')]) === markOf([file('a'), file('b')])];"""))
        .isEqualTo("[null,\"data.onlyCompanions\",\"data.strange\",\"data.emptyFile\",true]");
  }

  @Test
  void faultsAreReadFromAStreamCutAnywhere() {
    assertThat(
            browser.answer(
                """
                const { scanner } = await import('/app/data/report/faults.js');
                const features = [{ a: '}"{' , b: { c: [1] } }, { a: '宗地' }];
                const text = JSON.stringify({ type: 'FeatureCollection', features });
                const wrong = [];
                for (let cut = 1; cut < text.length; cut++) {
                  const found = [];
                  const scan = scanner(it => found.push(JSON.parse(it)));
                  scan(text.slice(0, cut));
                  scan(text.slice(cut));
                  if (JSON.stringify(found) !== JSON.stringify(features)) wrong.push(cut);
                }
                return wrong;"""))
        .isEqualTo("[]");
  }

  @Test
  void faultsThatWouldLieUponOneAnotherAreOneMark() {
    assertThat(
            browser.answer(
                """
                const { clusters } = await import('/app/data/report/clusters.js');
                const points = [{ lon: 113.4, lat: 30.58 }, { lon: 113.4001, lat: 30.58 }, { lon: 113.5, lat: 30.6 }];
                return [10, 20].map(zoom => clusters(points, zoom).map(it => it.points.length));"""))
        .isEqualTo("[[2,1],[1,1,1]]");
  }

  @Test
  void theVerdictAsksForAReferenceSystemBeforeItRefuses() {
    assertThat(
            browser.answer(
                """
                const { lightsOf, verdictOf } = await import('/app/data/report/lights.js');
                const { readDataset } = await import('/app/data/report/dataset.js');
                const told = { geometry: 'polygon', count: 9, publishable: true, crs: { code: 'EPSG:4547', confidence: 1 }, fields: [], faulty_rows: 0, shapes: {} };
                const of = (more) => readDataset({ ...told, ...more });
                return [of({}), of({ faulty_rows: 2 }), of({ publishable: false, crs: { code: null } }), of({ publishable: false }), of({ count: 0 })].map(it => verdictOf(it).light + ' ' + verdictOf(it).key)
                  .concat(lightsOf(of({ shapes: { invalid: 1, slivers: 2 } })).geometry.params.n);"""))
        .isEqualTo(
            "[\"good data.verdict.good\",\"look data.verdict.faulty\",\"look data.verdict.choice\",\"bad data.verdict.bad\",\"bad data.verdict.empty\",3]");
  }

  @Test
  void theTransferMatrixIsSummedInHectaresAndMu() {
    assertThat(
            browser.answer(
                """
                const { matrixRows, onlyMoved, readMatrix } = await import('/app/data/layers/matrix.js');
                const classes = ['R2', 'G1', 'M1'].map(code => ({ code, title: code }));
                const read = readMatrix({ rows: classes, columns: classes, areas: [[10000, 20000, 0], [0, 30000, 0], [0, 0, 40000]], to_nothing: [0, 0, 0], from_nothing: [10000, 0, 0] });
                return [read.rowSums, read.columnSums, read.total, read.most, matrixRows(read, 'mu')[1], onlyMoved(read).rows.map(it => it.code)];"""))
        .isEqualTo(
            "[[30000,30000,40000,10000],[20000,50000,40000],110000,20000,[\"R2\",\"15.00\",\"30.00\",\"0.00\",\"45.00\"],[\"R2\",\"G1\",\"∅\"]]");
  }

  @Test
  void anArrowPointsFromTheFileToTheReference() {
    assertThat(
            browser.answer(
                """
                const { arrow } = await import('/app/data/report/arrows.js');
                const [shaft, head] = arrow([113, 30, 113.01, 30]).coordinates;
                return [shaft, head.length, head[1], head[0][0] < 113.01 && head[2][0] < 113.01];"""))
        .isEqualTo("[[[113,30],[113.01,30]],3,[113.01,30],true]");
  }

  @Test
  void theZonesOfferedAreThoseAroundTheCity() {
    assertThat(
            browser.answer(
                """
                const { referenceSystems } = await import('/app/data/export/reference-systems.js');
                return referenceSystems({ crs: 'EPSG:4547', bbox: [113.2, 30.4, 113.6, 30.7] }, false).map(it => it.value).filter(Boolean);"""))
        .isEqualTo(
            "[\"OGC:CRS84\",\"EPSG:4490\",\"EPSG:4546\",\"EPSG:4548\",\"EPSG:4526\",\"EPSG:3857\",\"GCJ02\",\"BD09\"]");
  }
}
