// Holds what the operator asked for and what came back, and keeps panel, map and live feed in step.

import { t } from '../i18n.js';
import { announce } from '../ui/index.js';
import { createFilters } from './filters.js';
import { createFront } from './front.js';
import { incidentView } from './incident-view.js';
import { inside } from './inside.js';
import { follow } from './live.js';
import { createMarks } from './marks.js';
import { pointView } from './point-view.js';
import { admits, fromAddress, parameters, period, toAddress } from './query.js';
import { registerView } from './register-view.js';
import { readWords } from './words.js';

/** As many as one answer may hold. */
const LIMIT = 2000;

export function openDesk(host, app) {
  const words = readWords(app.layers);
  const query = fromAddress(app.state.get('emergency.query'));
  const run = app.api.latest();
  /** When the newest incident happened: undefined until asked, null when there is none. */
  let newest;
  let span = period(query, Date.now(), null);
  let incidents = [];
  let total = 0;
  let view = null;
  let stopped = false;

  const marks = createMarks(app, { onOpen: (id) => open(incidents.find((incident) => incident.id === id)) });
  const filters = createFilters(app, words, query, { onChange: ask, onArea: marks.area });
  const front = createFront(app, words, filters, {
    onOpen: open,
    onRegister: () => swap(registerView(app, words, { onDone: registered, onBack: back, marks })),
    onPoint: (point) => swap(pointView(app, point, { onBack: back, marks })),
  });
  const live = follow({ onIncident: arrived, onState: front.live, onGap: ask });

  async function ask() {
    app.state.set({ 'emergency.query': toAddress(query) });
    front.loading();
    newest ??= await newestTime(app);
    span = period(query, Date.now(), newest);
    try {
      const answer = await run((signal) => app.api.get('/api/incidents', { params: parameters(query, span, LIMIT), signal }));
      if (!answer || stopped) return;
      ({ incidents, total } = answer);
      draw();
    } catch (failure) {
      front.fail(failure, ask);
    }
  }

  function draw(fresh = null) {
    front.show(incidents, total, span, fresh);
    marks.show(incidents, fresh);
  }

  function arrived({ change, incident }) {
    const at = incidents.findIndex((known) => known.id === incident.id);
    const wanted = admits(query, span, incident) && inside(query.area, incident);
    view?.changed?.(incident);
    if (at < 0 && !wanted) return;
    if (at < 0) {
      incidents.unshift(incident);
      total += 1;
    } else if (wanted) incidents[at] = { ...incidents[at], ...incident };
    else {
      incidents.splice(at, 1);
      total -= 1;
    }
    const fresh = at < 0 && change === 'created' ? incident.id : null;
    draw(fresh);
    if (fresh !== null) announce(t('emergency.arrived', { title: incident.title, address: incident.address ?? '' }));
  }

  function registered(incident) {
    arrived({ change: 'created', incident });
    open(incident);
  }

  function open(incident) {
    if (!incident) return;
    app.state.set({ 'emergency.incident': incident.id }, { push: true });
    marks.select(incident.id);
    marks.bringIn(incident);
    swap(incidentView(app, words, incident, { onBack: back, marks, onChange: (changed) => arrived({ change: 'updated', incident: changed }) }));
  }

  function swap(next) {
    view?.stop?.();
    view = next;
    host.replaceChildren(next.element);
    app.panel.body.scrollTop = 0;
    next.focus?.();
  }

  function back() {
    const from = app.state.get('emergency.incident');
    app.state.set({ 'emergency.incident': null });
    marks.select(null);
    marks.stations([]);
    swap(front);
    front.focusOn(Number(from));
  }

  swap(front);
  marks.area(query.area);
  ask().then(openAsked);
  const off = app.state.onChange((keys) => {
    if (!keys.has('emergency.incident')) return;
    if (app.state.get('emergency.incident')) openAsked();
    else back();
  });

  /** The incident that the address names, whether or not the query holds it. */
  async function openAsked() {
    const id = Number(app.state.get('emergency.incident'));
    if (!id || stopped) return;
    open(incidents.find((incident) => incident.id === id) ?? (await app.api.get(`/api/incidents/${id}`).catch(() => null)));
  }

  return {
    stop() {
      stopped = true;
      off();
      run.abort();
      live.stop();
      view?.stop?.();
      marks.clear();
    },
  };
}

/** When the newest incident happened, so that an archive opens at its end; null when there is none. */
async function newestTime(app) {
  const answer = await app.api.get('/api/incidents', { params: { limit: 1 } }).catch(() => null);
  return answer?.incidents[0] ? Date.parse(answer.incidents[0].occurred_at) : null;
}
