// Added, removed and changed features over the map; line and mark tell them apart as well as colour.

import { number, t } from '../../i18n.js';
import { cssColor } from '../../map/overlay.js';
import { boxOf } from '../../map/lonlat.js';
import { button, check, explain, h, note, show, skeleton } from '../../ui/index.js';
import { symbol } from '../symbol.js';

const LIMIT = 500;
const LOOKS = {
  added: { shape: 'plus', color: '--good-ink', width: 2.5, dash: null },
  removed: { shape: 'cross', color: '--red', width: 2.5, dash: '8 5' },
  changed: { shape: 'diamond', color: '--orange', width: 2.5, dash: '2 5' },
};
/** Marks of the map are filled, so a plus is a cross there. */
const MARKS = { plus: 'cross', cross: 'x', diamond: 'diamond' };

export function changeMap(app, layer, job, result) {
  const overlay = app.map.overlay('data-marks');
  const abort = new AbortController();
  const kinds = Object.keys(LOOKS).filter((kind) => result[kind] > 0);
  const on = new Set(kinds);
  const found = new Map();
  const said = h('div', { 'aria-live': 'polite' });
  const legend = h('ul', { class: 'data-lines' }, kinds.map((kind) => h('li', { class: 'row tight' }, symbol(LOOKS[kind]),
    h('span', { class: 'grow' }, check(`${t(`data.compared.${kind}`)} ${number(result[kind])}`, { checked: true, onChange: (value) => { value ? on.add(kind) : on.delete(kind); draw(); } })))));
  const element = h('section', { class: 'stack' }, h('h3', { text: t('data.onMap') }), kinds.length === 0 ? h('p', { class: 'fine', text: t('data.noChange') }) : legend, said);

  async function load() {
    if (kinds.length === 0) return;
    show(said, skeleton(2));
    try {
      await Promise.all(kinds.map(async (kind) => {
        const path = `/api/layers/${encodeURIComponent(layer.id)}/comparisons/${encodeURIComponent(job)}/features`;
        found.set(kind, await app.api.get(path, { params: { kind, limit: LIMIT }, signal: abort.signal, headers: { Accept: 'application/geo+json, application/json' } }));
      }));
      const more = kinds.filter((kind) => result[kind] > LIMIT);
      show(said, more.length > 0 && h('p', { class: 'fine', text: t('data.compareMore', { n: number(LIMIT) }) }), h('div', {}, button({ text: t('data.fitChanges'), icon: 'extent', small: true, onClick: fit })));
      draw();
      fit();
    } catch (failure) {
      if (abort.signal.aborted) return;
      show(said, note(explain(failure).text ?? explain(failure).title, 'error'), button({ text: t('action.retry'), icon: 'refresh', small: true, onClick: load }));
    }
  }

  const collection = () => ({ type: 'FeatureCollection', features: [...found].filter(([kind]) => on.has(kind)).flatMap(([kind, { features }]) => features.filter((it) => it.geometry).map((it, i) => ({ ...it, id: `${kind}-${it.id ?? i}`, properties: { kind } }))) });

  function draw() {
    overlay.setFeatures(collection(), {
      style: ({ properties: { kind }, geometry }) => {
        const { shape, color, width, dash } = LOOKS[kind];
        const tone = cssColor(color);
        return geometry.type.includes('Point') ? { color: '#fff', fill: tone, width: 1.5, size: 14, shape: MARKS[shape] } : { color: tone, fill: tone, width, dash, fillOpacity: kind === 'removed' ? 0.12 : 0.28 };
      },
    });
  }

  function fit() {
    const box = boxOf(collection());
    if (box) app.map.fitBox(box);
    if (box) app.panel.height('peek');
  }

  load();
  return {
    element,
    stop() {
      abort.abort();
      overlay.clear();
    },
  };
}
