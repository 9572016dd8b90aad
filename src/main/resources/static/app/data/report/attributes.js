// The attributes: type as declared and as the values are, what is missing, what the code lists do not know, the key.

import { number, t } from '../../i18n.js';
import { badge, button, h, table } from '../../ui/index.js';

const TYPES = ['text', 'integer', 'number', 'boolean', 'date', 'datetime'];
export const typeName = (type) => (TYPES.includes(type) ? t(`data.type.${type}`) : (type ?? ''));

export function attributesPart(app, dataset) {
  const { fields, codes, keys } = dataset;
  return [
    h('ul', { class: 'data-fields', 'aria-label': t('data.fields') }, fields.map(line)),
    fields.length > 0 && h('div', {}, button({ text: t('data.fieldsTable'), icon: 'table', small: true, onClick: () => fieldsTable(app, dataset) })),
    codes.filter((it) => it.violations.length > 0).map(violations),
    keys.length > 0 && h('ul', { class: 'stack' }, keys.map((it) => h('li', { class: 'row tight' },
      badge(t(it.unique ? 'data.light.good' : 'data.light.look'), it.unique ? 'good' : 'orange'),
      h('span', { class: 'grow', text: t(it.unique ? 'data.key.unique' : 'data.key.duplicates', { field: it.field, n: number(it.duplicates ?? 0), nulls: number(it.nulls ?? 0) }) })))),
  ];
}

function line(it) {
  const bad = [it.nulls > 0 && t('data.nulls', { n: number(it.nulls) }), it.beyond > 0 && t('data.beyond', { n: number(it.beyond) }), it.unparsed > 0 && t('data.unparsed', { n: number(it.unparsed) })].filter(Boolean);
  const name = it.original ?? it.name;
  return h('li', {},
    h('span', { class: 'row tight spread' }, h('span', { class: 'data-name', text: it.declared && it.declared !== name ? `${name} → ${it.declared}` : name }), h('span', { class: 'fine number', text: `${typeName(it.type)}${it.width ? ` ${it.width}` : ''}` })),
    it.inferred && it.inferred !== it.type && h('span', { class: 'fine', text: t('data.inferred', { type: typeName(it.inferred) }) }),
    h('span', { class: 'fine data-line', text: [...bad, it.sample && t('data.sampleOf', { value: it.sample })].filter(Boolean).join(' · ') }));
}

const violations = ({ field, codes, violations: list, others = 0 }) => h('div', { class: 'stack' },
  h('h3', { text: t('data.violations', { field, codes }) }),
  h('ul', { class: 'data-values' }, list.slice(0, 20).map(({ value, count }) => h('li', {}, h('code', { text: value ?? '∅' }), h('span', { class: 'fine number', text: ` × ${number(count)}` })))),
  others > 0 && h('p', { class: 'fine number', text: t('data.otherValues', { n: number(others) }) }));

function fieldsTable(app, { name, fields }) {
  const counted = { align: 'end', format: (value) => (value == null ? '' : number(value)) };
  const columns = [
    { key: 'original', title: t('data.field'), format: (value, it) => value ?? it.name },
    { key: 'declared', title: t('data.declared'), format: (value) => value ?? '' },
    { key: 'type', title: t('data.type'), format: (value, it) => `${typeName(value)}${it.width ? ` ${it.width}` : ''}` },
    { key: 'inferred', title: t('data.inferredHead'), format: (value) => (value ? typeName(value) : '') },
    { key: 'nulls', title: t('data.nullsHead'), ...counted },
    { key: 'unparsed', title: t('data.unparsedHead'), ...counted },
    { key: 'beyond', title: t('data.beyondHead'), ...counted },
    { key: 'sample', title: t('data.sample'), format: (value) => value ?? '' },
  ];
  app.bottom.show({ title: t('data.fieldsOf', { name }), content: [table(columns, fields.map((it, id) => ({ ...it, id })), { label: t('data.fields') })] });
}

/** The first rows as they were read, in the drawer under the map. */
export function showRows(app, { name, sample }) {
  const columns = Object.keys(sample[0]).map((key) => ({ key, title: key, format: (value) => (value == null ? '' : String(value)) }));
  app.bottom.show({ title: t('data.rowsOf', { name }), content: [table(columns, sample.map((row, i) => ({ ...row, id: i })), { label: t('data.rows'), sortable: false })] });
}
