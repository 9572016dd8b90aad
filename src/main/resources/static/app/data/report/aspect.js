// One aspect of the report: a light, a sentence, and unfolded what stands behind it.

import { number, t } from '../../i18n.js';
import { h, icon } from '../../ui/index.js';
import { light, lightBadge } from './verdict.js';

/** @param state {light, key, params} */
export function aspect(name, state, content) {
  const params = Object.fromEntries(Object.entries(state.params ?? {}).map(([key, value]) => [key, typeof value === 'number' ? number(value) : value]));
  return h('details', { class: 'data-aspect', open: state.light !== 'good', dataset: { aspect: name } },
    h('summary', {},
      light(state.light),
      h('span', { class: 'grow' }, h('strong', { text: t(`data.aspect.${name}`) }), h('span', { class: 'fine', text: t(state.key, params) })),
      lightBadge(state.light), icon('down', 'small')),
    h('div', { class: 'stack data-aspect-body' }, content));
}
