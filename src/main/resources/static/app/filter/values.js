import { t, unit } from '../i18n.js';
import { h, input } from '../ui/index.js';
import { createArea } from './area.js';
import { createCodeList } from './code-list.js';
import { arity, kindOf } from './model.js';

const TYPES = { number: 'number', date: 'date', datetime: 'datetime-local' };

/** What a condition is given to compare with: nothing, one value, two, a list of codes or areas. Changes it in place. */
export function createValue(app, field, it, { onChange }) {
  const kind = kindOf(field);
  if (arity(it.op) === 0) return null;
  if (kind === 'geometry') return createArea(app, it, { onChange });
  if (kind === 'codes') return createCodeList(app.layers.codes(field.codes), it, { onChange });
  if (it.op === 'last') return [one(0, { type: 'number', min: 0, max: 36_500, step: 1, 'aria-label': t('filter.days') }), h('span', { class: 'fine', text: t('filter.days') })];
  if (it.op === 'between') return [one(0, { 'aria-label': t('filter.from') }), h('span', { text: '–' }), one(1, { 'aria-label': t('filter.to') })];
  return [one(0, { 'aria-label': t('filter.value') }), field.unit && h('span', { class: 'fine', text: unit(field.unit) }), kind === 'text' && folding()];

  function one(i, props) {
    const box = input({ type: TYPES[kind] ?? 'text', step: kind === 'number' ? 'any' : null, value: it.values[i] ?? '', ...props });
    box.addEventListener('input', () => {
      it.values[i] = box.value;
      onChange();
    });
    return box;
  }

  /** Whether capital and small letters are the same. */
  function folding() {
    const box = h('input', { type: 'checkbox', checked: it.ignoreCase, on: { change: () => {
      it.ignoreCase = box.checked;
      onChange();
    } } });
    return h('label', { class: 'check fine', title: t('filter.ignoreCase') }, box, 'Aa=aa');
  }
}

