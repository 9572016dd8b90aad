// What a publication changes, as four numbers and one bar.

import { number, t } from '../../i18n.js';
import { h } from '../../ui/index.js';
import { symbol } from '../symbol.js';

export const CHANGES = [
  { name: 'insert', shape: 'plus', color: '--good-ink' },
  { name: 'update', shape: 'diamond', color: '--orange' },
  { name: 'unchanged', shape: 'circle', color: '--ink-4' },
  { name: 'delete', shape: 'cross', color: '--red' },
];

/** @param counts {insert, update, unchanged, delete} */
export function difference(counts) {
  const total = CHANGES.reduce((sum, { name }) => sum + (counts[name] ?? 0), 0);
  const most = Math.max(...CHANGES.map(({ name }) => counts[name] ?? 0));
  const words = CHANGES.map(({ name }) => `${t(`data.change.${name}`)} ${number(counts[name] ?? 0)}`).join(', ');
  return h('div', { class: 'stack data-difference' },
    h('dl', { class: `data-tiles${most >= 100_000 ? ' large' : most >= 10_000 ? ' tight' : ''}` }, CHANGES.map(({ name, shape, color }) => h('div', { class: 'data-tile', dataset: { change: name } },
      h('dt', { class: 'row tight' }, symbol({ shape, color }), t(`data.change.${name}`)),
      h('dd', { class: 'tile-number', text: number(counts[name] ?? 0) })))),
    total > 0 && h('div', { class: 'data-bar', role: 'img', 'aria-label': words }, CHANGES.map(({ name, color }) => counts[name] > 0 && h('span', { title: `${t(`data.change.${name}`)} ${number(counts[name])}`, style: { flexGrow: String(counts[name] / total), background: `var(${color})` } }))));
}
