// What applies here? A card with everything that the departments know of a place or a drawn area.

import { api, withParams } from '../api.js';
import { addTexts, lang, onLang, t } from '../i18n.js';
import { boxOf } from '../map/lonlat.js';
import { cssColor } from '../map/overlay.js';
import { append, button, empty, failed, h, iconButton, onPhone, show, skeleton } from '../ui/index.js';
import en from './en.js';
import { createReportView } from './report.js';
import { readReport, readSection } from './stream.js';
import { asGeometry, paramsOf, readWhere, textOf } from './where.js';
import zh from './zh.js';

addTexts({ zh, en });

let current = null;

/** Opens the report of a place [lon, lat] or of a GeoJSON polygon. */
export const openSite = (where) => current?.open(where);

/** Waits for a click on the map, or a drawing. While the card is open a click asks about another place. */
export const chooseSite = () => current?.choose();

export function createSite(app, stage) {
  const { map, state } = app;
  const title = h('h2');
  const body = h('div', { class: 'identify-body scroll site-body' });
  const closer = h('span');
  const card = h(
    'section',
    { class: 'float-card identify-card site-card', hidden: true, tabIndex: -1 },
    h('header', { class: 'float-head' }, title, closer),
    body,
  );
  const mark = map.overlay('site');
  const lit = map.overlay('site-feature');
  let where = null;
  let view = null;
  let running = null;
  append(stage, card);

  map.onClick(({ lon, lat }) => !card.hidden && (run([lon, lat]), true));
  card.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  app.float.on((who) => who !== 'site' && !card.hidden && close());
  onLang(() => !card.hidden && draw());
  app.layers.onReload(() => where && !card.hidden && run(where, false));
  state.onChange((keys) => {
    if (!keys.has('site')) return;
    const at = readWhere(state.get('site'));
    if (at) run(at, false);
    else close();
  });

  async function run(site, remember = true) {
    running?.abort();
    const mine = (running = new AbortController());
    where = site;
    if (remember) state.set({ site: textOf(site), at: null }, { push: card.hidden });
    unfold();
    bringIntoSight(site);
    mark.setFeatures({ type: 'Feature', id: 'site', properties: {}, geometry: asGeometry(site) }, { style: look });
    lit.clear();
    view = createReportView({ onShow: light, onRetry: again });
    const wait = setTimeout(() => !view.isOpen && frame(skeleton(6)), 100);
    const mineView = view;
    try {
      await readReport(site, {
        signal: mine.signal,
        opening(start) {
          if (mine.signal.aborted) return;
          mineView.opening(start);
          draw();
        },
        section: (answer) => !mine.signal.aborted && mineView.section(answer),
      });
    } catch (failure) {
      if (mine.signal.aborted) return;
      if (!mineView.isOpen) frame(failed(failure, () => run(site, false)));
    } finally {
      clearTimeout(wait);
    }
    if (!mine.signal.aborted && mineView.isOpen) mineView.broken();
  }

  /** One section that failed, asked again in its place. */
  async function again({ layer, how }, at) {
    const mine = view;
    const sections = await readSection(where, layer).catch(() => []);
    const answer = sections.find((it) => it.how === how);
    if (answer) mine.section(answer, at);
  }

  function draw() {
    if (!where) return frame(hint());
    if (!view?.isOpen) return;
    view.draw();
    frame(view.isEmpty ? empty({ icon: 'layers', title: t('site.none'), text: t('site.none.text') }) : view.element, actions());
  }

  function hint() {
    return empty({ icon: 'target', title: t('site.choose'), text: t('site.choose.text'), action: drawButton('site.draw') });
  }

  function drawButton(key) {
    return button({ text: t(key), icon: 'polygon', small: true, onClick: drawArea });
  }

  /** Two links to print from, where the outline fits into an address. */
  function actions() {
    const params = paramsOf(where);
    const link = (text, name, more) =>
      h('a', { class: 'button small', href: withParams('/api/site-report', { ...params, lang: lang(), ...more }), target: '_blank', rel: 'noopener', text, dataset: { name } });
    return h(
      'div',
      { class: 'site-actions row' },
      drawButton(Array.isArray(where) ? 'site.draw' : 'site.drawAgain'),
      params
        ? [
            link(t('site.page'), 'page', { f: 'html' }),
            link(t('site.pdf'), 'pdf', { f: 'pdf' }),
            link(t('site.pdf.both'), 'both', { f: 'pdf', bilingual: true }),
          ]
        : h('span', { class: 'fine', text: t('site.long') }),
    );
  }

  async function drawArea() {
    const shape = await map.draw('polygon');
    if (shape) run(shape);
  }

  function frame(...content) {
    title.textContent = t('site.title');
    card.setAttribute('aria-label', t('site.title'));
    show(closer, iconButton({ icon: 'close', label: t('action.close'), small: true, onClick: close }));
    const top = body.scrollTop;
    show(body, content);
    body.scrollTop = top;
  }

  function unfold() {
    app.float.emit('site');
    card.hidden = false;
    stage.classList.add('has-card');
    if (onPhone()) app.panel.height('peek');
  }

  /** On a phone the card covers the lower part of the map. */
  function bringIntoSight(site) {
    if (!onPhone()) return;
    if (Array.isArray(site)) map.flyTo(site, map.view().zoom);
    else map.fitBox(boxOf(site));
  }

  function choose() {
    running?.abort();
    where = null;
    unfold();
    body.scrollTop = 0;
    draw();
    card.focus({ preventScroll: true });
  }

  function close() {
    running?.abort();
    where = null;
    card.hidden = true;
    stage.classList.toggle('has-card', stage.querySelector('.identify-card:not([hidden])') !== null);
    mark.clear();
    lit.clear();
    state.set({ site: null });
  }

  /** Flies to a feature and, once it is there, draws its outline. */
  async function light(layer, feature) {
    const [west, south, east, north] = feature.bbox;
    map.fitBox([west, south, east, north], { maxZoom: 18 });
    const item = await api.get(`/ogc/collections/${layer}/items/${feature.fid}`, { params: { f: 'json' } }).catch(() => null);
    if (!item?.geometry || !boxOf(item.geometry)) return;
    const color = cssColor('--map-select');
    const isPoint = item.geometry.type.includes('Point');
    const style = () => (isPoint ? { fill: 'transparent', color, width: 3, size: 24 } : { color, width: 3, fillOpacity: 0.1 });
    lit.setFeatures({ type: 'Feature', id: 'lit', properties: {}, geometry: item.geometry }, { style });
  }

  current = { open: run, choose };
  const start = readWhere(state.get('site'));
  if (start) run(start, false);
}

function look(feature) {
  const color = cssColor('--map-site');
  return feature.geometry.type === 'Point'
    ? { fill: color, color: '#fff', size: 12, width: 2 }
    : { color, width: 3, fillOpacity: 0.06 };
}
