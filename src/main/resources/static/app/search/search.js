import { api } from '../api.js';
import { lang, onLang, t } from '../i18n.js';
import { quietly } from '../signal.js';
import { announce, append, failed, freshId, h, icon, iconButton, show, skeleton } from '../ui/index.js';
import { coordinateHit, layerHits, placeHit, workHits } from './hits.js';

/** The one box: places and addresses by the server; layers, work places and coordinates at once. */
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
    list: null,
  });
  const clear = h('span');
  const list = h('div', { class: 'search-list scroll', id, role: 'listbox', hidden: true });
  const element = h('search', { class: 'search' }, h('div', { class: 'search-box' }, icon('search'), box, clear), list);
  const ask = api.latest();
  const askSoon = quietly(askPlaces, 180);
  let quick = [];
  let places = [];
  let state = 'idle';
  let failure = null;
  let active = -1;

  box.addEventListener('input', change);
  box.addEventListener('focus', () => box.value.trim() && open());
  box.addEventListener('keydown', key);
  element.addEventListener('focusout', (event) => !element.contains(event.relatedTarget) && close());
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target.closest('input, textarea, select')) return;
    event.preventDefault();
    box.focus();
  });

  function change() {
    const query = box.value.trim();
    active = -1;
    ask.abort();
    places = [];
    clear.hidden = query === '';
    if (query === '') return close();
    quick = [...coordinateHit(app, query), ...layerHits(app, query), ...workHits(query, openWork)];
    state = 'asking';
    draw();
    open();
    askSoon(query);
  }

  async function askPlaces(query) {
    const view = app.map.view();
    try {
      const answer = await ask((signal) =>
        api.get('/api/places', {
          params: { q: query, lang: lang(), lon: view.lon.toFixed(5), lat: view.lat.toFixed(5), limit: 12 },
          signal,
        }),
      );
      if (!answer || query !== box.value.trim()) return;
      places = answer.places.map((place) => placeHit(app, place));
      state = 'done';
      announce(t('search.count', { count: places.length + quick.length }));
    } catch (problem) {
      failure = problem;
      state = 'failed';
    }
    draw();
  }

  const hits = () => [...places, ...quick];

  function draw() {
    const groups = new Map();
    for (const hit of hits()) (groups.get(hit.group) ?? groups.set(hit.group, []).get(hit.group)).push(hit);
    let index = 0;
    const nodes = [...groups].map(([group, found]) =>
      h(
        'div',
        { role: 'group', 'aria-label': t(group) },
        h('h4', { class: 'search-group', text: t(group) }),
        found.map((hit) => option(hit, index++)),
      ),
    );
    if (state === 'asking' && nodes.length === 0) nodes.push(h('div', { class: 'search-pad' }, skeleton(3)));
    if (state === 'failed') nodes.push(failed(failure, change));
    if (state === 'done' && nodes.length === 0)
      nodes.push(
        h(
          'div',
          { class: 'search-none' },
          h('strong', { text: t('search.none', { query: box.value.trim() }) }),
          h('p', { class: 'fine', text: t('search.none.text') }),
        ),
      );
    show(list, nodes);
    mark();
  }

  function option(hit, index) {
    return h(
      'div',
      {
        class: 'search-hit',
        role: 'option',
        id: `${id}-${index}`,
        'aria-selected': 'false',
        on: {
          mousedown: (event) => event.preventDefault(),
          click: () => choose(hit),
          mousemove: () => index !== active && mark((active = index)),
        },
      },
      icon(hit.icon),
      h(
        'span',
        { class: 'grow' },
        h('span', { class: 'search-name', text: hit.name }),
        hit.detail && h('span', { class: 'fine', text: hit.detail }),
      ),
      hit.side && h('span', { class: 'fine number', text: hit.side }),
    );
  }

  function mark() {
    for (const it of list.querySelectorAll('[role=option]')) {
      const is = it.id === `${id}-${active}`;
      it.setAttribute('aria-selected', String(is));
      if (is) it.scrollIntoView({ block: 'nearest' });
    }
    if (active >= 0) box.setAttribute('aria-activedescendant', `${id}-${active}`);
    else box.removeAttribute('aria-activedescendant');
  }

  function key(event) {
    const found = hits();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (found.length === 0) return;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      active = (active + step + found.length) % found.length;
      open();
      mark();
    } else if (event.key === 'Enter') {
      const hit = found[Math.max(0, active)];
      if (hit) choose(hit);
    } else if (event.key === 'Escape') {
      if (list.hidden) reset();
      else close();
    }
  }

  function choose(hit) {
    close();
    box.blur();
    if (hit.keep !== false) box.value = hit.name;
    hit.run();
  }

  function reset() {
    box.value = '';
    change();
    app.map.overlay('search').clear();
    box.focus();
  }

  function open() {
    list.hidden = false;
    box.setAttribute('aria-expanded', 'true');
  }

  function close() {
    list.hidden = true;
    box.setAttribute('aria-expanded', 'false');
  }

  function words() {
    box.placeholder = t('search.placeholder');
    box.setAttribute('aria-label', t('search.label'));
    list.setAttribute('aria-label', t('search.label'));
    append(show(clear), iconButton({ icon: 'close', label: t('search.clear'), small: true, onClick: reset }));
    clear.hidden = box.value === '';
  }

  words();
  onLang(words);
  return element;
}
