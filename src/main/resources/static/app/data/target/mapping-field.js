// One field of the layer: where its values come from, what becomes of them, and the values that no code stands for.

import { number, pick, t } from '../../i18n.js';
import { badge, freshId, h, icon, select, show } from '../../ui/index.js';
import { typeName } from '../report/attributes.js';

const SIGNALS = { exact: 'good', widened: 'good', parsed: 'blue', lossy: 'orange' };
const BY = ['name', 'alias', 'cut', 'profile', 'chosen', 'none'];

/** codes: {value of the file: code} chosen before; onSource(name or null), onCodes({value: code}). */
export function mappingField(app, dataset, it, { codes, onSource, onCodes }) {
  const id = freshId('mapping');
  const marks = h('span', { class: 'row tight' });
  const rest = h('div');
  const source = select([{ value: '', text: t('data.noSource') }, ...dataset.fields.map((field) => ({ value: field.name, text: field.original ?? field.name }))],
    { id, value: it.source ?? '', onChange: (value) => { onSource(value || null); draw({ ...it, source: value || null, by: 'chosen', conversion: null, unmatched: [] }); } });

  function draw({ source: from, by, conversion, unmatched = [], decided = {} }) {
    const known = Object.entries(decided);
    show(marks, from ? badge(t(`data.by.${BY.includes(by) ? by : 'none'}`)) : badge(t('data.by.none'), 'yellow'), conversion && badge(t(`data.conversion.${conversion in SIGNALS ? conversion : 'parsed'}`), SIGNALS[conversion] ?? 'blue'));
    show(rest, known.length > 0 && h('p', { class: 'fine', text: t('data.decided', { codes: known.slice(0, 6).map(([value, code]) => `${value} → ${code}`).join(', ') + (known.length > 6 ? ' …' : '') }) }), conversion === 'lossy' && h('p', { class: 'fine', text: t('data.lossy') }), unmatched.length > 0 && values(unmatched));
  }

  function values(unmatched) {
    const entries = app.layers.codes(it.codes).map((entry) => ({ value: entry.code, text: `${entry.code} ${pick(entry.title)}` }));
    const line = ({ value, count, suggestion }) => {
      const chosen = codes[value] ?? suggestion ?? '';
      if (codes[value] === undefined && suggestion) onCodes({ [value]: suggestion });
      const choice = select([{ value: '', text: t('data.noCode') }, ...entries], { value: chosen, 'aria-label': t('data.codeFor', { value: value ?? '∅' }), onChange: (code) => onCodes({ [value]: code || null }) });
      return h('li', { class: 'row tight' }, h('span', { class: 'grow' }, h('code', { text: value ?? '∅' }), h('span', { class: 'fine number', text: ` × ${number(count)}` })), choice);
    };
    return h('details', { class: 'data-unmatched', open: unmatched.length < 6 }, h('summary', { text: t('data.unmatched', { n: number(unmatched.length) }) }), h('ul', { class: 'data-lines' }, unmatched.map(line)));
  }

  draw(it);
  return h('li', {},
    h('div', { class: 'row spread tight' },
      h('label', { class: 'grow', htmlFor: id }, h('strong', { class: 'data-name', text: pick(it.alias) || it.field }), h('span', { class: 'fine', text: ` ${it.field} · ${typeName(it.type)}` })), marks),
    h('div', { class: 'row tight' }, icon('left', 'small'), source), rest);
}
