import { announceOnce } from './words.js';
import { area, number, pick, t } from '../i18n.js';
import { h, note, show } from '../ui/index.js';
import { answeredSection, expectedSection } from './section.js';

/** The sections as they come in: found ones in their place, those that found nothing in a list at the end. */
export function createReportView({ onShow, onRetry }) {
  const status = h('p', { class: 'fine', role: 'status' });
  const place = h('dl', { class: 'facts site-place' });
  const found = h('div', { class: 'site-sections' });
  const nothing = h('details', { class: 'site-nothing', hidden: true });
  const element = h('div', { class: 'stack' }, place, status, found, nothing);
  let site = null;
  let expected = [];
  let answers = new Map();
  let cut = false;

  /** A layer may have several sections, so they are known by their place. */
  function draw() {
    if (!site) return;
    show(place, facts());
    show(found, expected.map(drawn));
    const none = [...answers.values()].filter((it) => it.status === 'nothing');
    nothing.hidden = none.length === 0;
    show(
      nothing,
      h('summary', { text: t('site.nothing', { count: none.length }) }),
      h('ul', {}, none.map(line)),
    );
    tell(none.length);
  }

  function drawn(each, i) {
    const answer = answers.get(i);
    if (!answer) return cut ? null : expectedSection(each);
    return answer.status === 'nothing'
      ? null
      : answeredSection(answer, { show: onShow, retry: () => onRetry(answer, i) });
  }

  function line({ heading, department, statement }) {
    return h('li', {}, h('strong', { text: pick(heading) }), ` ${pick(statement)} `, h('span', { class: 'fine', text: pick(department.title) }));
  }

  function facts() {
    const rows = site.area
      ? [[t('site.area'), `${area(site.area.m2)} · ${number(site.area.m2)} ${t('unit.m2')} · ${t('site.mu', { mu: number(site.area.mu, 2) })}`]]
      : [[t('site.place'), `${site.lon.toFixed(6)}, ${site.lat.toFixed(6)}`]];
    if (site.zones) rows.push(['', pick(site.zones)]);
    return rows.flatMap(([name, value]) => [h('dt', { text: name }), h('dd', { class: 'number', text: value })]);
  }

  function tell(none) {
    const failures = [...answers.values()].filter((it) => it.status === 'failed').length;
    const complete = answers.size === expected.length;
    if (cut) return show(status, note(t('site.cut'), 'error'));
    if (!complete) return show(status, t('site.wait', { done: answers.size, all: expected.length }));
    const words = t('site.done', { found: answers.size - none - failures, nothing: none });
    announceOnce(words);
    return show(status, words, failures > 0 && ` · ${t('site.failed', { count: failures })}`);
  }

  return {
    element,
    draw,
    opening(start) {
      site = start.site;
      expected = start.expected;
      answers = new Map();
      cut = false;
      draw();
    },
    /** The next answer, or one that replaces the answer at a place. */
    section(answer, at = answers.size) {
      answers.set(at, answer);
      draw();
    },
    /** The rest will not come. */
    broken() {
      cut = answers.size < expected.length;
      draw();
    },
    get isOpen() {
      return site !== null;
    },
    get isEmpty() {
      return expected.length === 0;
    },
  };
}
