import { t } from '../i18n.js';
import { h, icon } from './dom.js';

/**
 * A table that sorts and can be walked with the arrow keys.
 * columns: [{key, title, align: 'end', format(value, row) -> text | Node, sort(row) -> value}]; rows: objects with id.
 * onChoose(row) on click or Enter; .select(id) marks a row; .setRows(rows) replaces them.
 */
export function table(columns, rows, { label, onChoose, onHover, sortable = true } = {}) {
  let shown = rows;
  let order = null;
  let chosen = null;
  const heads = columns.map((column) => head(column));
  const body = h('tbody');
  const element = h('table', { class: 'table', 'aria-label': label }, h('thead', {}, h('tr', {}, heads)), body);

  function head(column) {
    const cell = h('th', { scope: 'col', class: column.align === 'end' ? 'end' : '' });
    if (!sortable || column.sort === false) return Object.assign(cell, { textContent: column.title });
    cell.append(
      h(
        'button',
        { type: 'button', class: 'sorter', on: { click: () => sortBy(column, cell) } },
        column.title,
        icon('sort', 'small'),
      ),
    );
    return cell;
  }

  function sortBy(column, cell) {
    order = { column, down: order?.column === column ? !order.down : false };
    for (const it of heads) it.removeAttribute('aria-sort');
    cell.setAttribute('aria-sort', order.down ? 'descending' : 'ascending');
    draw();
  }

  function sorted() {
    if (!order) return shown;
    const read = order.column.sort || ((row) => row[order.column.key]);
    const sign = order.down ? -1 : 1;
    return [...shown].sort((a, b) => sign * compare(read(a), read(b)));
  }

  function line(row, index) {
    const choose = onChoose && (() => onChoose(row));
    return h(
      'tr',
      {
        dataset: { id: row.id ?? index },
        tabIndex: onChoose ? (index === 0 ? 0 : -1) : null,
        class: onChoose ? 'can-choose' : '',
        'aria-selected': onChoose ? String(row.id === chosen) : null,
        on: { click: choose ?? (() => {}), mouseenter: () => onHover?.(row), mouseleave: () => onHover?.(null) },
      },
      columns.map((column) =>
        h(
          'td',
          { class: column.align === 'end' ? 'end number' : '' },
          column.format ? column.format(row[column.key], row) : row[column.key],
        ),
      ),
    );
  }

  function draw() {
    const ordered = sorted();
    body.replaceChildren(...ordered.map(line));
    if (ordered.length === 0)
      body.append(h('tr', {}, h('td', { colSpan: columns.length, class: 'quiet', text: t('state.norows') })));
  }

  body.addEventListener('keydown', (event) => {
    const row = event.target.closest('tr');
    if (!row || !onChoose) return;
    const next = {
      ArrowDown: row.nextElementSibling,
      ArrowUp: row.previousElementSibling,
      Home: body.firstElementChild,
      End: body.lastElementChild,
    }[event.key];
    if (next) {
      event.preventDefault();
      next.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      row.click();
    }
  });

  element.setRows = (next) => {
    shown = next;
    draw();
  };
  element.select = (id) => {
    chosen = id;
    for (const row of body.children) {
      const is = row.dataset.id === String(id);
      row.setAttribute('aria-selected', String(is));
      if (is) row.scrollIntoView({ block: 'nearest' });
    }
  };
  draw();
  return element;
}

function compare(a, b) {
  if (a === b) return 0;
  if (a === null || a === undefined) return 1;
  if (b === null || b === undefined) return -1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh-CN');
}
