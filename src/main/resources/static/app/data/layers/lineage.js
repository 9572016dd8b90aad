// Where a version came from: the file, how it was read, what was decided, told line by line.

import { pick, t } from '../../i18n.js';
import { h } from '../../ui/index.js';
import { POLICIES } from '../publication.js';

const ORDER = ['files', 'encoding', 'crs', 'shift', 'key', 'faulty', 'skipped', 'repaired', 'mapping', 'codes', 'profile', 'defects', 'base', 'import'];
/** Told beside the version already. */
const SHOWN = ['mode', 'note', 'by', 'difference'];
const SHIFTS = { gcj02: 'GCJ-02', bd09: 'BD-09' };

/** @returns a fold, or the file's name where nothing else is told */
export function lineage({ lineage: told, source }) {
  const names = Object.keys(told ?? {}).filter((name) => !SHOWN.includes(name) && !isEmpty(told[name]));
  if (names.length === 0) return source ? h('p', { class: 'fine', text: `${t('data.lineage.files')}: ${pick(source)}` }) : null;
  const place = (name) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);
  names.sort((a, b) => place(a) - place(b));
  return h('details', { class: 'data-lineage' }, h('summary', { class: 'fine', text: t('data.lineage') }),
    h('dl', { class: 'facts fine' }, names.flatMap((name) => [h('dt', { text: ORDER.includes(name) ? t(`data.lineage.${name}`) : name }), h('dd', { text: said(name, told[name]) })])));
}

const isEmpty = (value) => value === null || value === undefined || value === '' || value === 0 || (typeof value === 'object' && Object.keys(value).length === 0);

function said(name, value) {
  if (name === 'crs' && typeof value === 'object') return value.from === value.to ? value.to : `${value.from} → ${value.to}`;
  if (name === 'faulty' && POLICIES.includes(value)) return t(`data.policy.${value}`);
  if (name === 'shift') return SHIFTS[value] ?? plain(value);
  return plain(value);
}

function plain(value) {
  if (Array.isArray(value)) return value.map(plain).join(', ');
  if (typeof value === 'boolean') return t(value ? 'identify.yes' : 'identify.no');
  if (typeof value !== 'object') return String(value);
  if ('zh' in value || 'en' in value) return pick(value);
  return Object.entries(value).filter(([, it]) => !isEmpty(it)).map(([name, it]) => `${name} ← ${plain(it)}`).join(', ');
}
