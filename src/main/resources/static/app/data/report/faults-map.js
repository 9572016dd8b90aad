// Faulty places as dots: shape and colour tell the kind, a number how many lie together.

import { cssColor } from '../../map/overlay.js';
import { clusters } from './clusters.js';

const LOOKS = [['circle', '--red'], ['diamond', '--orange'], ['square', '--blue'], ['triangle', '--accent'], ['star', '--yellow'], ['cross', '--ink-2']];
/** From this zoom on every fault stands alone. */
const NEAR = 18;

/** Shape and colour of each kind, the most frequent first. */
export function looksOf(faults) {
  const counts = new Map();
  for (const { kind } of faults) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([kind, count], i) => ({ kind, count, shape: LOOKS[i % LOOKS.length][0], color: LOOKS[i % LOOKS.length][1] }));
}

export function faultsMap(app, overlay, faults, { looks, onChoose }) {
  const placed = faults.filter((fault) => Number.isFinite(fault.lon));
  const byKind = new Map(looks.map((look) => [look.kind, look]));
  let chosen = null;

  function draw() {
    const { zoom } = app.map.view();
    const found = zoom >= NEAR ? placed.map((fault) => ({ lon: fault.lon, lat: fault.lat, points: [fault] })) : clusters(placed, Math.round(zoom));
    const features = found.map(({ lon, lat, points }) => ({ type: 'Feature', id: points.some((it) => it.id === chosen) ? 'chosen' : `at-${points[0].id}`, properties: { points }, geometry: { type: 'Point', coordinates: [lon, lat] } }));
    overlay.setFeatures({ type: 'FeatureCollection', features }, { style, onClick: ({ properties, geometry }) => choose(properties.points, geometry.coordinates) });
    overlay.select('chosen');
  }

  function style({ properties: { points } }) {
    const look = byKind.get(points[0].kind);
    const together = points.length > 1;
    const same = points.every((point) => point.kind === points[0].kind);
    return {
      color: '#fff', width: 1.5, fill: cssColor(same ? look.color : '--red'), shape: together ? 'circle' : look.shape,
      size: together ? Math.min(34, 18 + 4 * Math.log2(points.length)) : 14, text: together ? String(points.length) : null,
    };
  }

  /** One: it is shown. Several: nearer. */
  function choose(points, at) {
    const { zoom } = app.map.view();
    if (points.length > 1 && zoom < NEAR) return app.map.flyTo(at, Math.min(NEAR, zoom + 2));
    onChoose(points[0]);
  }

  const off = app.map.onMoveEnd(draw);
  draw();
  return {
    /** Goes to a fault and marks it. */
    show(fault) {
      chosen = fault.id;
      if (Number.isFinite(fault.lon)) app.map.flyTo([fault.lon, fault.lat], Math.max(app.map.view().zoom, NEAR));
      draw();
    },
    /** All of them in view. */
    fit() {
      if (placed.length === 0) return;
      const box = placed.reduce(([w, s, e, n], { lon, lat }) => [Math.min(w, lon), Math.min(s, lat), Math.max(e, lon), Math.max(n, lat)], [180, 90, -180, -90]);
      app.map.fitBox(box, { maxZoom: 17 });
    },
    stop() {
      off();
      overlay.clear();
    },
  };
}
