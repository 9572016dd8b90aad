// The matrix as a table: the more land moved, the deeper the cell; walked by the arrow keys.

import { number, t } from '../../i18n.js';
import { h } from '../../ui/index.js';
import { className, SQUARE_METRES } from './matrix.js';

export function matrixTable(read, unit) {
  const shown = (value) => (value === 0 ? '–' : number(value / SQUARE_METRES[unit], unit === 'ha' ? 2 : 1));
  const cell = (value, i, j) => {
    const stays = read.rows[i].code === read.columns[j].code;
    const heat = stays || read.most === 0 ? 0 : Math.sqrt(value / read.most);
    return h('td', { class: `end number data-cell${stays ? ' stays' : ''}${heat > 0.62 ? ' deep' : ''}`, tabIndex: i === 0 && j === 0 ? 0 : -1, style: { '--heat': `${Math.round(100 * heat)}%` }, 'aria-label': t(stays ? 'data.cellStays' : 'data.cellMoves', { from: read.rows[i].title, to: read.columns[j].title, area: shown(value), unit: t(`data.unit.${unit}`) }), text: shown(value) });
  };
  const sum = (value) => h('td', { class: 'end number', text: shown(value) });
  const body = h('tbody', {}, read.rows.map((row, i) => h('tr', {}, h('th', { scope: 'row' }, className(row)), read.cells[i].map((value, j) => cell(value, i, j)), sum(read.rowSums[i]))));
  const element = h('table', { class: 'table data-matrix', role: 'grid', 'aria-label': t('data.matrix') },
    h('caption', { class: 'fine', text: t('data.matrixCaption', { unit: t(`data.unit.${unit}`) }) }),
    h('thead', {}, h('tr', {}, h('th', { scope: 'col', text: t('data.fromTo') }), read.columns.map((column) => h('th', { scope: 'col', class: 'end' }, className(column))), h('th', { scope: 'col', class: 'end', text: t('data.sum') }))),
    body,
    h('tfoot', {}, h('tr', {}, h('th', { scope: 'row', text: t('data.sum') }), read.columnSums.map(sum), sum(read.total))));

  body.addEventListener('keydown', (event) => {
    const by = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    const at = event.target.closest('.data-cell');
    if (!by || !at) return;
    event.preventDefault();
    const [i, j] = [at.parentNode.rowIndex - 1 + by[0], at.cellIndex + by[1]];
    const next = body.rows[i]?.cells[j];
    if (!next?.classList.contains('data-cell')) return;
    at.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  return element;
}
