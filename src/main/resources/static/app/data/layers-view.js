// All layers with their versions; a version that was there before can be the one that counts again.

import { date, number, pick, t } from '../i18n.js';
import { badge, button, empty, h, input } from '../ui/index.js';
import { versionsOf } from './versions.js';

export function openLayers(host, app) {
  const list = h('div', { class: 'stack loose' });
  const search = input({ type: 'search', placeholder: t('data.searchLayers'), 'aria-label': t('data.searchLayers'), on: { input: draw } });
  host.replaceChildren(h('div', { class: 'stack' }, search, list));

  function draw() {
    const q = search.value.trim().toLowerCase();
    const found = app.layers.all().filter((layer) => `${layer.id} ${layer.title.zh} ${layer.title.en}`.toLowerCase().includes(q));
    if (found.length === 0) return list.replaceChildren(empty({ icon: 'layers', title: t(q ? 'layers.none' : 'layers.empty'), text: t(q ? 'layers.none.text' : 'layers.empty.text') }));
    const groups = app.layers.departments().map((department) => [department, found.filter((layer) => layer.department === department.id)]).filter(([, layers]) => layers.length > 0);
    list.replaceChildren(...groups.map(([department, layers]) => h('section', { class: 'stack' }, h('h2', { class: 'data-group', text: pick(department.title) }), h('ul', { class: 'cards' }, layers.map(card)))));
  }

  function card(layer) {
    const versions = h('div', { hidden: true });
    const toggle = button({ text: t('data.versions'), icon: 'history', small: true, 'aria-expanded': 'false', onClick: () => {
      versions.hidden = !versions.hidden;
      toggle.setAttribute('aria-expanded', String(!versions.hidden));
      if (!versions.hidden) versionsOf(versions, app, layer);
    } });
    return h('li', { class: 'card' },
      h('div', { class: 'row spread tight' }, h('strong', { class: 'grow', text: pick(layer.title) }), badge(t(`data.visibility.${layer.visibility}`), layer.visibility === 'public' ? 'good' : 'yellow')),
      h('p', { class: 'fine number', text: [layer.id, t('data.features', { n: number(layer.count) }), layer.updated && date(layer.updated)].filter(Boolean).join(' · ') }),
      h('div', { class: 'row' }, toggle, layer.geometry !== 'none' && button({ text: t('data.openOnMap'), icon: 'map', kind: 'plain', small: true, onClick: () => onMap(layer) })),
      versions);
  }

  function onMap(layer) {
    app.layers.set(layer.id, { visible: true });
    if (layer.bbox) app.map.fitBox(layer.bbox);
    app.panel.height('peek');
  }

  const off = app.layers.onReload(() => !list.querySelector('[aria-expanded="true"]') && draw());
  draw();
  return { stop: off };
}
