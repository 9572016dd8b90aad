// The desk's first page: filters, the time line and the list.

import { date, dateTime, number, t, time } from '../i18n.js';
import { pickPoint } from '../map/sketch.js';
import { button, columns, failed, h, skeleton } from '../ui/index.js';
import { histogram } from './histogram.js';
import { createList } from './list.js';
import { DAY, HOUR } from './query.js';

export function createFront(app, words, filters, { onOpen, onRegister, onPoint }) {
  const state = h('span', { class: 'emergency-live', role: 'status' });
  const count = h('h2', { class: 'emergency-count', 'aria-live': 'polite' });
  const spanText = h('p', { class: 'fine' });
  const chart = h('div', { class: 'emergency-time' });
  const list = createList(words, { onOpen });
  const tools = h('div', { class: 'row' },
    app.session.has('commander') && button({ text: t('emergency.register'), icon: 'plus', kind: 'primary', onClick: onRegister }),
    button({ text: t('emergency.nearest'), icon: 'target', onClick: fromPoint }));
  app.panel.setTools(state);
  const result = h('section', { class: 'stack', 'aria-label': t('emergency.incidents') }, h('div', {}, count, spanText), chart, list.element);
  const element = h('div', { class: 'emergency stack' }, tools, filters.element, result);

  async function fromPoint() {
    const point = await pickPoint(app);
    if (point) onPoint(point);
  }

  function drawTime(incidents, from, to) {
    const { step, bars } = histogram(incidents, from, to);
    const name = step === HOUR ? (at) => `${date(at)} ${time(at)}` : date;
    chart.replaceChildren(
      columns(bars.map((bar) => bar.count), bars.map((bar) => name(bar.at)), { label: t(step === HOUR ? 'emergency.byHour' : step === DAY ? 'emergency.byDay' : 'emergency.byWeek'), height: 44 }),
      h('div', { class: 'row spread fine number' }, h('span', { text: name(bars[0].at) }), h('span', { text: name(bars.at(-1).at) })));
  }

  return {
    element,
    live(is) {
      state.className = `emergency-live is-${is}`;
      state.textContent = t(`emergency.live.${is}`);
    },
    loading() {
      element.setAttribute('aria-busy', 'true');
      if (list.isEmpty()) list.element.replaceChildren(skeleton(9));
    },
    show(incidents, total, { from, to }, fresh) {
      element.removeAttribute('aria-busy');
      const times = incidents.map((incident) => Date.parse(incident.occurred_at));
      const last = to ? +to : Math.max(...times, from ? +from : 0);
      const first = total > incidents.length || !from ? Math.min(...times, last) : +from;
      count.textContent = t('emergency.count', { n: number(total) });
      spanText.textContent = total > incidents.length
        ? t('emergency.newestOf', { n: number(incidents.length) })
        : t('emergency.span', { from: dateTime(first), to: dateTime(last) });
      spanText.hidden = incidents.length === 0;
      chart.hidden = incidents.length === 0;
      if (incidents.length > 0) drawTime(incidents, first, last);
      list.show(incidents, fresh);
    },
    fail(failure, again) {
      element.removeAttribute('aria-busy');
      count.textContent = '';
      spanText.hidden = true;
      chart.hidden = true;
      list.element.replaceChildren(failed(failure, again));
    },
    focusOn: list.focus,
    stop: filters.stop,
  };
}
