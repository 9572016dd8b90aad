// Which features are selected, on whatever page they stand, and their shapes on the map.

import { boxOf, joinBoxes } from '../map/lonlat.js';
import { cssColor } from '../map/overlay.js';
import { signal } from '../signal.js';

/** @param shapesOfPage () => Promise of a Map of shapes by feature, of the page that is seen */
export function createSelection(app, shapesOfPage) {
  const overlay = app.map.overlay('table');
  const changed = signal();
  const shapes = new Map();
  let chosen = new Set();
  let anchor = null;

  function take(next) {
    chosen = next;
    changed.emit();
    draw();
  }

  /** Shapes come after the mark in the table: a click must not wait for them. */
  async function draw() {
    if ([...chosen].some((fid) => !shapes.has(fid))) await learn();
    const features = [...chosen].filter((fid) => shapes.get(fid)).map((fid) => ({ type: 'Feature', id: fid, properties: {}, geometry: shapes.get(fid) }));
    overlay.setFeatures({ type: 'FeatureCollection', features }, { style: look });
  }

  async function learn() {
    try {
      for (const [fid, shape] of (await shapesOfPage()) ?? []) if (chosen.has(fid)) shapes.set(fid, shape);
    } catch (failure) {
      console.warn(failure);
    }
  }

  return {
    has: (fid) => chosen.has(fid),
    get size() {
      return chosen.size;
    },
    all: () => [...chosen],
    /** Only this one; its shape when it is known. */
    only(fid, shape = null) {
      if (shape) shapes.set(fid, shape);
      anchor = fid;
      take(new Set([fid]));
    },
    toggle(fid) {
      anchor = fid;
      const next = new Set(chosen);
      if (!next.delete(fid)) next.add(fid);
      take(next);
    },
    /** From the one last chosen to this one, in the order of the rows. */
    range(fid, order) {
      const ends = [order.indexOf(anchor ?? fid), order.indexOf(fid)].map((at) => (at < 0 ? order.indexOf(fid) : at));
      const [from, to] = [Math.min(...ends), Math.max(...ends)];
      take(new Set([...chosen, ...order.slice(from, to + 1)]));
    },
    set(fids, on) {
      const next = new Set(chosen);
      for (const fid of fids) on ? next.add(fid) : next.delete(fid);
      take(next);
    },
    clear: () => chosen.size > 0 && take(new Set()),
    /** The box around those whose shape is known: all of them, or one; null when there is none. */
    async box(fids = [...chosen]) {
      if (fids.some((fid) => !shapes.has(fid))) for (const [fid, shape] of (await shapesOfPage()) ?? []) shapes.set(fid, shape);
      return fids.reduce((box, fid) => joinBoxes(box, shapes.get(fid) ? boxOf(shapes.get(fid)) : null), null);
    },
    onChange: changed.on,
    stop: () => overlay.clear(),
  };
}

function look(feature) {
  const color = cssColor('--map-select');
  return feature.geometry.type.includes('Point') ? { fill: 'transparent', color, width: 3, size: 22 } : { color, width: 3, fillOpacity: 0.16 };
}
