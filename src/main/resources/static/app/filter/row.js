import { pick, t } from '../i18n.js';
import { h, select, show } from '../ui/index.js';
import { condition, GEOMETRY, kindOf, OPERATORS } from './model.js';
import { createValue } from './values.js';

/** One condition: field, operator, value. Changes it in place. */
export function createRow(app, fields, it, { onChange }) {
  const names = fields.map((field) => ({ value: field.name, text: field.name === GEOMETRY ? t('filter.geometry') : pick(field.alias) || field.name }));
  const operators = h('span', { class: 'filter-operator' });
  const values = h('span', { class: 'filter-value' });
  const field = select(names, { value: it.field, 'aria-label': t('filter.field'), onChange: (name) => {
    // A value of another kind means nothing to the new field.
    delete it.ignoreCase;
    Object.assign(it, condition(fields.find((each) => each.name === name)));
    draw();
    onChange();
  } });

  function draw() {
    const chosen = fields.find((each) => each.name === it.field);
    const kind = kindOf(chosen);
    show(operators, select(OPERATORS[kind].map((op) => ({ value: op, text: t(`filter.op.${kind === 'date' || kind === 'datetime' ? 'time.' : ''}${op}`) })), { value: it.op, 'aria-label': t('filter.operator'), onChange: (op) => {
      // A number of days is no day.
      if ((it.op === 'last') !== (op === 'last')) it.values = [];
      it.op = op;
      draw();
      onChange();
      operators.querySelector('select').focus();
    } }));
    values.classList.toggle('is-wide', kind === 'geometry');
    show(values, createValue(app, chosen, it, { onChange }));
  }

  draw();
  return h('div', { class: 'filter-row' }, field, operators, values);
}
