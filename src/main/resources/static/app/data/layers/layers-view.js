// All layers, and behind each its versions, their comparison, and its export.

import { date, number, pick, t } from '../../i18n.js';
import { badge, empty, h, input } from '../../ui/index.js';
import { openLayer } from './layer-page.js';

export function openLayers(host, app) {
  let page = null;
  let q = '';

  function go(id, push = true) {
    page?.stop();
    page = null;
    app.state.set({ 'data.layer': id, ...(id ? {} : { 'data.part': null, 'data.compare': null }) }, { push });
    const layer = id && app.layers.get(id);
    if (layer) page = openLayer(host, app, layer, { onBack: () => go(null) });
    else list();
    app.panel.body.scrollTop = 0;
  }

  function list() {
    const found = h('div', { class: 'stack loose' });
    const search = input({ type: 'search', value: q, placeholder: t('data.searchLayers'), 'aria-label': t('data.searchLayers'), on: { input: draw } });
    host.replaceChildren(h('div', { class: 'stack' }, search, found));

    function draw() {
      q = search.value;
      const words = q.trim().toLowerCase();
      const layers = app.layers.all().filter((layer) => `${layer.id} ${layer.title.zh} ${layer.title.en}`.toLowerCase().includes(words));
      if (layers.length === 0) return found.replaceChildren(empty({ icon: 'layers', title: t(words ? 'layers.none' : 'layers.empty'), text: t(words ? 'layers.none.text' : 'layers.empty.text') }));
      const groups = app.layers.departments().map((department) => [department, layers.filter((layer) => layer.department === department.id)]).filter(([, some]) => some.length > 0);
      found.replaceChildren(...groups.map(([department, some]) => h('section', { class: 'stack' }, h('h2', { class: 'data-group', text: pick(department.title) }), h('ul', { class: 'cards' }, some.map((layer) => h('li', {}, card(layer)))))));
    }
    draw();
  }

  const card = (layer) => h('button', { type: 'button', class: 'card', dataset: { layer: layer.id }, on: { click: () => go(layer.id) } },
    h('span', { class: 'row spread tight' }, h('strong', { class: 'grow', text: pick(layer.title) }), badge(t(`data.visibility.${layer.visibility}`), layer.visibility === 'public' ? 'good' : 'yellow')),
    h('span', { class: 'fine number', text: [layer.id, t('data.features', { n: number(layer.count) }), t('data.version', { n: layer.version }), layer.updated && date(layer.updated)].filter(Boolean).join(' · ') }));

  go(app.state.get('data.layer'), false);
  return { stop: () => page?.stop() };
}
