// The report's parts as tables and lines.

import { number, pick, t } from '../i18n.js';
import { badge, h, table } from '../ui/index.js';

const SHOWN = 50;
const SIGNALS = { error: 'red', warning: 'orange', info: 'blue' };

export function summary(dataset) {
  const fact = (label, value) => [h('dt', { text: t(`data.${label}`) }), h('dd', { text: value })];
  return h('section', { class: 'stack' }, h('h2', { text: dataset.name }),
    h('dl', { class: 'facts' },
      fact('geometry', t(`data.geometry.${dataset.geometry ?? 'none'}`)),
      fact('count', number(dataset.count)),
      fact('fieldCount', number(dataset.fields.length)),
      fact('problems', dataset.problemCount > 0 ? number(dataset.problemCount) : t('data.noProblems')),
      dataset.extent && fact('extent', dataset.extent.map((degrees) => degrees.toFixed(4)).join(', '))));
}

export function fieldsTable({ fields }) {
  const head = ['field', 'type', 'sample'].map((name) => h('th', { scope: 'col', text: t(`data.${name}`) }));
  const row = (it) => h('tr', {}, h('td', {}, it.original ?? it.name, it.original && it.original !== it.name && h('span', { class: 'fine', text: ` ${it.name}` })),
    h('td', { class: 'quiet', text: `${t(`data.type.${it.type}`)}${it.width ? ` ${it.width}` : ''}` }),
    h('td', { class: 'data-sample', text: it.sample ?? '' }));
  return h('section', { class: 'stack' }, h('h3', { text: t('data.fields') }),
    h('div', { class: 'data-wide scroll' }, h('table', { class: 'table', 'aria-label': t('data.fields') }, h('thead', {}, h('tr', {}, head)), h('tbody', {}, fields.map(row)))));
}

/** The first problems, by row of the file; null when there are none. */
export function problemsList({ problems, problemCount }) {
  if (!problemCount) return null;
  const line = (it) => h('li', { class: 'row tight' },
    badge(t(`data.severity.${it.severity}`), SIGNALS[it.severity]),
    h('span', { class: 'grow' }, it.row != null && h('span', { class: 'number quiet', text: `${t('data.row', { n: it.row })} ` }), pick(it.message)));
  return h('section', { class: 'stack' }, h('h3', { text: t('data.problemsTitle', { n: number(problemCount) }) }),
    h('ul', { class: 'data-problems scroll' }, problems.slice(0, SHOWN).map(line)),
    problemCount > Math.min(problems.length, SHOWN) && h('p', { class: 'fine', text: t('data.moreProblems', { n: Math.min(problems.length, SHOWN) }) }));
}

/** The first rows as they were read, in the drawer under the map. */
export function showRows(app, { name, sample }) {
  const columns = Object.keys(sample[0]).map((key) => ({ key, title: key, format: (value) => (value == null ? '' : String(value)) }));
  app.bottom.show({ title: t('data.rowsOf', { name }), content: [table(columns, sample.map((row, i) => ({ ...row, id: i })), { label: t('data.rows'), sortable: false })] });
}
