// The shapes: what kinds of fault there are and how many, what repair would do, and all of them on the map.

import { area, number, pick, t } from '../../i18n.js';
import { badge, button, h } from '../../ui/index.js';
import { kindName } from './faults.js';
import { shapeCount } from './lights.js';

const KINDS = ['missing', 'empty', 'invalid', 'duplicates', 'same', 'slivers', 'outside'];
const SIGNALS = { error: 'red', warning: 'orange', info: 'blue' };
const SHOWN = 20;

export function geometryPart(dataset, { onMap }) {
  if (dataset.geometry === 'none') return [h('p', { class: 'quiet', text: t('data.geometry.absent') })];
  const { shapes, repair } = dataset;
  const line = (name) => h('tr', {}, h('th', { scope: 'row', text: t(`data.shape.${name}`) }), h('td', { class: 'end number', text: number(shapeCount(dataset, name)) }));
  const types = Object.entries(shapes?.types ?? {});
  return [
    types.length > 0 && h('p', { class: 'fine number', text: types.map(([type, n]) => `${typeName(type)} ${number(n)}`).join(' · ') }),
    shapes?.mixed && h('p', { class: 'fine', text: t('data.shape.mixed') }),
    h('table', { class: 'table data-counts', 'aria-label': t('data.aspect.geometry') }, h('tbody', {}, KINDS.map(line))),
    shapeCount(dataset, 'invalid') > 0 && h('p', { class: 'fine', text: repairSentence(dataset, repair) }),
    dataset.faults > 0 && h('div', {}, button({ text: t('data.showFaults', { n: number(dataset.faults) }), icon: 'map', small: true, onClick: onMap })),
    problems(dataset),
  ];
}

const TYPES = ['point', 'multipoint', 'line', 'linestring', 'multiline', 'multilinestring', 'polygon', 'multipolygon', 'collection', 'geometrycollection'];
const typeName = (type) => (TYPES.includes(type.toLowerCase()) ? t(`data.shapeType.${type.toLowerCase()}`) : type);

function repairSentence(dataset, repair) {
  const n = number(shapeCount(dataset, 'repairable'));
  if (!repair) return t('data.repairable', { n });
  const { area_before: before, area_after: after } = repair;
  if (before == null || after == null) return t('data.repairable', { n });
  // A polygon that crosses itself may have next to no area before: a share of that says nothing.
  const change = (100 * (after - before)) / before;
  const share = Math.abs(change) < 100 ? ` (${change > 0 ? '+' : ''}${number(change, 4)}%)` : '';
  return t('data.repairable.area', { n, before: area(before), after: area(after), change: share });
}

/** The first of what was found, of any kind, in words. */
function problems({ problems = [], problemCount }) {
  if (problems.length === 0) return null;
  const line = (it) => h('li', { class: 'row tight' },
    badge(t(`data.severity.${it.severity in SIGNALS ? it.severity : 'info'}`), SIGNALS[it.severity] ?? 'blue'),
    h('span', { class: 'grow' }, it.row != null && h('span', { class: 'number quiet', text: `${t('data.row', { n: it.row })} ` }), pick(it.message) || kindName(it.code ?? '')));
  return h('div', { class: 'stack' }, h('h3', { text: t('data.problemsTitle', { n: number(problemCount ?? problems.length) }) }),
    h('ul', { class: 'data-problems scroll' }, problems.slice(0, SHOWN).map(line)));
}
