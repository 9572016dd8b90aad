// The incidents as a list that grows as it is scrolled, so that two thousand rows cost no more than fifty.

import { dateTime, distance, t } from '../i18n.js';
import { empty, h } from '../ui/index.js';
import { levelBadge, say, sign } from './words.js';

const PAGE = 50;

export function createList(words, { onOpen }) {
  const rows = h('ol', { class: 'emergency-list' });
  const end = h('div', { class: 'emergency-end' });
  const element = h('div', { on: { keydown: walk } });
  const watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && grow());
  let incidents = [];
  let drawn = 0;

  function grow() {
    const next = incidents.slice(drawn, drawn + PAGE);
    rows.append(...next.map((incident) => row(incident)));
    drawn += next.length;
    end.hidden = drawn >= incidents.length;
  }

  function row(incident, fresh = false) {
    const place = [incident.address, incident.distance_m != null && distance(incident.distance_m)].filter(Boolean).join(' · ');
    const state = h('span', { class: 'emergency-when' }, levelBadge(words, incident.level), h('span', { class: 'fine', text: say(words, 'status', incident.status) }));
    return h('li', { class: fresh ? 'is-fresh' : '', dataset: { id: incident.id } },
      h('button', { type: 'button', class: 'emergency-row', on: { click: () => onOpen(incident) } },
        sign(incident),
        h('span', { class: 'emergency-what' }, h('strong', { text: incident.title }), h('span', { class: 'fine', text: place }), h('span', { class: 'fine number', text: dateTime(incident.occurred_at) })),
        state));
  }

  function walk(event) {
    const at = event.target.closest('li');
    const next = at && { ArrowDown: at.nextElementSibling, ArrowUp: at.previousElementSibling }[event.key];
    if (!next) return;
    event.preventDefault();
    next.querySelector('button').focus();
  }

  return {
    element,
    isEmpty: () => incidents.length === 0,
    show(next, fresh) {
      incidents = next;
      watcher.disconnect();
      if (incidents.length === 0) {
        return element.replaceChildren(empty({ icon: 'inbox', title: t('emergency.none'), text: t('emergency.noneHint') }));
      }
      const keep = Math.min(Math.max(drawn, PAGE), incidents.length);
      rows.replaceChildren(...incidents.slice(0, keep).map((incident) => row(incident, incident.id === fresh)));
      drawn = keep;
      end.hidden = drawn >= incidents.length;
      element.replaceChildren(rows, end);
      watcher.observe(end);
    },
    focus: (id) => rows.querySelector(`[data-id="${id}"] button`)?.focus(),
  };
}
