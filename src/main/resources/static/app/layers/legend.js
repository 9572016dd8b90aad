import { onLang, pick, t } from '../i18n.js';
import { quietly } from '../signal.js';
import { h, icon, onPhone, show } from '../ui/index.js';
import { countInView } from '../map/in-view.js';
import { drawSymbols } from './symbols.js';

/** What the symbols on the map mean: only those in view, with how many there are. */
export function createLegend(app) {
  const { map, layers } = app;
  const body = h('div', { class: 'legend-body scroll', id: 'legend-body', tabIndex: 0, role: 'region' });
  const head = h('button', {
    type: 'button',
    class: 'legend-head',
    'aria-controls': 'legend-body',
    on: { click: () => fold((asked = !body.hidden)) },
  });
  const element = h('section', { class: 'legend' }, h('h2', {}, head), body);
  // What the reader wants, once he has said so; until then it is open where the map itself is the subject.
  let asked = null;
  const later = quietly(draw, 250);

  function fold(hidden) {
    body.hidden = hidden;
    head.setAttribute('aria-expanded', String(!hidden));
    if (!hidden) draw();
  }

  function title() {
    show(head, icon('list', 'small'), h('span', { text: t('map.legend') }), icon('up', 'small'));
    element.setAttribute('aria-label', t('map.legend'));
    body.setAttribute('aria-label', t('map.legend.label'));
  }

  function draw() {
    if (body.hidden) return;
    const found = countInView(map, layers);
    const groups = found.map(({ layer, entries }) => {
      const list = drawSymbols(entries, { title: pick(layer.title) });
      if (list.children.length === 0) return null;
      const single = list.children.length === 1 && list.firstChild.textContent.startsWith(pick(layer.title));
      return h('section', { class: 'legend-group' }, !single && h('h3', { text: pick(layer.title) }), list);
    });
    show(body, groups.some(Boolean) ? groups : h('p', { class: 'fine', text: t('map.legend.empty') }));
  }

  title();
  fold(onPhone());
  app.onWork((id) => asked === null && fold(onPhone() || !['map', 'planning'].includes(id)));
  map.onMoveEnd(later);
  map.tiles.onChanged(later);
  layers.onChange(later);
  onLang(() => {
    title();
    draw();
  });
  return element;
}
