// What a table shows, and its two forms: the address bar and the request.

/** Rows of a page. */
export const SIZE = 100;

/**
 * @typedef {object} Asked
 * layer: id; filter: CQL2 text; sort: [{field, down}]; inView: whether only what the map shows; columns: names or null
 * for all; chosen: numbers of features, the only ones to be shown, or null
 */
export const asked = (layer, { filter = '', sort = [], inView = false, columns = null } = {}) => ({ layer, filter, sort, inView, columns, chosen: null });

const KEYS = ['table', 'table.filter', 'table.sort', 'table.view', 'table.columns'];

export const noAddress = () => Object.fromEntries(KEYS.map((key) => [key, null]));

export const toAddress = (it) => ({
  table: it.layer,
  'table.filter': it.filter || null,
  'table.sort': sortText(it.sort) || null,
  'table.view': it.inView ? '1' : null,
  'table.columns': it.columns?.join(',') ?? null,
});

/** What the address asks for, or null when it names no table. */
export function fromAddress(state) {
  const layer = state.get('table');
  if (!layer) return null;
  return asked(layer, {
    filter: state.get('table.filter', ''),
    sort: (state.get('table.sort') ?? '').split(',').filter(Boolean).map((key) => ({ field: key.replace(/^[-+]/, ''), down: key.startsWith('-') })),
    inView: state.get('table.view') === '1',
    columns: state.get('table.columns')?.split(',').filter(Boolean) ?? null,
  });
}

export const sortText = (sort) => sort.map(({ field, down }) => `${down ? '-' : ''}${field}`).join(',');

/** What a click on a header leads to: up, down, as it was; with `add` the others stay in front. */
export function sorted(sort, field, add) {
  const before = sort.find((it) => it.field === field);
  const next = !before ? [{ field, down: false }] : before.down ? [] : [{ field, down: true }];
  if (!add) return next;
  if (!before) return [...sort, ...next];
  return sort.flatMap((it) => (it.field === field ? next : [it]));
}

/** The condition of a request, the same for pages and exports. @param view [w, s, e, n] of the map */
export const conditions = (it, view) => ({
  filter: [it.filter, it.chosen && numbers(it.chosen)].filter(Boolean).map((text, i, all) => (all.length > 1 ? `(${text})` : text)).join(' AND '),
  bbox: it.inView ? view.map((degrees) => degrees.toFixed(6)) : null,
});

const numbers = (fids) => `fid IN (${fids.join(', ')})`;
