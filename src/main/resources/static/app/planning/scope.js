// Where the statistics are for: what is in view, following the map, or a polygon drawn on it.

import { wkt } from '../filter/cql2.js';
import { t } from '../i18n.js';
import { sketch } from '../map/sketch.js';
import { button, h, segments } from '../ui/index.js';

/** onChange(soon): the question is another one now; soon, when more changes may follow at once. */
export function createScope(app, { onChange }) {
  const overlay = app.map.overlay('planning');
  let ring = readRing(app.state.get('planning.ring'));

  const choice = segments(['view', 'polygon'].map((value) => ({ value, text: t(`planning.scope.${value}`) })),
    { value: ring ? 'polygon' : 'view', label: t('planning.scope'), onChange: choose });
  const again = button({ text: t('planning.drawAgain'), icon: 'polygon', small: true, onClick: drawRing });
  const element = h('div', { class: 'stack' }, choice, again);

  async function choose(value) {
    if (value === 'polygon') return drawRing();
    take(null);
  }

  async function drawRing() {
    const shape = await sketch(app, 'polygon');
    if (shape) take(shape.coordinates[0]);
    else show();
  }

  function take(next) {
    ring = next;
    app.state.set({ 'planning.ring': ring && ring.map((at) => at.map((degrees) => degrees.toFixed(5)).join(' ')).join(',') });
    show();
    onChange(false);
  }

  function show() {
    choice.choose(ring ? 'polygon' : 'view');
    again.hidden = !ring;
    if (!ring) return overlay.clear();
    overlay.setFeatures({ type: 'FeatureCollection', features: [{ type: 'Feature', id: 'scope', properties: {}, geometry: polygon() }] },
      { style: () => ({ width: 2.5, dash: '6 4', fillOpacity: 0.04 }) });
  }

  const polygon = () => ({ type: 'Polygon', coordinates: [ring] });
  const off = app.map.onMoveEnd(() => !ring && onChange(true));
  show();

  return {
    element,
    /** The answer of /api/statistics for this scope. */
    ask: (what, signal) => ring
      ? app.api.post('/api/statistics', { ...what, polygon: polygon() }, { signal })
      : app.api.get('/api/statistics', { params: { ...what, bbox: app.map.view().box.map((degrees) => degrees.toFixed(6)) }, signal }),
    /** What a table is to be opened with, to list what is counted. */
    conditions: () => (ring ? { filter: `S_INTERSECTS(geometry, ${wkt(polygon())})` } : { inView: true }),
    stop() {
      off();
      app.map.cancelDraw();
      overlay.clear();
    },
  };
}

function readRing(text) {
  const ring = (text ?? '').split(',').map((at) => at.split(' ').map(Number));
  return ring.length > 3 && ring.every((at) => at.length === 2 && at.every(Number.isFinite)) ? ring : null;
}
