// The figures in full under the map, and as a file.

import { number, pick, t } from '../i18n.js';
import { button, h, swatch, table } from '../ui/index.js';
import { csv, download } from './csv.js';
import { SQUARE_METRES_PER_MU } from './statistics.js';

export function createTableDrawer(app, { onChoose }) {
  const columns = [
    { key: 'code', title: t('planning.code'), format: (code, row) => h('span', { class: 'row tight' }, row.color && swatch(row.color), h('span', { class: 'number', text: code })) },
    { key: 'title', title: t('planning.class'), format: (title) => pick(title), sort: (row) => pick(row.title) },
    { key: 'count', title: t('planning.count'), align: 'end', format: (value) => number(value) },
    { key: 'area', title: t('planning.hectares'), align: 'end', format: (value) => fixed(value / 10_000, 2) },
    { key: 'mu', title: t('planning.mu'), align: 'end', format: (value, row) => fixed(row.area / SQUARE_METRES_PER_MU, 1), sort: (row) => row.area },
    { key: 'share', title: t('planning.share'), align: 'end', format: (value) => fixed(100 * value, 1) },
  ];
  const grid = table(columns, [], { label: t('planning.table'), onChoose });
  const foot = h('tfoot');
  grid.append(foot);
  let rows = [];
  let total = { area: 0, count: 0 };
  let open = false;

  function save() {
    const lines = rows.map((row) => [row.code, pick(row.title), row.count, (row.area / 10_000).toFixed(4), (row.area / SQUARE_METRES_PER_MU).toFixed(2), (100 * row.share).toFixed(2)]);
    const last = ['', t('planning.sum'), total.count, (total.area / 10_000).toFixed(4), (total.area / SQUARE_METRES_PER_MU).toFixed(2), '100.00'];
    download(t('planning.fileName'), csv([columns.map((column) => column.title), ...lines, last]));
  }

  return {
    open() {
      open = true;
      app.bottom.show({
        title: t('planning.table'),
        content: [grid],
        tools: [button({ text: t('planning.download'), icon: 'download', small: true, onClick: save })],
        onClose: () => (open = false),
      });
    },
    show(next, sum, chosen) {
      rows = next;
      total = sum;
      grid.setRows(rows.map((row) => Object.assign(row, { id: row.code })));
      const cell = (text) => h('td', { class: 'end number', text });
      foot.replaceChildren(h('tr', {}, h('th', { scope: 'row', colSpan: 2, text: t('planning.sum') }),
        cell(number(total.count)), cell(fixed(total.area / 10_000, 2)), cell(fixed(total.area / SQUARE_METRES_PER_MU, 1)), cell(rows.length > 0 ? fixed(100, 1) : '–')));
      grid.select(chosen);
    },
    hide() {
      if (open) app.bottom.hide();
      open = false;
    },
  };
}

/** Always the same number of digits, so that a column can be read downwards. */
const fixed = (value, digits) =>
  new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
