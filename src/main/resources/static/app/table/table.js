// A layer as a table under the map: one page at a time, sorted, filtered and chosen from; tied to the map both ways.

import { toLeaflet } from '../map/lonlat.js';
import { inRange } from '../map/vector-layer.js';
import { announce, notify, onPhone } from '../ui/index.js';
import { number, pick, t } from '../i18n.js';
import { readCql2 } from '../filter/cql2-read.js';
import { fieldsOf } from '../filter/model.js';
import { quietly } from '../signal.js';
import { asked as ask, conditions, noAddress, sorted, toAddress } from './asked.js';
import { createBody } from './body.js';
import { createGrid } from './grid.js';
import { createMapFilter } from './map-filter.js';
import { createPages } from './pages.js';
import { createSelection } from './selection.js';
import { createSide } from './side.js';
import { createTools } from './tools.js';
import './texts.js';

/** Opens the table of a layer; what else the reader may want of it stands in `options`, as in asked(). Answers {close}. */
export function openTable(app, id, options = {}) {
  const layer = app.layers.get(id);
  if (!layer) return notify(t('table.noLayer', { layer: id }), 'error');
  const { map, state, layers } = app;
  const asked = ask(id, options);
  const fields = layer.fields ?? [];
  const shown = () => (asked.columns ? fields.filter((field) => asked.columns.includes(field.name)) : fields);
  const pages = createPages(app.api, () => map.view().box);
  const selection = createSelection(app, () => pages.shapes(fields[0]?.name ?? ''));
  const grid = createGrid(layers, selection, { sort, open: zoomTo, copy, page: (step) => (step > 0 ? pages.page.next && turn(pages.next) : pages.page.hasPrevious && turn(pages.previous)) });
  const body = createBody({ grid, selection, onTurn: (step) => turn(step > 0 ? pages.next : pages.previous), onCancel: () => pages.cancel(), onRetry: () => turn(() => pages.first(asked)), onWiden: widen });
  const side = createSide(app, layer, asked, { onFilter, onColumns, conditions: () => conditions(chosenOnly(), map.view().box), matched: () => pages.page?.matched, onClose: () => tools.draw() });
  const onMap = createMapFilter(app, layer);
  const tools = createTools({ layer, asked, side, selection, onMap, root, drawer: app.bottom.element, onView, onZoom: () => zoomTo() });
  if (layer.geometry !== 'none' && !layers.isVisible(id)) layers.set(id, { visible: true });

  const offs = [
    map.onMoveEnd(quietly(() => asked.inView && turn(() => pages.first(asked)), 400)),
    map.onClick(find),
    selection.onChange(() => {
      tools.draw();
      body.tell();
      side.refresh();
    }),
  ];

  async function turn(step) {
    body.wait();
    try {
      const page = await step();
      // Given up, or overtaken by another that is still under way.
      if (!page) return;
      side.refuse(null);
      grid.draw(page, shown(), asked.sort, pick(layer.title));
      body.page(page);
      app.bottom.title(t('table.title', { layer: pick(layer.title), count: page.matched === null ? '?' : number(page.matched) }));
      announce(t('table.matched', { count: number(page.matched ?? page.rows.length) }));
    } catch (failure) {
      if (failure.problem?.parameter?.startsWith('filter')) side.refuse(failure.problem);
      app.bottom.title(pick(layer.title));
      body.failed(failure);
    }
    side.refresh();
    tools.draw();
  }

  /** The filter as rows, null when it says more than rows can. */
  function root() {
    return readCql2(asked.filter, fieldsOf(layer));
  }

  /** Another question: from its first page, and in the address. */
  function change(part) {
    Object.assign(asked, part);
    if (stopped) return;
    state.set(toAddress(asked));
    onMap.follow(root());
    turn(() => pages.first(asked));
  }

  function sort(field, add) {
    change({ sort: sorted(asked.sort, field, add) });
  }

  function onFilter(filter) {
    change({ filter });
  }

  function onColumns(columns) {
    change({ columns });
  }

  function onView(inView) {
    change({ inView });
  }

  /** Nothing found: away with what narrows. */
  function widen() {
    side.clearFilter();
    change({ filter: '', inView: false, chosen: null });
  }

  /** The question of an export: of the chosen ones when there are any. */
  const chosenOnly = () => (selection.size > 0 ? { ...asked, inView: false, filter: '', chosen: selection.all() } : asked);

  async function zoomTo(fid) {
    const box = await selection.box(fid === undefined ? undefined : [fid]);
    if (!box) return notify(t('table.noShape'), 'info');
    if (fid !== undefined && !selection.has(fid)) selection.only(fid);
    if (onPhone()) tools.half(true);
    map.fitBox(box, { maxZoom: 18 });
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      notify(t('table.copied', { text: text.length > 40 ? `${text.slice(0, 40)}…` : text }), 'success');
    } catch {
      notify(t('table.copyFailed'), 'error');
    }
  }

  /** A click on the map chooses the feature that is there. */
  async function find({ lon, lat, zoom }) {
    if (!inRange(layer, zoom)) return;
    try {
      const answer = await app.api.get('/api/identify', { params: { lon, lat, zoom: Math.round(zoom), layers: id } });
      const feature = answer.results?.[0]?.features?.[0];
      if (!feature || stopped) return;
      selection.only(feature.fid, feature.geometry);
      if (!grid.reveal(feature.fid)) announce(t('table.elsewhere'));
    } catch (failure) {
      console.warn(failure);
    }
  }

  let stopped = false;
  function stop() {
    stopped = true;
    pages.cancel();
    offs.forEach((off) => off());
    side.close();
    selection.stop();
    onMap.stop();
  }

  // What stood in the middle of the map stays there, above the table.
  const { lon, lat, zoom } = map.view();
  app.bottom.show({
    title: pick(layer.title),
    className: 'is-table',
    content: [side.element, body.element],
    tools: tools.element,
    height: Math.max(280, window.innerHeight * 0.42),
    onClose: () => state.set(noAddress()),
    onGone: stop,
  });
  if (!onPhone()) map.leaflet.setView(toLeaflet([lon, lat]), zoom, { animate: false });
  else app.panel.height('peek');
  change({});
  if (asked.filter && !onPhone()) side.open('filter');
  return { close: () => app.bottom.hide() };
}
