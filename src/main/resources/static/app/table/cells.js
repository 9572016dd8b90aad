// A value as a person reads it: titles for codes, dates and numbers in his form.

import { date, dateTime, number, pick, t, unit } from '../i18n.js';
import { swatch } from '../ui/index.js';

export const isNumber = (field) => !field.codes && (field.type === 'number' || field.type === 'integer');

/** The head of a column, with the unit of its numbers. */
export const headOf = (field) => `${pick(field.alias) || field.name}${field.unit ? ` (${unit(field.unit)})` : ''}`;

/** The value in words. */
export function words(layers, field, value) {
  if (value === null || value === undefined || value === '') return '';
  if (field.codes) return String(value).split(',').map((code) => pick(layers.code(field.codes, code)?.title) || code).join(t('table.and'));
  if (typeof value === 'boolean') return t(value ? 'table.yes' : 'table.no');
  // A year is a name of a year, not a quantity.
  if (typeof value === 'number') return field.name.includes('year') && !field.unit ? String(value) : number(value, 3);
  if (field.type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) return date(value);
  if (field.type === 'datetime') return dateTime(value);
  return String(value);
}

/** The content of a cell. */
export function content(layers, field, value) {
  const text = words(layers, field, value);
  const color = field.codes && layers.code(field.codes, String(value))?.color;
  return color ? [swatch(color), ' ', text] : text;
}
