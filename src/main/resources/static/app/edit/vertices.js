// The vertices of a shape as handles on the map: dragged, moved by arrow keys, added on edges, deleted.

import * as L from '../lib.js';
import { t } from '../i18n.js';
import { fromLeaflet, toLeaflet } from '../map/lonlat.js';
import { inserted, moved, removed, rounded, rowsOf } from './geometry.js';

/** More handles than these at once help nobody. */
const MOST = 250;
const STEP = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Handles for geometry() on the map; change(geometry, settled) on each move, settled at its end.
 * tooMany(true | false) says whether handles are held back until the map shows less.
 */
export function createVertices(map, { geometry, change, tooMany, tooFew }) {
  const group = L.layerGroup().addTo(map.leaflet);
  const off = map.onMoveEnd(draw);

  function draw({ focus = null } = {}) {
    group.clearLayers();
    const bounds = map.leaflet.getBounds().pad(0.1);
    const seen = rowsOf(geometry()).flatMap((row, index) =>
      row.positions.map((position, at) => ({ row, index, at, position })).filter((it) => bounds.contains(toLeaflet(it.position))));
    tooMany(seen.length > MOST);
    if (seen.length > MOST) return;
    for (const it of seen) {
      corner(it, focus);
      if (it.row.least > 1) middle(it);
    }
  }

  function corner({ row, index, at, position }, focus) {
    const single = row.least === 1;
    const marker = handle(position, single ? 'edit-vertex is-point' : 'edit-vertex', single ? 24 : 16, t('edit.shape.vertex', { n: at + 1 }));
    const go = (next, settled) => change(moved(geometry(), index, at, rounded(next)), settled);
    marker.on('drag', () => go(fromLeaflet(marker.getLatLng()), false));
    marker.on('dragend', () => {
      go(fromLeaflet(marker.getLatLng()), true);
      draw();
    });
    const element = marker.getElement();
    element.addEventListener('keydown', (event) => {
      const step = STEP[event.key];
      if (step) {
        const by = event.shiftKey ? 10 : 1;
        const pixel = map.leaflet.latLngToContainerPoint(marker.getLatLng()).add([step[0] * by, step[1] * by]);
        go(fromLeaflet(map.leaflet.containerPointToLatLng(pixel)), true);
        draw({ focus: [index, at] });
      } else if ((event.key === 'Delete' || event.key === 'Backspace') && !single) {
        const less = removed(geometry(), index, at);
        if (less) change(less, true);
        else tooFew();
        draw({ focus: [index, Math.max(0, at - 1)] });
      } else return;
      event.preventDefault();
      event.stopPropagation();
    });
    marker.on('contextmenu', () => {
      const less = single ? null : removed(geometry(), index, at);
      if (less) change(less, true);
      draw();
    });
    if (focus && focus[0] === index && focus[1] === at) element.focus();
  }

  /** A dot half way to the next vertex, which becomes one when it is dragged, clicked or chosen by key. */
  function middle({ row, index, at, position }) {
    const next = row.positions[at + 1] ?? (row.closed ? row.positions[0] : null);
    if (!next) return;
    const a = map.leaflet.latLngToContainerPoint(toLeaflet(position));
    const b = map.leaflet.latLngToContainerPoint(toLeaflet(next));
    if (a.distanceTo(b) < 32) return;
    const between = fromLeaflet(map.leaflet.containerPointToLatLng(a.add(b).divideBy(2)));
    const marker = handle(between, 'edit-vertex is-middle', 12, t('edit.shape.middle', { n: at + 1 }));
    const add = () => {
      change(inserted(geometry(), index, at + 1, rounded(fromLeaflet(marker.getLatLng()))), true);
      draw({ focus: [index, at + 1] });
    };
    marker.on('dragend click', add);
    marker.getElement().addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      add();
    });
  }

  function handle(position, className, size, title) {
    const marker = L.marker(toLeaflet(position), {
      draggable: true,
      autoPan: true,
      title,
      alt: title,
      icon: L.divIcon({ className, iconSize: [size, size] }),
    }).addTo(group);
    marker.getElement().setAttribute('aria-label', title);
    return marker;
  }

  draw();
  return {
    draw,
    stop() {
      off();
      group.remove();
    },
  };
}
