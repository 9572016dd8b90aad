// The values of a feature as a form, and what differs from what was read.

import { t } from '../i18n.js';
import { h } from '../ui/index.js';
import { fieldInput } from './inputs.js';

/** values: by field name, kept up to date while the person types. */
export function createForm(app, layer, values, onChange) {
  const inputs = new Map();
  for (const definition of layer.fields) {
    const element = fieldInput(app, definition, values[definition.name], () => {
      values[definition.name] = element.read();
      element.wrong(null);
      onChange();
    });
    inputs.set(definition.name, element);
  }
  const first = (names) => layer.fields.find((it) => names.includes(it.name));
  return {
    element: h('div', { class: 'stack edit-fields' }, [...inputs.values()]),
    /** Marks each field that has a fault, {name: text}, and goes to the first. */
    wrong(faults) {
      for (const [name, element] of inputs) element.wrong(faults[name] ?? null);
      const at = first(Object.keys(faults));
      if (at) inputs.get(at.name).focusIn();
    },
    focus: () => inputs.get(layer.fields.find((it) => !it.readonly)?.name)?.focusIn(),
  };
}

/** The fields that differ from what was read. */
export function changedFields(layer, before, values) {
  const changed = {};
  for (const { name, readonly, type } of layer.fields) {
    if (!readonly && !same(before[name], values[name], type)) changed[name] = values[name] ?? null;
  }
  return changed;
}

/** Required fields that are empty, {name: text}; only those in only where it is given. */
export function missingFields(layer, values, only = null) {
  const missing = {};
  for (const { name, required, readonly } of layer.fields) {
    if (required && !readonly && isEmpty(values[name]) && (!only || name in only)) missing[name] = t('edit.empty');
  }
  return missing;
}

/** What problem+json says of single fields, of the shape, and of neither. */
export function faultsOf(problem) {
  const found = { fields: {}, shape: null, others: [] };
  for (const { pointer, detail } of problem?.errors ?? []) {
    const name = pointer.match(/^#\/properties\/([^/]+)$/)?.[1];
    if (name) found.fields[name] ??= detail;
    else if (pointer.startsWith('#/geometry')) found.shape ??= detail;
    else found.others.push(detail);
  }
  return found;
}

const isEmpty = (value) => value === null || value === undefined || value === '';

function same(a, b, type) {
  if (isEmpty(a) && isEmpty(b)) return true;
  if (type === 'datetime' && a && b) return String(a).slice(0, 19) === String(b).slice(0, 19);
  return a === b;
}
