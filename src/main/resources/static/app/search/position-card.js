// A position that was typed: a mark on the map, every notation of it to copy, and where to go on from here.

import { api } from '../api.js';
import { distance, lang, onLang, pick, t } from '../i18n.js';
import { cssColor } from '../map/overlay.js';
import { openSite } from '../site/site.js';
import { append, badge, button, empty, failed, h, iconButton, notify, onPhone, show, skeleton } from '../ui/index.js';
import { createNearest } from './nearest.js';
import './texts.js';

const USUAL = 6;

let current = null;

/** Opens the card of a position as /api/places answers it. */
export const openPosition = (position) => current?.open(position);

/** The address keeps it as position=lon,lat. */
export function createPositionCard(app, stage) {
  const { map, state } = app;
  const title = h('h2');
  const body = h('div', { class: 'identify-body scroll stack' });
  const closer = h('span');
  const card = h(
    'section',
    { class: 'float-card identify-card position-card', hidden: true, tabIndex: -1 },
    h('header', { class: 'float-head' }, title, closer),
    body,
  );
  const mark = map.overlay('position');
  const ask = api.latest();
  let position = null;
  /** How it was written is known of what was typed here, not of what an address tells. */
  let typed = false;
  append(stage, card);

  card.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  app.float.on((who) => who !== 'position' && !card.hidden && close());
  onLang(() => !card.hidden && (position ? draw() : restore()));
  state.onChange((keys) => keys.has('position') && restore());

  function open(next) {
    ask.abort();
    position = next;
    typed = true;
    const { lon, lat } = position;
    state.set({ position: `${lon.toFixed(7)},${lat.toFixed(7)}`, at: null, place: null, site: null }, { push: true });
    unfold();
    draw();
    map.flyTo([lon, lat], Math.max(17, map.view().zoom));
    card.focus({ preventScroll: true });
  }

  /** From the address: the server reads it again. */
  async function restore() {
    const text = state.get('position');
    if (text === null) return card.hidden || close();
    position = null;
    typed = false;
    unfold();
    frame(t('position.title'), skeleton(5));
    try {
      const [lon, lat] = text.split(',').map(Number);
      const q = `lon=${lon.toFixed(7)} lat=${lat?.toFixed(7)}`;
      const answer = await ask((signal) => api.get('/api/places', { params: { q, limit: 1, lang: lang() }, signal }));
      if (!answer) return undefined;
      position = answer.positions[0] ?? null;
      return position ? draw() : frame(t('position.title'), empty({ icon: 'target', title: t('position.gone'), text: t('position.gone.text') }));
    } catch (failure) {
      return frame(t('position.title'), failed(failure, restore));
    }
  }

  function draw() {
    const at = [position.lon, position.lat];
    mark.setFeatures(
      { type: 'Feature', id: 'pin', properties: {}, geometry: { type: 'Point', coordinates: at } },
      { style: () => ({ shape: 'pin', size: 26, fill: cssColor('--red'), color: '#fff', width: 2 }) },
    );
    const nearest = createNearest(app, at);
    frame(
      pick(position.title),
      typed && h('p', { class: 'fine', text: pick(position.read) }),
      h('div', { class: 'row' }, badges()),
      h(
        'div',
        { class: 'row position-actions' },
        button({ text: t('site.ask'), icon: 'target', small: true, onClick: () => openSite(at) }),
        button({ text: t('position.nearest'), icon: 'route', small: true, onClick: nearest.ask }),
        button({ text: t('position.here'), icon: 'info', small: true, onClick: () => app.identify({ lon: at[0], lat: at[1], zoom: 18 }) }),
      ),
      nearest.element,
      notations(Object.entries(position.notations)),
    );
  }

  function badges() {
    const { in_city: inside, shifted, accuracy_m: metres } = position;
    return [
      badge(t(inside ? 'position.inside' : 'position.outside'), inside ? 'good' : 'orange'),
      shifted && badge(t('position.corrected', { shift: shifted }), 'yellow'),
      typed && badge(t('position.accuracy', { distance: fine(metres) })),
    ].filter(Boolean);
  }

  /** The usual ones, and the rest on request. */
  function notations(all) {
    const rows = (some) => h('dl', { class: 'position-notations' }, some.map(notation));
    return [rows(all.slice(0, USUAL)), all.length > USUAL && h('details', {}, h('summary', { text: t('position.more') }), rows(all.slice(USUAL)))];
  }

  function notation([name, { title: words, text, crs }]) {
    return h(
      'div',
      { class: 'position-notation', dataset: { notation: name } },
      h('dt', {}, pick(words), crs && h('span', { class: 'fine', text: ` ${crs}` })),
      h('dd', {}, h('span', { class: 'number grow', text }), iconButton({ icon: 'copy', label: t('position.copy', { name: pick(words) }), small: true, onClick: () => copy(text) })),
    );
  }

  function frame(words, ...content) {
    title.textContent = words;
    card.setAttribute('aria-label', words);
    show(closer, iconButton({ icon: 'close', label: t('action.close'), small: true, onClick: close }));
    show(body, content);
  }

  function unfold() {
    app.float.emit('position');
    card.hidden = false;
    stage.classList.add('has-card');
    if (onPhone()) app.panel.height('peek');
  }

  function close() {
    ask.abort();
    position = null;
    card.hidden = true;
    stage.classList.toggle('has-card', stage.querySelector('.identify-card:not([hidden])') !== null);
    mark.clear();
    state.set({ position: null });
  }

  current = { open };
  if (state.get('position') !== null) restore();
}

/** Below a metre in centimetres: a survey tells more than a map. */
const fine = (metres) => (metres < 1 ? `${Number((metres * 100).toPrecision(1))} ${t('position.cm')}` : distance(metres));

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    notify(t('position.copied', { text }), 'success');
  } catch {
    notify(t('position.copy.failed'), 'error');
  }
}
