import { api } from '../api.js';
import { lang, onLang, pick, t } from '../i18n.js';
import { boxOf } from '../map/lonlat.js';
import { cssColor } from '../map/overlay.js';
import { inRange } from '../map/vector-layer.js';
import { announce, append, button, empty, failed, h, iconButton, note, onPhone, show, skeleton } from '../ui/index.js';
import { openSite } from '../site/site.js';
import { addressOf, questionOf } from './address.js';
import { featureCard } from './feature.js';

/**
 * A click on the map asks every visible layer what is there; the answer stands in a card and in the address (at=lon,lat).
 * A feature that was searched for is asked for alone (place=layer.fid@lon,lat).
 */
export function createIdentify(app, stage) {
  const { map, layers, state } = app;
  const title = h('h2');
  const body = h('div', { class: 'identify-body scroll' });
  const closer = h('span');
  const card = h(
    'section',
    { class: 'float-card identify-card', hidden: true, tabIndex: -1 },
    h('header', { class: 'float-head' }, title, closer),
    body,
  );
  const ask = api.latest();
  const mark = map.overlay('identify');
  let asked = null;
  append(stage, card);

  map.onClick(({ lon, lat, zoom }) => run({ lon, lat, zoom }));
  card.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  onLang(() => asked && run(asked, false));
  state.onChange((keys) => {
    if (!keys.has('at') && !keys.has('place')) return;
    const query = questionOf(state);
    if (query) run(query, false);
    else if (asked) close();
  });
  layers.onReload(() => asked && run(asked, false));
  app.identify = run;
  app.float.on((who) => who !== 'identify' && !card.hidden && close());
  const start = questionOf(state);
  if (start) run(start, false);

  /** lon, lat; zoom decides how near is near; only: layer ids instead of all visible ones. */
  async function run(query, remember = true) {
    asked = query;
    const { lon, lat, zoom = map.view().zoom, only } = query;
    const ids =
      only ??
      layers
        .visible()
        .filter((layer) => inRange(layer, zoom))
        .map((layer) => layer.id);
    if (remember) state.set(addressOf(query), { push: card.hidden || query.fid !== undefined });
    open();
    point();
    if (ids.length === 0)
      return tell(
        t('identify.title'),
        empty({ icon: 'layers', title: t('identify.nolayers'), text: t('identify.nolayers.text') }),
      );
    const wait = setTimeout(() => tell(t('identify.title'), skeleton(5)), 100);
    try {
      const answer = await ask((signal) =>
        api.get('/api/identify', { params: { lon, lat, zoom: Math.round(zoom), layers: ids, lang: lang() }, signal }),
      );
      clearTimeout(wait);
      if (answer) draw(answer.results ?? [], query, answer.failed ?? []);
    } catch (failure) {
      clearTimeout(wait);
      tell(
        t('identify.title'),
        failed(failure, () => run(query, false)),
      );
    }
  }

  function draw(results, { fid }, silent) {
    const found = results.flatMap((result) =>
      result.features.map((feature) => ({
        ...feature,
        layer: layers.get(result.layer) ?? { id: result.layer, title: result.title, fields: [] },
      })),
    );
    // The one asked for, then what is particular before what is large: a stop before its street before the district.
    found.sort(
      (a, b) =>
        (b.fid === fid) - (a.fid === fid) ||
        sizeOf(a.geometry) - sizeOf(b.geometry) ||
        (b.layer.order ?? 0) - (a.layer.order ?? 0),
    );
    const notes = silent.map(({ layer, detail }) => note(`${pick(layers.get(layer)?.title) || layer}: ${detail}`, 'warning'));
    if (found.length === 0) {
      announce(t('identify.none'));
      return tell(
        t('identify.title'),
        notes,
        empty({ icon: 'search', title: t('identify.none'), text: t('identify.none.text') }),
      );
    }
    const cards = found.map((feature, i) =>
      featureCard(app, feature, { open: i === 0, onOpen: () => light(feature), onZoom: () => zoomTo(feature) }),
    );
    tell(t('identify.title'), notes, h('div', { class: 'features' }, cards));
    announce(t('identify.count', { count: found.length }));
    light(found[0]);
  }

  function tell(text, ...content) {
    title.textContent = text;
    card.setAttribute('aria-label', text);
    show(closer, iconButton({ icon: 'close', label: t('action.close'), small: true, onClick: close }));
    show(body, content, whatApplies());
    body.scrollTop = 0;
  }

  /** The question that goes on from here, to all departments. */
  function whatApplies() {
    const { lon, lat } = asked;
    const ask = button({ text: t('site.ask'), icon: 'target', small: true, onClick: () => openSite([lon, lat]) });
    return h('div', { class: 'site-ask' }, ask);
  }

  function open() {
    card.hidden = false;
    stage.classList.add('has-card');
    app.float.emit('identify');
    if (onPhone()) app.panel.height('peek');
  }

  function close() {
    ask.abort();
    asked = null;
    card.hidden = true;
    stage.classList.remove('has-card');
    mark.clear();
    state.set({ at: null, place: null });
  }

  function point() {
    mark.setFeatures(where(), { style: () => spot() });
  }

  function where() {
    return { type: 'Feature', id: 'where', properties: {}, geometry: { type: 'Point', coordinates: [asked.lon, asked.lat] } };
  }

  /** A dot where somebody clicked, a pin where a feature was searched for. */
  function spot() {
    return asked?.fid === undefined
      ? { fill: cssColor('--map-select'), color: '#fff', size: 10 }
      : { shape: 'pin', size: 26, fill: cssColor('--red'), color: '#fff', width: 2 };
  }

  function light(feature) {
    if (!feature.geometry) return;
    const isPoint = feature.geometry.type.includes('Point');
    const box = boxOf(feature.geometry);
    const view = map.view().box;
    const large = box && box[2] - box[0] > (view[2] - view[0]) / 2;
    const lit = { type: 'Feature', id: 'lit', properties: {}, geometry: feature.geometry };
    const look = () =>
      isPoint
        ? { fill: 'transparent', color: cssColor('--map-select'), width: 3, size: 24 }
        : { color: cssColor('--map-select'), width: 3, fillOpacity: large ? 0 : 0.14 };
    mark.setFeatures(
      { type: 'FeatureCollection', features: feature.fid === asked.fid ? [lit, where()] : [lit] },
      { style: ({ id }) => (id === 'where' ? spot() : look()) },
    );
  }

  function zoomTo(feature) {
    const box = boxOf(feature.geometry);
    if (box) map.fitBox(box, { maxZoom: 18 });
  }
}

/** The area of the box; lines count for less than areas, points for nothing. */
function sizeOf(geometry) {
  const box = geometry && boxOf(geometry);
  if (!box) return Infinity;
  const size = (box[2] - box[0]) * (box[3] - box[1]);
  return geometry.type.includes('Line') ? size / 1e6 : size;
}
