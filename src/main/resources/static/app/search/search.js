// The one box: places and positions by the server; layers, work places and commands at once. A combobox after the ARIA pattern.

import { api } from '../api.js';
import { lang, onLang, pick, t } from '../i18n.js';
import { quietly } from '../signal.js';
import { announce, append, failed, freshId, h, icon, iconButton, note, show, skeleton } from '../ui/index.js';
import { commandHits, layerHits, placeHit, positionHit, recentHits } from './hits.js';
import { createList } from './list.js';
import { nothing } from './nothing.js';
import { forget, recent, remember } from './recent.js';
import { onShortcut } from './shortcut.js';
import './texts.js';

const QUIET = 120;
const SLOW = 200;
const MOST = 15;

export function createSearch(app, openWork) {
  const id = freshId('search');
  const box = h('input', {
    type: 'search',
    class: 'search-input',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: false,
    enterKeyHint: 'search',
    'aria-autocomplete': 'list',
    'aria-controls': id,
    'aria-expanded': 'false',
    'aria-keyshortcuts': '/ Control+K',
    list: null,
  });
  const list = createList({ id, box, onChoose: choose });
  const clear = h('span');
  const hint = h('kbd', { class: 'search-key', 'aria-hidden': 'true', text: '/' });
  const state = h('div', { class: 'search-state' });
  const sheet = h('div', { class: 'search-list scroll', hidden: true, on: { mousedown: keepFocus } }, list.element, state);
  const element = h('search', { class: 'search' }, h('div', { class: 'search-box' }, icon('search'), box, hint, clear), sheet);
  const ask = api.latest();
  const askSoon = quietly(asked, QUIET);
  /** The query whose first hit Enter has asked for before its answer was there. */
  let awaited = null;

  box.addEventListener('input', change);
  box.addEventListener('focus', () => (box.value.trim() === '' ? offerRecent() : list.count > 0 ? open() : change()));
  box.addEventListener('keydown', key);
  element.addEventListener('focusout', (event) => !element.contains(event.relatedTarget) && close());
  onShortcut(() => {
    box.focus();
    box.select();
  });

  function change() {
    const query = box.value.trim();
    ask.abort();
    askSoon.cancel();
    awaited = null;
    tell();
    if (query === '') return offerRecent();
    list.fade();
    show(state);
    open();
    askSoon(query);
  }

  async function asked(query) {
    const wait = setTimeout(() => show(state, h('div', { class: 'search-pad' }, skeleton(3))), SLOW);
    const own = () => [...layerHits(app, query), ...commandHits(app, query, openWork)];
    try {
      const { lon, lat } = app.map.view();
      const answer = await ask((signal) =>
        api.get('/api/places', {
          params: { q: query, lang: lang(), lon: lon.toFixed(5), lat: lat.toFixed(5), limit: MOST },
          signal,
        }),
      );
      clearTimeout(wait);
      if (!answer || query !== box.value.trim()) return;
      const positions = answer.positions.map((position) => positionHit(app, position));
      const places = answer.places.map((place) => placeHit(app, place, query));
      draw([...positions, ...places, ...own()], query, answer.incomplete ?? []);
    } catch (failure) {
      clearTimeout(wait);
      if (query !== box.value.trim()) return;
      list.draw(own());
      show(state, failed(failure, again), list.count > 0 && h('p', { class: 'fine search-pad', text: t('search.failed') }));
    }
  }

  /** incomplete: the layers in which something may not have been found, and why. */
  function draw(hits, query, incomplete) {
    list.draw(hits);
    const gaps = incomplete.map(({ layer, reason }) => note(`${app.layers.title(layer)}: ${pick(reason)}`, 'warning'));
    show(state, hits.length === 0 && nothing(query, type), gaps);
    announce(hits.length === 0 ? t('search.none', { query }) : t('search.count', { count: hits.length }));
    if (awaited === query && hits.length > 0) choose(list.chosen);
  }

  function again() {
    box.focus();
    change();
  }

  function offerRecent() {
    const hits = recentHits(app, recent(), () => {
      forget();
      announce(t('search.forgotten'));
    });
    list.draw(hits);
    show(state);
    if (hits.length === 0) return close();
    announce(t('search.count.recent', { count: hits.length - 1 }));
    return open();
  }

  function key(event) {
    const run = {
      ArrowDown: () => list.step(1),
      ArrowUp: () => list.step(-1),
      Home: () => list.isActive && list.first(),
      End: () => list.isActive && list.last(),
    }[event.key];
    if (run && (event.key.startsWith('Arrow') || list.isActive)) {
      event.preventDefault();
      if (sheet.hidden) open();
      run();
    } else if (event.key === 'Enter' && !event.isComposing) {
      if (list.chosen && !sheet.hidden) choose(list.chosen);
      else awaited = box.value.trim();
    } else if (event.key === 'Escape') {
      if (sheet.hidden) reset();
      else close();
    }
  }

  function choose(hit) {
    if (hit.item) remember(hit.item);
    if (hit.keep !== false) box.value = hit.text;
    close();
    tell();
    box.blur();
    list.draw([]);
    hit.run();
  }

  function type(text) {
    box.value = text;
    box.focus();
    change();
  }

  function reset() {
    box.value = '';
    box.focus();
    change();
  }

  function open() {
    if (document.activeElement !== box) return;
    sheet.hidden = false;
    box.setAttribute('aria-expanded', 'true');
  }

  function close() {
    sheet.hidden = true;
    awaited = null;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  }

  /** The button that empties the box, or the key that leads to it. */
  function tell() {
    clear.hidden = box.value === '';
    hint.hidden = !clear.hidden;
  }

  function words() {
    box.placeholder = t('search.placeholder');
    box.setAttribute('aria-label', t('search.label'));
    box.title = t('search.keys');
    list.element.setAttribute('aria-label', t('search.label'));
    append(show(clear), iconButton({ icon: 'close', label: t('search.clear'), small: true, onClick: reset }));
    list.draw([]);
    tell();
  }

  words();
  onLang(words);
  // Names of what only the staff sees do not stay behind for the next one at this desk.
  app.session.onChange((user) => user ?? forget());
  return element;
}

/** Buttons may take the focus; the rest of the list leaves it in the box. */
function keepFocus(event) {
  if (!event.target.closest('button')) event.preventDefault();
}
