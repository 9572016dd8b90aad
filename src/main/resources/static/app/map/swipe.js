import { LabelLayer } from './label-layer.js';
import { VectorLayer } from './vector-layer.js';

/** All layers twice, clipped at a line that moves: on its left side without one layer, on its right without another. */
export function createSides(leaflet, catalogue, tiles, labels) {
  let right = null;
  let share = 0.5;
  let open = false;

  /** Made when it is first asked for, and kept: most readers never do. */
  function make() {
    leaflet.createPane('right').style.zIndex = 210;
    const second = new VectorLayer(catalogue, { pane: 'right' });
    second.source = tiles.source;
    return { tiles: second, labels: new LabelLayer(catalogue, second, 'right-labels') };
  }

  function clip() {
    if (!open) return;
    const size = leaflet.getSize();
    const start = leaflet.containerPointToLayerPoint([0, 0]);
    const end = leaflet.containerPointToLayerPoint(size);
    const middle = start.x + Math.round(size.x * share);
    const rect = (from, to) => `rect(${start.y}px, ${to}px, ${end.y}px, ${from}px)`;
    for (const it of sides(tiles, labels)) it.style.clip = rect(start.x, middle);
    for (const it of sides(right.tiles, right.labels)) it.style.clip = rect(middle, end.x);
  }

  const sides = (some, names) => [some.getContainer(), names.pane];

  return {
    /** @param leftId id of the layer of the left side alone, or null @param rightId that of the right side alone */
    show(leftId, rightId) {
      right ??= make();
      tiles.skip = new Set([rightId]);
      right.tiles.skip = new Set([leftId].filter(Boolean));
      if (!open) {
        open = true;
        right.tiles.addTo(leaflet);
        right.labels.addTo(leaflet);
        leaflet.on('move zoomend resize', clip);
      }
      tiles.layersChanged();
      right.tiles.layersChanged();
      clip();
    },
    /** @param next how far from the left the line is, 0..1 */
    place(next) {
      share = next;
      clip();
    },
    hide() {
      if (!open) return;
      open = false;
      leaflet.off('move zoomend resize', clip);
      right.tiles.remove();
      right.labels.remove();
      tiles.skip = new Set();
      for (const it of sides(tiles, labels)) it.style.clip = '';
      tiles.layersChanged();
    },
    restyle() {
      if (!open) return;
      right.tiles.restyle();
      right.labels.restyle();
    },
  };
}
