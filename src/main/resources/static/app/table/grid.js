// The rows as a grid: sorted by its heads, walked by the arrow keys, chosen by click, Space, Shift and Ctrl.

import { t } from '../i18n.js';
import { h, icon, show } from '../ui/index.js';
import { content, headOf, isNumber, words } from './cells.js';

/**
 * @param selection what is chosen
 * @param on {sort(field, add), open(fid), copy(text), page(step)}
 */
export function createGrid(layers, selection, on) {
  const head = h('tr', { role: 'row', 'aria-rowindex': 1 });
  const body = h('tbody', { role: 'rowgroup' });
  const all = h('input', { type: 'checkbox', on: { change: () => selection.set(order(), all.checked) } });
  const element = h('table', { class: 'table table-grid', role: 'grid', 'aria-multiselectable': 'true' }, h('thead', { role: 'rowgroup' }, head), body);
  let fields = [];
  let rows = [];
  const order = () => rows.map((row) => row.fid);

  function heads(sort) {
    all.setAttribute('aria-label', t('table.selectPage'));
    show(head, h('th', { role: 'columnheader', scope: 'col', class: 'table-check' }, all), fields.map((field) => {
      const place = sort.findIndex((it) => it.field === field.name);
      const state = place < 0 ? 'none' : sort[place].down ? 'descending' : 'ascending';
      return h('th', { role: 'columnheader', scope: 'col', class: isNumber(field) ? 'end' : '', 'aria-sort': state, title: field.name },
        h('button', { type: 'button', class: 'sorter', dataset: { field: field.name }, on: { click: (event) => on.sort(field.name, event.shiftKey) } },
          headOf(field), icon(state === 'none' ? 'sort' : state === 'ascending' ? 'up' : 'down', 'small'), sort.length > 1 && place >= 0 && h('sup', { class: 'number', text: place + 1 })));
    }));
  }

  function line(row, i, first) {
    const box = h('input', { type: 'checkbox', tabIndex: -1, 'aria-label': t('table.select', { n: first + i }), on: { click: (event) => pick(event, row.fid, true) } });
    return h('tr', { role: 'row', 'aria-rowindex': first + i + 1, dataset: { fid: row.fid }, on: { click: (event) => event.target !== box && pick(event, row.fid), dblclick: () => on.open(row.fid) } },
      h('td', { role: 'gridcell', class: 'table-check', tabIndex: i === 0 ? 0 : -1 }, box),
      fields.map((field) => h('td', { role: 'gridcell', class: isNumber(field) ? 'end number' : '', tabIndex: -1, title: words(layers, field, row.properties[field.name]) }, content(layers, field, row.properties[field.name]))));
  }

  function pick(event, fid, add = false) {
    if (event.shiftKey) selection.range(fid, order());
    else if (add || event.ctrlKey || event.metaKey) selection.toggle(fid);
    else selection.only(fid);
    if (!add) focus(event.target.closest('td'));
  }

  function focus(cell) {
    if (!cell) return;
    for (const it of body.querySelectorAll('[tabindex="0"]')) it.tabIndex = -1;
    cell.tabIndex = 0;
    cell.focus();
  }

  const cellAt = (row, column) => body.rows[Math.max(0, Math.min(row, body.rows.length - 1))]?.cells[column];

  function key(event) {
    const cell = event.target.closest('td');
    if (!cell) return;
    const row = cell.parentElement;
    const [r, c, last] = [row.sectionRowIndex, cell.cellIndex, row.cells.length - 1];
    const fid = rows[r].fid;
    const control = event.ctrlKey || event.metaKey;
    const next = { ArrowDown: [r + 1, c], ArrowUp: [r - 1, c], ArrowRight: [r, Math.min(c + 1, last)], ArrowLeft: [r, Math.max(c - 1, 0)], Home: [control ? 0 : r, 0], End: [control ? rows.length - 1 : r, last] }[event.key];
    if (next) {
      focus(cellAt(...next));
      if (event.shiftKey && next[0] !== r) selection.range(rows[document.activeElement.parentElement.sectionRowIndex].fid, order());
    } else if (event.key === ' ') event.shiftKey ? selection.range(fid, order()) : selection.toggle(fid);
    else if (event.key === 'Enter') on.open(fid);
    else if (event.key === 'PageDown' || event.key === 'PageUp') on.page(event.key === 'PageDown' ? 1 : -1);
    else if (control && event.key.toLowerCase() === 'a') selection.set(order(), true);
    else if (control && event.key.toLowerCase() === 'c' && String(getSelection()) === '') on.copy(copied(fid, c));
    else return;
    event.preventDefault();
  }

  /** The cell as it is read; of the first column the whole row, parted by tabs. */
  function copied(fid, column) {
    const { properties } = rows.find((row) => row.fid === fid);
    const some = column === 0 ? fields : [fields[column - 1]];
    return some.map((field) => words(layers, field, properties[field.name])).join('\t');
  }

  function mark() {
    for (const row of body.rows) {
      const is = selection.has(Number(row.dataset.fid));
      row.setAttribute('aria-selected', String(is));
      row.querySelector('input').checked = is;
    }
    const count = rows.filter((row) => selection.has(row.fid)).length;
    all.checked = count > 0 && count === rows.length;
    all.indeterminate = count > 0 && count < rows.length;
  }

  body.addEventListener('keydown', key);
  // Shift chooses rows here, not words.
  body.addEventListener('mousedown', (event) => event.shiftKey && event.preventDefault());
  selection.onChange(mark);

  return {
    element,
    /** @param page of createPages */
    draw(page, columns, sort, label) {
      const focused = body.contains(document.activeElement);
      const sorting = document.activeElement?.dataset?.field;
      [fields, rows] = [columns, page.rows];
      element.setAttribute('aria-label', label);
      element.setAttribute('aria-rowcount', page.matched === null ? -1 : page.matched + 1);
      heads(sort);
      show(body, rows.map((row, i) => line(row, i, page.first)));
      mark();
      if (sorting) head.querySelector(`[data-field="${CSS.escape(sorting)}"]`)?.focus();
      else if (focused) focus(cellAt(0, 0));
    },
    /** Scrolls to a feature; whether it stands on this page. */
    reveal(fid) {
      const row = [...body.rows].find((it) => Number(it.dataset.fid) === fid);
      row?.scrollIntoView({ block: 'nearest' });
      return row !== undefined;
    },
  };
}
