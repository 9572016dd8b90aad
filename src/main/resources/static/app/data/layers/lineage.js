// Where a version came from: the file, how it was read, what was decided, told line by line.

import { pick, t } from '../../i18n.js';
import { h } from '../../ui/index.js';

const NAMED = ['files', 'encoding', 'crs', 'shift', 'key', 'faulty', 'profile', 'repaired', 'skipped', 'base', 'mapping', 'codes', 'import'];
/** Told beside the version already. */
const SHOWN = ['mode', 'note', 'by', 'difference'];

/** @returns a fold, or null where nothing is told */
export function lineage({ lineage: told, source }) {
  const entries = Object.entries(told ?? {}).filter(([name, value]) => !SHOWN.includes(name) && value !== null && value !== '' && value !== undefined);
  if (entries.length === 0) return source ? h('p', { class: 'fine', text: `${t('data.lineage.source')}: ${pick(source)}` }) : null;
  return h('details', { class: 'data-lineage' }, h('summary', { class: 'fine', text: t('data.lineage') }),
    h('dl', { class: 'facts fine' }, entries.flatMap(([name, value]) => [h('dt', { text: NAMED.includes(name) ? t(`data.lineage.${name}`) : name }), h('dd', { text: plain(value) })])));
}

function plain(value) {
  if (Array.isArray(value)) return value.map(plain).join(', ');
  if (typeof value === 'boolean') return t(value ? 'identify.yes' : 'identify.no');
  if (typeof value !== 'object') return String(value);
  if ('zh' in value || 'en' in value) return pick(value);
  return Object.entries(value).filter(([, it]) => it !== null).map(([name, it]) => `${name} ← ${plain(it)}`).join(', ');
}
