// The verdict before all else, with what the file holds; lights say their meaning by shape and word too.

import { number, t } from '../../i18n.js';
import { badge, h, icon } from '../../ui/index.js';
import { verdictOf } from './lights.js';

const ICONS = { good: 'check', look: 'alert', bad: 'close' };
const SIGNALS = { good: 'good', look: 'orange', bad: 'red' };

/** The round mark of a light. */
export const light = (name) => h('span', { class: `data-light ${name}` }, icon(ICONS[name], 'small'), h('span', { class: 'visually-hidden', text: t(`data.light.${name}`) }));

export const lightBadge = (name) => badge(t(`data.light.${name}`), SIGNALS[name]);

export function verdict(dataset) {
  const { light: name, key, params = {} } = verdictOf(dataset);
  const counted = Object.fromEntries(Object.entries(params).map(([param, n]) => [param, number(n)]));
  return h('section', { class: `data-verdict ${name}`, 'aria-label': t('data.verdict') },
    light(name),
    h('div', { class: 'grow' },
      h('h2', { text: t(key, counted) }),
      h('p', { class: 'fine', text: t(`${key}.text`) }),
      dataset && h('p', { class: 'data-facts number', text: facts(dataset) })));
}

function facts({ name, format, geometry, count, fields }) {
  return [name, format, t(`data.geometry.${geometry}`), t('data.features', { n: number(count) }), t('data.fieldsCount', { n: number(fields.length) })].filter(Boolean).join(' · ');
}
