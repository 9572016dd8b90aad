// One layer: its versions and what differs between them, and its way out as a file.

import { number, pick, t } from '../../i18n.js';
import { button, h, segments } from '../../ui/index.js';
import { exportPanel } from '../export/export-panel.js';
import { showOnMap } from '../target/done-step.js';
import { versionsOf } from './versions.js';

export function openLayer(host, app, layer, { onBack }) {
  const part = h('div');
  const views = { versions: versionsOf, export: exportPanel };
  let page = null;
  const tabs = segments(Object.keys(views).map((value) => ({ value, text: t(`data.part.${value}`) })), { value: app.state.get('data.part', 'versions'), label: pick(layer.title), onChange: open });
  host.replaceChildren(h('div', { class: 'stack loose' },
    h('div', {}, button({ text: t('data.allLayers'), icon: 'left', kind: 'plain', small: true, onClick: onBack })),
    h('div', { class: 'stack' },
      h('h2', { text: pick(layer.title) }),
      h('p', { class: 'fine number', text: [layer.id, layer.crs, t('data.features', { n: number(layer.count) })].filter(Boolean).join(' · ') }),
      layer.geometry !== 'none' && h('div', {}, button({ text: t('data.openOnMap'), icon: 'map', small: true, onClick: () => showOnMap(app, layer.id) }))),
    tabs, part));

  function open(name) {
    page?.stop();
    app.bottom.hide();
    app.state.set({ 'data.part': name === 'versions' ? null : name });
    page = views[name](part, app, layer);
  }

  open(tabs.value in views ? tabs.value : 'versions');
  return { stop: () => page?.stop() };
}
