// Switches for the layers a planner works with; what he may not see is said, not hidden.

import { pick, t } from '../i18n.js';
import { h, icon } from '../ui/index.js';

const LAYERS = ['zoning', 'control_lines', 'parcels', 'projects', 'buildings', 'green'];

export function planLayers(app) {
  const list = h('ul', { class: 'planning-layers' });
  const element = h('section', { class: 'stack', 'aria-label': t('planning.layers') }, list);

  function row(id) {
    const layer = app.layers.get(id);
    if (!layer) return app.user ? null : h('li', { class: 'row spread tight quiet' }, h('span', { text: t(`planning.layer.${id}`) }), h('span', { class: 'row tight fine' }, icon('lock', 'small'), t('planning.needsSignIn')));
    const box = h('input', { type: 'checkbox', class: 'switch', role: 'switch', checked: app.layers.isVisible(id), on: { change: () => app.layers.set(id, { visible: box.checked }) } });
    return h('li', {}, h('label', { class: 'row spread tight' }, h('span', { text: pick(layer.title) }), box));
  }

  // The plan itself is what the planner came for; an address that names its layers is left as it is.
  const opened = app.layers.get('zoning') && app.state.get('layers') === null && !app.layers.isVisible('zoning');
  if (opened) app.layers.set('zoning', { visible: true });

  const draw = () => list.replaceChildren(...LAYERS.map(row).filter(Boolean));
  const offs = [app.layers.onChange(draw), app.layers.onReload(draw)];
  draw();
  return {
    element,
    stop() {
      offs.forEach((off) => off());
      if (opened) app.layers.set('zoning', { visible: false });
    },
  };
}
