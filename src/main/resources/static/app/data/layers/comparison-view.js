// What differs between two versions: four numbers, the fields that changed, the places on the map, and who became what.

import { number, pick, t } from '../../i18n.js';
import { bars, button, h, note } from '../../ui/index.js';
import { difference } from '../target/difference.js';
import { changeMap } from './change-map.js';
import { openMatrix } from './matrix-drawer.js';

export function comparisonView(app, layer, job) {
  const { result } = job;
  const map = layer.geometry === 'none' ? null : changeMap(app, layer, job.id, result);
  let matrix = null;
  const names = new Map((layer.fields ?? []).map((it) => [it.name, pick(it.alias) || it.name]));
  const fields = Object.entries(result.changed_fields ?? {}).sort((a, b) => b[1] - a[1]);
  const element = h('div', { class: 'stack loose data-comparison' },
    h('p', { class: 'fine', text: t('data.comparedBy', { from: result.from, to: result.to, by: t(`data.comparedBy.${['key', 'fid', 'content'].includes(result.by) ? result.by : 'content'}`) }) }),
    result.crs_differs && note(t('data.crsDiffers'), 'warning'),
    difference({ insert: result.added, update: result.changed, unchanged: result.unchanged, delete: result.removed }),
    fields.length > 0 && h('section', { class: 'stack' }, h('h3', { text: t('data.changedFields') }), bars(fields.map(([name, n]) => ({ label: names.get(name) ?? (name === 'geom' || name === 'geometry' ? t('data.shapeField') : name), value: n, text: number(n) })), { label: t('data.changedFields') })),
    map?.element,
    result.matrix && h('section', { class: 'stack' }, h('h3', { text: t('data.matrix') }), h('p', { class: 'fine', text: t('data.matrixHint') }),
      h('div', {}, button({ text: t('data.openMatrix'), icon: 'table', onClick: () => { matrix?.stop(); matrix = openMatrix(app, layer, result); } }))));
  return {
    element,
    stop() {
      map?.stop();
      matrix?.stop();
    },
  };
}
