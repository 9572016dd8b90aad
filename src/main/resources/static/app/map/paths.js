import { LINE, POLYGON } from './mvt.js';

/** How tile units become pixels of the canvas tile: shown at scale, moved by dx, dy (when a part of a larger tile is shown). */
export const placing = (extent, size, over = 1, column = 0, row = 0) => {
  const scale = (size * over) / extent;
  return { scale, dx: -column * size, dy: -row * size };
};

/** One path of many polygons or lines; polygons are closed. */
export function pathOf(features, { scale, dx, dy }, filled) {
  const path = new Path2D();
  for (const feature of features) {
    if (feature.type !== POLYGON && feature.type !== LINE) continue;
    const close = feature.type === POLYGON;
    if (filled && !close) continue;
    for (const part of feature.parts) {
      path.moveTo(part[0] * scale + dx, part[1] * scale + dy);
      for (let i = 2; i < part.length; i += 2) path.lineTo(part[i] * scale + dx, part[i + 1] * scale + dy);
      if (close) path.closePath();
    }
  }
  return path;
}

/**
 * The outlines of polygons without the edges that only exist because the tile was cut there: those run along the
 * buffer outside the tile, so it is enough to leave out edges on one line beyond its sides.
 */
export function outlineOf(features, { scale, dx, dy }, extent) {
  const path = new Path2D();
  const beyond = (value) => value < 0 || value > extent;
  for (const feature of features) {
    if (feature.type === LINE) continue;
    for (const part of feature.parts) {
      let pen = false;
      const n = part.length;
      for (let i = 0; i < n; i += 2) {
        const [x1, y1, x2, y2] = [part[i], part[i + 1], part[(i + 2) % n], part[(i + 3) % n]];
        if ((x1 === x2 && beyond(x1)) || (y1 === y2 && beyond(y1))) {
          pen = false;
          continue;
        }
        if (!pen) path.moveTo(x1 * scale + dx, y1 * scale + dy);
        path.lineTo(x2 * scale + dx, y2 * scale + dy);
        pen = true;
      }
    }
  }
  return path;
}

/** Lines moved to the side by some pixels: positive to the left of the direction, as SLD means it. */
export function shifted(features, place, by) {
  const path = new Path2D();
  for (const feature of features) {
    if (feature.type !== LINE) continue;
    for (const part of feature.parts) {
      const moved = shiftLine(part, place, by);
      moved.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
    }
  }
  return path;
}

function shiftLine(part, { scale, dx, dy }, by) {
  const points = [];
  for (let i = 0; i < part.length; i += 2) points.push([part[i] * scale + dx, part[i + 1] * scale + dy]);
  return points.map((point, i) => {
    const a = points[Math.max(0, i - 1)];
    const b = points[Math.min(points.length - 1, i + 1)];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    return [point[0] + (by * (b[1] - a[1])) / length, point[1] - (by * (b[0] - a[0])) / length];
  });
}

/** Where the marks of a stroke stand: one for each period of its dash, [{x, y, angle}]. */
export function beadsOf(features, { scale, dx, dy }, { dash, marks }) {
  const period = dash?.length ? dash.reduce((sum, it) => sum + it, 0) : 2 * (marks.size ?? 8);
  const beads = [];
  for (const feature of features) {
    if (feature.type !== LINE) continue;
    for (const part of feature.parts) {
      let next = period / 2;
      let walked = 0;
      for (let i = 2; i < part.length; i += 2) {
        const [x1, y1] = [part[i - 2] * scale + dx, part[i - 1] * scale + dy];
        const [x2, y2] = [part[i] * scale + dx, part[i + 1] * scale + dy];
        const length = Math.hypot(x2 - x1, y2 - y1);
        for (; next < walked + length; next += period) {
          const share = (next - walked) / length;
          beads.push({ x: x1 + share * (x2 - x1), y: y1 + share * (y2 - y1), angle: Math.atan2(y2 - y1, x2 - x1) });
        }
        walked += length;
      }
    }
  }
  return beads;
}
