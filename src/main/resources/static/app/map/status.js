import { t } from '../i18n.js';
import { quietly } from '../signal.js';
import { button, h, icon, show } from '../ui/index.js';

/** What the tiles are doing: a thin line while they come, and a word when some do not. */
export function createMapStatus(app) {
  const { map, layers } = app;
  const line = h('div', { class: 'map-progress', hidden: true, 'aria-hidden': 'true' });
  const trouble = h('div', { class: 'map-trouble', role: 'status', hidden: true });
  const failing = new Set();
  const appear = quietly(() => (line.hidden = false), 250);
  const tell = quietly(draw, 300);

  map.tiles.on('loading', appear);
  map.tiles.on('load', () => {
    appear.cancel();
    line.hidden = true;
  });
  map.onTileFailure((id, failed) => {
    const before = failing.size;
    if (failed) failing.add(id);
    else failing.delete(id);
    if (failing.size !== before) tell();
  });
  layers.onChange(() => {
    for (const id of failing) if (!layers.isVisible(id)) failing.delete(id);
    tell();
  });

  function draw() {
    trouble.hidden = failing.size === 0;
    if (trouble.hidden) return;
    const names = [...failing]
      .slice(0, 3)
      .map((id) => layers.title(id))
      .join(t('session.and'));
    show(
      trouble,
      icon('alert', 'small'),
      h('span', { text: t('map.tiles.failed', { layers: names + (failing.size > 3 ? '…' : '') }) }),
      button({ text: t('action.retry'), small: true, onClick: again }),
    );
  }

  function again() {
    failing.clear();
    draw();
    map.tiles.layersChanged();
  }

  return h('div', { class: 'map-status' }, line, trouble);
}
