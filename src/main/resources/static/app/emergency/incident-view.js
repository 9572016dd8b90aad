// One incident: what is known, what is being done, who is near.

import { dateTime, t } from '../i18n.js';
import { button, h } from '../ui/index.js';
import { incidentActions } from './incident-actions.js';
import { nearestStations } from './stations.js';
import { levelBadge, say, sign } from './words.js';

export function incidentView(app, words, incident, { onBack, onChange, marks }) {
  const back = button({ text: t('emergency.back'), icon: 'left', kind: 'plain', small: true, onClick: onBack });
  const head = h('div', { class: 'stack' });
  const facts = h('dl', { class: 'facts' });
  const actions = app.session.has('commander') ? incidentActions(app, words, incident, { onChange }) : null;
  const stations = nearestStations(app, incident, marks);
  const element = h('article', { class: 'emergency stack', 'aria-labelledby': 'emergency-what' }, h('div', {}, back), head, actions?.element, facts, stations.element);

  function draw() {
    head.replaceChildren(
      h('h2', { id: 'emergency-what', class: 'row tight' }, sign(incident), h('span', { text: incident.title })),
      h('p', { class: 'row' }, levelBadge(words, incident.level), h('span', { text: `${say(words, 'status', incident.status)} · ${dateTime(incident.occurred_at)}` })));
    const fact = (label, value) => (value ? [h('dt', { text: t(`emergency.${label}`) }), h('dd', { text: value })] : []);
    facts.replaceChildren(...[
      fact('class', `${say(words, 'class', incident.class)} · ${say(words, 'kind', incident.kind)}`),
      !actions && fact('level', say(words, 'level', incident.level)),
      fact('address', incident.address),
      fact('description', incident.description),
      fact('reporter', incident.reporter),
      fact('place', `${incident.lon.toFixed(5)}, ${incident.lat.toFixed(5)}`),
    ].flat().filter(Boolean));
  }

  draw();
  return {
    element,
    focus: () => back.focus(),
    stop: stations.stop,
    /** The live feed says that an incident is not what it was. */
    changed(next) {
      if (next.id !== incident.id) return;
      Object.assign(incident, next);
      actions?.changed();
      draw();
    },
  };
}
