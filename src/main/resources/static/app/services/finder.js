// Where from, for what, and whether open now.

import { pick, t } from '../i18n.js';
import { pickPoint } from '../map/sketch.js';
import { button, field, h, select } from '../ui/index.js';
import { createPlaceSearch } from './place-search.js';
import { whereAmI } from './position.js';

/** @param query changed in place: {place: {lon, lat, name}|null, item, open}; `onChange` is told after each change */
export function createFinder(app, query, { onChange }) {
  const near = button({ text: t('services.nearMe'), icon: 'locate', kind: 'primary', onClick: locate });
  const onMap = app.map && button({ text: t('services.pickOnMap'), icon: 'pin', onClick: fromMap });
  const said = h('p', { class: 'fine', role: 'status' });
  const start = h('p', { class: 'services-start row spread' });
  const search = createPlaceSearch(app, { onPick: choose });
  const items = app.layers.codes('service_item').map((entry) => ({ value: entry.code, text: pick(entry.title) }));
  const item = select([{ value: '', text: t('services.anyItem') }, ...items], { value: query.item, onChange: (value) => change({ item: value }) });
  const open = h('input', {
    type: 'checkbox', class: 'switch', role: 'switch', id: 'services-open', checked: query.open,
    on: { change: () => change({ open: open.checked }) },
  });

  const element = h('form', { class: 'stack', role: 'search', on: { submit: (event) => event.preventDefault() } },
    h('div', { class: 'services-where' }, near, onMap),
    search.element,
    start,
    said,
    field(t('services.item'), item),
    h('label', { class: 'row spread tight services-open-now', htmlFor: 'services-open' }, h('span', { text: t('services.openNow') }), open));

  function change(part) {
    Object.assign(query, part);
    drawStart();
    onChange();
  }

  function choose(place) {
    said.textContent = '';
    change({ place });
  }

  async function locate() {
    near.disabled = true;
    said.textContent = t('services.locating');
    try {
      const { lon, lat } = await whereAmI();
      choose({ lon, lat, name: t('services.myPlace') });
    } catch (refusal) {
      said.textContent = t(`services.position.${refusal.reason}`);
      search.focus();
    } finally {
      near.disabled = false;
    }
  }

  async function fromMap() {
    const point = await pickPoint(app);
    if (point) choose({ ...point, name: t('services.pickedPlace') });
  }

  function drawStart() {
    const { place } = query;
    start.hidden = !place;
    if (!place) return;
    start.replaceChildren(
      h('span', { text: t('services.distanceFrom', { place: place.name || t('services.pickedPlace') }) }),
      button({ text: t('services.clearPlace'), kind: 'plain', small: true, onClick: () => change({ place: null }) }));
  }

  drawStart();
  return { element, stop: search.stop };
}
