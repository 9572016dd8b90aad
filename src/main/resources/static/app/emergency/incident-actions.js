// What the operator may do with an incident: move it on, change its level; each with a way back.

import { t } from '../i18n.js';
import { button, explain, field, h, note, segments, select } from '../ui/index.js';
import { options, say } from './words.js';

const ORDER = ['reported', 'dispatched', 'resolved', 'closed'];

export function incidentActions(app, words, incident, { onChange }) {
  const wrong = h('div');
  const next = h('div');
  const status = segments(ORDER.map((value) => ({ value, text: say(words, 'status', value) })),
    { value: incident.status, label: t('emergency.status'), onChange: (value) => send({ status: value }) });
  const level = select(options(words, 'level'), { value: String(incident.level), onChange: (value) => send({ level: value }) });
  const element = h('div', { class: 'stack emergency-actions' }, next, status, field(t('emergency.level'), level), wrong);

  async function send(patch, undo = true) {
    const before = Object.fromEntries(Object.keys(patch).map((key) => [key, incident[key]]));
    element.setAttribute('aria-busy', 'true');
    wrong.replaceChildren();
    try {
      const changed = await app.api.patch(`/api/incidents/${incident.id}`, patch);
      Object.assign(incident, patch, changed);
      onChange({ ...incident });
      app.notify(t('emergency.saved'), 'success', undo ? { action: { label: t('action.undo'), run: () => send(before, false) } } : undefined);
    } catch (failure) {
      const { title, text } = explain(failure);
      wrong.replaceChildren(note(t('emergency.notSaved', { why: [title, text].filter(Boolean).join(' ') }), 'error'));
    } finally {
      element.removeAttribute('aria-busy');
      changed();
    }
  }

  function changed() {
    status.choose(incident.status);
    level.value = String(incident.level);
    const at = ORDER.indexOf(incident.status);
    // One step at a time, forward or back, as the server has it.
    [...status.children].forEach((step, i) => (step.disabled = Math.abs(i - at) > 1));
    const after = ORDER[at + 1];
    next.hidden = !after;
    if (after) next.replaceChildren(button({ text: t(`emergency.do.${after}`), kind: 'primary', wide: true, onClick: () => send({ status: after }) }));
  }

  changed();
  return { element, changed };
}
