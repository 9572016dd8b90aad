// The nearest feature of each layer of points, as a list that leads there.

import { api } from '../api.js';
import { distance, nameOf, t } from '../i18n.js';
import { announce, failed, h, icon, note, show, skeleton } from '../ui/index.js';

/** So many layers are asked; those that are shown come first. */
const MOST = 10;

/** ask() fills the element, which is empty before. */
export function createNearest(app, [lon, lat]) {
  const element = h('div', { class: 'position-nearest' });

  async function ask() {
    const asked = layers();
    if (asked.length === 0) return show(element, note(t('position.nearest.none')));
    show(element, skeleton(4));
    element.setAttribute('aria-busy', 'true');
    const answers = await Promise.allSettled(asked.map(nearestOf));
    element.removeAttribute('aria-busy');
    const found = answers.flatMap(({ value }) => value ?? []).sort((a, b) => a.feature.distance - b.feature.distance);
    const failure = answers.find((it) => it.status === 'rejected')?.reason;
    if (found.length === 0 && failure) return show(element, failed(failure, ask));
    announce(t('search.count', { count: found.length }));
    return show(element, h('ul', { 'aria-label': t('position.nearest') }, found.map(line)));
  }

  const layers = () =>
    app.layers
      .all()
      .filter((layer) => layer.geometry === 'point')
      .sort((a, b) => app.layers.isVisible(b.id) - app.layers.isVisible(a.id) || b.order - a.order)
      .slice(0, MOST);

  async function nearestOf(layer) {
    const answer = await api.get('/api/near', { params: { layer: layer.id, lon: lon.toFixed(7), lat: lat.toFixed(7), k: 1 } });
    return answer.features.map((feature) => ({ layer, feature }));
  }

  function line({ layer, feature }) {
    const arrow = h('span', { class: 'site-arrow', style: { transform: `rotate(${feature.bearing}deg)` }, 'aria-hidden': 'true', text: '↑' });
    const name = nameOf(feature.properties) || `${app.layers.title(layer.id)} ${feature.id}`;
    return h(
      'li',
      {},
      h(
        'button',
        { type: 'button', class: 'site-feature', on: { click: () => go(layer, feature) } },
        icon('locate', 'small'),
        h('span', { class: 'grow' }, name, ' ', h('span', { class: 'fine', text: app.layers.title(layer.id) })),
        h('span', { class: 'fine number nowrap' }, distance(feature.distance), ' ', arrow),
      ),
    );
  }

  function go(layer, { id, nearest }) {
    app.identify({ lon: nearest[0], lat: nearest[1], zoom: 18, only: [layer.id], fid: id });
    app.map.flyTo(nearest, 17);
  }

  return { element, ask };
}
