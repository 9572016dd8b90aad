// One box for an address or the name of a place, with suggestions: a combobox after the ARIA pattern.

import { lang, nameOf, pick, t } from '../i18n.js';
import { quietly } from '../signal.js';
import { field, h, input } from '../ui/index.js';

/** A position that was typed is a place without a name of its own. */
const asPlace = ({ title, read, lon, lat }) => ({ name: pick(title), kind: pick(read), lon, lat });

export function createPlaceSearch(app, { onPick }) {
  const run = app.api.latest();
  const askSoon = quietly(suggestPlaces, 200);
  let found = [];
  let active = -1;

  const options = h('ul', { id: 'services-places', role: 'listbox', class: 'services-places', hidden: true, 'aria-label': t('services.places') });
  const box = input({
    type: 'search', role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'services-places', 'aria-autocomplete': 'list',
    placeholder: t('services.placeHint'), on: { input: ask, keydown: keys, blur: () => shut() },
  });
  const none = h('p', { class: 'fine', role: 'status' });
  const element = h('div', { class: 'services-search' }, field(t('services.place'), box), options, none);

  function ask() {
    none.textContent = '';
    if (box.value.trim()) askSoon();
    else shut();
  }

  async function suggestPlaces() {
    const q = box.value.trim();
    try {
      const answer = await run((signal) => app.api.get('/api/places', { params: { q, limit: 8, lang: lang() }, signal }));
      if (answer) suggest([...answer.positions.map(asPlace), ...answer.places], q);
    } catch {
      shut();
      none.textContent = t('services.searchFailed');
    }
  }

  function suggest(places, q) {
    found = places;
    active = -1;
    options.replaceChildren(...places.map((place, i) =>
      h('li', { role: 'option', id: `services-place-${i}`, 'aria-selected': 'false', on: { mousedown: (event) => take(i, event) } },
        h('span', { text: nameOf(place) }),
        h('span', { class: 'fine', text: [pick(place.kind), pick(place.detail)].filter(Boolean).join(' · ') }))));
    open(places.length > 0);
    none.textContent = places.length === 0 ? t('services.noPlace', { q }) : '';
  }

  function keys(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') shut();
    else if (event.key === 'Enter' && found.length > 0) take(Math.max(active, 0), event);
    else if (step && found.length > 0) move(step, event);
  }

  function move(step, event) {
    event.preventDefault();
    active = (active + step + found.length) % found.length;
    [...options.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    box.setAttribute('aria-activedescendant', `services-place-${active}`);
  }

  function take(i, event) {
    event.preventDefault();
    const place = found[i];
    box.value = nameOf(place);
    shut();
    onPick({ lon: place.lon, lat: place.lat, name: nameOf(place) });
  }

  function open(is) {
    options.hidden = !is;
    box.setAttribute('aria-expanded', String(is));
    box.removeAttribute('aria-activedescendant');
  }

  function shut() {
    askSoon.cancel();
    run.abort();
    found = [];
    open(false);
  }

  return { element, focus: () => box.focus(), stop: shut };
}
