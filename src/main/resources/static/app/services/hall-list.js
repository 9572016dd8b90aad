// Halls as cards, nearest first.

import { distance, nameOf, t } from '../i18n.js';
import { badge, empty, failed, h, icon, skeleton } from '../ui/index.js';
import { openLine, telephone, today } from './opening.js';

/** Farther than this from every hall, the person is not in this city. */
const FAR_METRES = 100_000;

export function createHallList({ onOpen }) {
  const count = h('h2', { class: 'services-count', 'aria-live': 'polite' });
  const cards = h('div');
  const element = h('section', { class: 'stack', 'aria-label': t('services.results') }, count, cards);

  function show(halls, { near, at, filtered }) {
    cards.removeAttribute('aria-busy');
    if (halls.length === 0) return alone(nothing(filtered));
    count.textContent = heading(halls, near);
    cards.replaceChildren(h('ol', { class: 'services-cards' }, halls.map((hall) => card(hall, at, onOpen))));
  }

  const alone = (state) => {
    cards.removeAttribute('aria-busy');
    count.textContent = '';
    cards.replaceChildren(state);
  };

  return {
    element,
    loading() {
      if (!cards.querySelector('.services-card')) cards.replaceChildren(skeleton(9));
      cards.setAttribute('aria-busy', 'true');
    },
    show,
    fail: (failure, again) => alone(failed(failure, again)),
    focus: (fid) => cards.querySelector(`[data-fid="${fid}"] button`)?.focus(),
  };
}

function heading(halls, near) {
  if (!near) return t('services.count', { n: halls.length });
  if (halls[0].distance_m > FAR_METRES) return t('services.far', { distance: distance(halls[0].distance_m) });
  return t('services.countNear', { n: halls.length });
}

const nothing = (filtered) =>
  empty({
    icon: 'clock',
    title: t(filtered ? 'services.noneFiltered' : 'services.none'),
    text: t(filtered ? 'services.widen' : 'services.noneHint'),
  });

function card(hall, at, onOpen) {
  return h('li', { class: 'services-card', dataset: { fid: hall.fid } },
    h('div', { class: 'row spread tight' },
      h('h3', { class: 'grow' }, h('button', { type: 'button', class: 'services-name', text: nameOf(hall), on: { click: () => onOpen(hall) } })),
      hall.distance_m != null && h('span', { class: 'number services-distance', text: distance(hall.distance_m) })),
    h('p', { class: 'row' }, badge(t(hall.open ? 'services.open' : 'services.shut'), hall.open ? 'good' : ''), h('span', { class: 'fine', text: openLine(hall, at) })),
    h('p', { class: 'services-line', text: nameOf(hall, 'address') }),
    h('p', { class: 'row spread tight' },
      h('span', { class: 'fine number', text: `${t('services.today')} ${today(hall, at)}` }),
      hall.phone && h('a', { class: 'services-phone number', href: telephone(hall.phone), 'aria-label': t('services.call', { phone: hall.phone }) }, icon('phone', 'small'), hall.phone)));
}
