// Period, area and kind of incidents asked for. Changes the query in place and says so.

import { pick, t } from '../i18n.js';
import { sketch } from '../map/sketch.js';
import { quietly } from '../signal.js';
import { button, chips, field, h, input, segments } from '../ui/index.js';
import { emptyQuery, MANY, RANGES } from './query.js';
import { COLOURS, options } from './words.js';

export function createFilters(app, words, query, { onChange, onArea }) {
  const soon = quietly(onChange, 300);
  const change = (part) => {
    Object.assign(query, part);
    draw();
    onChange();
  };

  const range = segments([...Object.keys(RANGES), 'custom'].map((value) => ({ value, text: t(`emergency.range.${value}`) })),
    { value: query.range, label: t('emergency.period'), onChange: (value) => change({ range: value }) });
  const day = (name) => input({ type: 'date', value: query[name], on: { change: (event) => change({ [name]: event.target.value }) } });
  const days = h('div', { class: 'two' }, field(t('emergency.from'), day('from')), field(t('emergency.to'), day('to')));

  const text = input({ type: 'search', value: query.q, placeholder: t('emergency.textHint'), on: { input: () => { query.q = text.value; soon(); } } });
  const more = h('details', { class: 'emergency-more' });
  const areas = h('div', { class: 'row' });
  const element = h('div', { class: 'stack' }, range, days, areas, more);

  async function drawArea(shape) {
    const drawn = await sketch(app, shape);
    if (!drawn) return;
    setArea(drawn.radius ? drawn : { ring: drawn.coordinates[0] });
  }

  /** The area asked for, with a way out of it; a circle's radius can be typed. */
  function areaSaid(area) {
    const clear = button({ text: t(area.radius ? 'emergency.inCircle' : 'emergency.inPolygon'), icon: 'close', small: true, 'aria-pressed': 'true', title: t('emergency.clearArea'), onClick: () => setArea(null) });
    if (!area.radius) return [clear];
    const metres = input({ type: 'number', class: 'input emergency-radius', min: 50, max: 50_000, step: 50, value: Math.round(area.radius), 'aria-label': t('emergency.radius'), on: { change: () => metres.reportValidity() && setArea({ ...area, radius: Number(metres.value) }) } });
    return [clear, h('label', { class: 'row tight fine' }, t('emergency.radius'), metres, t('unit.m'))];
  }

  function setArea(area) {
    onArea(area);
    change({ area });
  }

  function draw() {
    days.hidden = query.range !== 'custom';
    const { area } = query;
    const shape = (kind) => button({ text: t(`emergency.${kind}`), icon: kind, small: true, onClick: () => drawArea(kind) });
    areas.replaceChildren(shape('circle'), shape('polygon'), ...(area ? areaSaid(area) : []));
    summary.replaceChildren(t('emergency.conditions'), ...(count() > 0 ? [h('span', { class: 'badge number', text: count() })] : []));
  }

  const count = () => MANY.reduce((sum, name) => sum + query[name].length, 0) + (query.q.trim() ? 1 : 0);
  const summary = h('summary', { class: 'row' });

  function drawMore() {
    const group = (name, list) => h('div', { class: 'field' }, h('span', { class: 'label', text: t(`emergency.${name}`) }),
      chips(list, { chosen: query[name], label: t(`emergency.${name}`), onChange: (values) => change({ [name]: values }) }));
    const coloured = options(words, 'level').map((it) => ({ ...it, color: `var(--${COLOURS[it.value]})` }));
    const kinds = [...words.kind.values()].map((entry) => ({ value: entry.code, text: pick(entry.title) }));
    more.replaceChildren(summary, h('div', { class: 'stack' },
      field(t('emergency.text'), text),
      group('level', coloured), group('status', options(words, 'status')), group('class', options(words, 'class')), group('kind', kinds),
      button({ text: t('action.reset'), kind: 'plain', small: true, onClick: reset })));
  }

  function reset() {
    const { class: none, kind, level, status, q } = emptyQuery();
    text.value = '';
    change({ class: none, kind, level, status, q });
    drawMore();
  }

  drawMore();
  draw();
  more.open = count() > 0;
  return { element, stop: soon.cancel };
}
