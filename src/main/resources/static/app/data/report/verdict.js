// The verdict before all else, with what the file holds; lights say their meaning by shape and word too.

import { number, t } from '../../i18n.js';
import { badge, h, icon } from '../../ui/index.js';
import { verdictOf } from './lights.js';

const ICONS = { good: 'check', look: 'alert', bad: 'close' };
const SIGNALS = { good: 'good', look: 'orange', bad: 'red' };

/** The mark of a light, for the eye; beside it stands its word. */
export const light = (name) => h('span', { class: `data-light ${name}`, 'aria-hidden': 'true' }, icon(ICONS[name], 'small'));

export const lightBadge = (name) => badge(t(`data.light.${name}`), SIGNALS[name]);

export function verdictText(dataset) {
  const { key, params = {} } = verdictOf(dataset);
  return t(key, Object.fromEntries(Object.entries(params).map(([param, n]) => [param, number(n)])));
}

export function verdict(dataset) {
  const { light: name, key } = verdictOf(dataset);
  return h('section', { class: `data-verdict ${name}`, 'aria-label': t('data.verdict') },
    light(name),
    h('div', { class: 'grow' },
      h('h2', { text: verdictText(dataset) }),
      h('p', { class: 'fine', text: t(`${key}.text`) }),
      dataset && h('p', { class: 'data-facts number', text: facts(dataset) })));
}

function facts({ name, format, geometry, count, fields }) {
  return [name, format, t(`data.geometry.${geometry}`), t('data.features', { n: number(count) }), t('data.fieldsCount', { n: number(fields.length) })].filter(Boolean).join(' · ');
}
