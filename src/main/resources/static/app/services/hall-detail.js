// One hall, everything a visitor needs before setting out.

import { distance, nameOf, pick, t } from '../i18n.js';
import { badge, button, h, icon } from '../ui/index.js';
import { week, weekday } from './hours.js';
import { covers, dayRange, join, openLine, telephone } from './opening.js';

export function hallDetail(app, hall, at, { onBack, onMap }) {
  const name = h('h2', { id: 'services-hall', text: nameOf(hall) });
  return h('article', { class: 'services stack', 'aria-labelledby': 'services-hall' },
    h('div', {}, button({ text: t('services.back'), icon: 'left', kind: 'plain', small: true, onClick: onBack })),
    name,
    h('p', { class: 'row' }, badge(t(hall.open ? 'services.open' : 'services.shut'), hall.open ? 'good' : ''), h('span', { class: 'fine', text: openLine(hall, at) })),
    h('div', { class: 'services-where' },
      hall.phone && h('a', { class: 'button primary', href: telephone(hall.phone) }, icon('phone', 'small'), t('services.call', { phone: hall.phone })),
      app.map && button({ text: t('services.onMap'), icon: 'pin', onClick: onMap })),
    h('section', { class: 'services-week' }, h('h3', { text: t('services.hours') }), hoursTable(hall, at)),
    h('dl', { class: 'facts' },
      fact(t('services.address'), nameOf(hall, 'address'), hall.distance_m != null && h('span', { class: 'services-distance', text: ` ${distance(hall.distance_m)}` })),
      nameOf(hall, 'transit') && fact(t('services.transit'), nameOf(hall, 'transit')),
      fact(t('services.access'), t(hall.accessible ? 'services.accessible' : 'services.notAccessible')),
      hall.windows && fact(t('services.windows'), t('services.windowCount', { n: hall.windows })),
      fact(t('services.items'), h('ul', { class: 'services-items' }, (hall.items ?? []).map((item) => h('li', { text: pick(item.title) }))))));
}

const fact = (label, ...value) => [h('dt', { text: label }), h('dd', {}, value)];

function hoursTable(hall, at) {
  const day = weekday(at);
  const line = (span) => {
    const now = covers(span, day);
    return h('tr', { class: now ? 'is-today' : '' },
      h('th', { scope: 'row', text: dayRange(span) }),
      h('td', { class: 'number' }, join(span.spans)),
      h('td', { class: 'services-now' }, now && badge(t('services.today'))));
  };
  return h('table', { class: 'services-hours' }, h('tbody', {}, week(hall.hours).map(line)));
}
