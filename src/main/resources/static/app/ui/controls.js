import { freshId, h, icon } from './dom.js';

/** button({text, icon, kind: 'primary|plain|danger', small, wide, onClick, …attributes}) */
export function button({ text, icon: name, kind = '', small = false, wide = false, onClick, ...rest }) {
  const names = ['button', kind, small && 'small', wide && 'wide'].filter(Boolean).join(' ');
  return h(
    'button',
    { type: 'button', class: names, on: onClick ? { click: onClick } : {}, ...rest },
    name && icon(name, 'small'),
    text,
  );
}

/** An icon alone, with its name for the ear and as a tip. */
export function iconButton({ icon: name, label, onClick, small = false, ...rest }) {
  return h(
    'button',
    {
      type: 'button',
      class: `icon-button${small ? ' small' : ''}`,
      'aria-label': label,
      title: label,
      on: { click: onClick },
      ...rest,
    },
    icon(name, small ? 'small' : ''),
  );
}

/** A labelled control, with a hint and a place for what is wrong: .wrong('text' | null). */
export function field(label, control, { hint } = {}) {
  control.id ||= freshId('field');
  const wrong = h('span', { class: 'wrong', id: `${control.id}-wrong`, hidden: true, role: 'alert' });
  const element = h(
    'div',
    { class: 'field' },
    h('label', { class: 'label', htmlFor: control.id, text: label }),
    control,
    hint && h('span', { class: 'hint', text: hint }),
    wrong,
  );
  element.wrong = (text) => {
    wrong.hidden = !text;
    wrong.textContent = text ?? '';
    control.setAttribute('aria-invalid', String(Boolean(text)));
    if (text) control.setAttribute('aria-describedby', wrong.id);
  };
  return element;
}

export const input = (props = {}) => h('input', { class: 'input', type: 'text', autocomplete: 'off', ...props });
export const textarea = (props = {}) => h('textarea', { class: 'textarea', ...props });

/** options: [{value, text, group?}]; answers the <select>. */
export function select(options, { value, onChange, ...rest } = {}) {
  const element = h('select', {
    class: 'select',
    on: onChange ? { change: () => onChange(element.value) } : {},
    ...rest,
  });
  const groups = new Map();
  for (const option of options) {
    const node = h('option', { value: option.value, text: option.text });
    if (!option.group) element.append(node);
    else {
      if (!groups.has(option.group))
        groups.set(option.group, element.appendChild(h('optgroup', { label: option.group })));
      groups.get(option.group).append(node);
    }
  }
  if (value !== undefined && value !== null) element.value = value;
  return element;
}

export function check(text, { checked = false, onChange, ...rest } = {}) {
  const box = h('input', { type: 'checkbox', checked, on: { change: () => onChange?.(box.checked) }, ...rest });
  return h('label', { class: 'check' }, box, h('span', { text }));
}

/** One of a few: options [{value, text, icon?}]; .value reads it, .choose(value) sets it without calling onChange. */
export function segments(options, { value, label, onChange }) {
  const buttons = options.map((option) =>
    h(
      'button',
      {
        type: 'button',
        class: 'segment',
        'aria-pressed': String(option.value === value),
        dataset: { value: option.value },
        on: { click: () => pickOne(option.value) },
      },
      option.icon && icon(option.icon, 'small'),
      option.text,
    ),
  );
  const element = h('div', { class: 'segments', role: 'group', 'aria-label': label }, buttons);
  element.value = value;
  element.choose = (next) => {
    element.value = next;
    for (const it of buttons) it.setAttribute('aria-pressed', String(it.dataset.value === String(next)));
  };
  const pickOne = (next) => {
    element.choose(next);
    onChange?.(next);
  };
  return element;
}

/** Several of some: options [{value, text, color?}], chosen: values; onChange(values). */
export function chips(options, { chosen = [], label, onChange }) {
  const set = new Set(chosen);
  const toggle = (event, value) => {
    if (!set.delete(value)) set.add(value);
    event.currentTarget.setAttribute('aria-pressed', String(set.has(value)));
    onChange?.([...set]);
  };
  return h(
    'div',
    { class: 'row', role: 'group', 'aria-label': label },
    options.map((option) =>
      h(
        'button',
        {
          type: 'button',
          class: 'chip',
          'aria-pressed': String(set.has(option.value)),
          on: { click: (event) => toggle(event, option.value) },
        },
        option.color && swatch(option.color),
        option.text,
      ),
    ),
  );
}

export const swatch = (color) => h('span', { class: 'swatch', style: { background: color }, 'aria-hidden': 'true' });
/** kind: red | orange | yellow | blue | good */
export const badge = (text, kind = '') => h('span', { class: `badge ${kind}`.trim(), text });
