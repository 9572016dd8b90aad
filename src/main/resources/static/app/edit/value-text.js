import { dateTime, pick, t } from '../i18n.js';

/** A value of a field in words: codes with their titles, times of the city, a dash for nothing. */
export function valueText(app, { codes, type }, value) {
  if (value === null || value === undefined || value === '') return '—';
  if (typeof value === 'boolean') return t(value ? 'edit.yes' : 'edit.no');
  if (type === 'datetime') return dateTime(/(Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}+08:00`);
  if (!codes) return String(value);
  return String(value)
    .split(',')
    .map((code) => pick(app.layers.code(codes, code.trim())?.title) || code)
    .join(t('edit.comma'));
}
