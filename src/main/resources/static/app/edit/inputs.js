// One control per field, by its type: what it shows, what it says, whether it may be changed.

import { pick, t, unit } from '../i18n.js';
import { chips, field, h, input, select, textarea } from '../ui/index.js';

const LONG = 120;

/** A labelled control of a field: .read() answers the value as the interface takes it, .wrong(text) marks it. */
export function fieldInput(app, definition, value, onChange) {
  const control = controlOf(app, definition, value, onChange);
  const code = unit(definition.unit);
  const label = `${pick(definition.alias)}${code ? ` (${code})` : ''}${definition.required ? ' *' : ''}`;
  const element = field(label, control.element, { hint: definition.readonly ? t('edit.readonly') : null });
  element.dataset.field = definition.name;
  element.read = control.read;
  element.focusIn = () => (control.element.matches('input, select, textarea') ? control.element : control.element.querySelector('button'))?.focus();
  if (definition.required) control.element.setAttribute('aria-required', 'true');
  return element;
}

function controlOf(app, definition, value, onChange) {
  const { name, type, codes, readonly } = definition;
  const on = { input: onChange, change: onChange };
  if (readonly) return { element: input({ name, value: value ?? '', disabled: true }), read: () => value };
  if (codes && String(value ?? '').includes(',')) return several(app, definition, value, onChange);
  if (codes) return oneOf(app.layers.codes(codes).map((it) => ({ value: it.code, text: `${pick(it.title)} ${it.code}` })), name, value, on);
  if (type === 'boolean') {
    const choice = oneOf([{ value: 'true', text: t('edit.yes') }, { value: 'false', text: t('edit.no') }], name, value === null || value === undefined ? null : String(value), on);
    return { element: choice.element, read: () => (choice.read() === null ? null : choice.read() === 'true') };
  }
  if (type === 'integer' || type === 'number') {
    const element = input({ name, type: 'text', inputMode: type === 'integer' ? 'numeric' : 'decimal', class: 'input number', value: value ?? '', on });
    return { element, read: () => asNumber(element.value) };
  }
  if (type === 'date') return plain(input({ name, type: 'date', value: value ?? '', on }));
  // The server reads a time without offset in the city's time, which is also how it writes one.
  if (type === 'datetime') {
    const element = input({ name, type: 'datetime-local', step: 1, value: (value ?? '').slice(0, 19), on });
    return { element, read: () => (element.value === '' ? null : element.value.padEnd(19, ':00')) };
  }
  const long = (definition.longest ?? 0) > LONG || String(value ?? '').length > 60;
  return plain((long ? textarea : input)({ name, value: value ?? '', maxLength: definition.longest ?? 4000, ...(long ? { rows: 3 } : {}), on }));
}

const plain = (element) => ({ element, read: () => (element.value.trim() === '' ? null : element.value) });

function oneOf(options, name, value, on) {
  const known = value === null || value === undefined || options.some((it) => it.value === value);
  const all = [{ value: '', text: t('edit.choose') }, ...options, ...(known ? [] : [{ value, text: value }])];
  const element = select(all, { value: value ?? '', name, on });
  return { element, read: () => element.value || null };
}

/** Codes parted by commas, in the order of their list. */
function several(app, definition, value, onChange) {
  const options = app.layers.codes(definition.codes).map((it) => ({ value: it.code, text: pick(it.title), color: it.color }));
  let chosen = String(value).split(',').map((it) => it.trim());
  const element = h('div', {}, chips(options, {
    chosen,
    label: pick(definition.alias),
    onChange: (next) => {
      chosen = options.map((it) => it.value).filter((it) => next.includes(it));
      onChange();
    },
  }));
  return { element, read: () => chosen.join(',') || null };
}

/** A number where it is one; else the text as typed, for the server to name. */
export function asNumber(text) {
  const typed = text.trim().replace(/[,，\s]/g, '');
  if (typed === '') return null;
  const value = Number(typed);
  return Number.isFinite(value) ? value : text.trim();
}
