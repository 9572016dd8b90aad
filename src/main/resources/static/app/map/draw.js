import { t } from '../i18n.js';
import { announce, notify } from '../ui/index.js';
import { createDrawBar } from './draw-bar.js';
import { createSketch, tells } from './draw-sketch.js';
import { boxFromLeaflet, fromLeaflet } from './lonlat.js';
import { crossesItself } from './ring.js';
import { boxPolygon } from './shapes.js';

/** How many points a shape of several points needs. */
const LEAST = { line: 2, polygon: 3 };
/** Pixels within which a click means the point that is there. */
const SAME = 4;
const NEAR = 14;

/**
 * Drawing on the map: start(kind) answers a promise of the shape, null when given up. One at a time.
 * kind: point, circle (answers {lon, lat, radius}), box, line or polygon.
 */
export function createDrawing(map, element) {
  let current = null;

  function start(kind) {
    current?.end(null);
    return new Promise((resolve) => {
      const mine = (current = session(kind, (shape) => {
        // The click that ends the drawing is still on its way to the map: it is not a question.
        setTimeout(() => current === mine && (current = null));
        resolve(shape);
      }));
    });
  }

  function session(kind, resolve) {
    const points = [];
    const least = LEAST[kind];
    const sketch = createSketch(map, kind);
    const bar = createDrawBar(element, kind, { many: least > 0, onFinish: complete, onUndo: undo, onCancel: () => end(null) });
    element.classList.add('is-drawing');
    map.doubleClickZoom.disable();
    announce(t(`draw.${kind}`));

    const on = { click, mousemove: move, dblclick: () => least && complete() };
    map.on(on);
    document.addEventListener('keydown', key, true);

    function key(event) {
      if (event.key === 'Escape') end(null);
      else if (event.target.closest?.('input, select, textarea, button')) return;
      else if (event.key === 'Enter' && least && points.length >= least) complete();
      else if ((event.key === 'Enter' || event.key === ' ') && event.target === element) click({ latlng: map.getCenter() });
      else if (event.key === 'Backspace' && points.length > 0) undo();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }

    function undo() {
      points.pop();
      show(null);
    }

    function click({ latlng }) {
      if (kind === 'point') return end({ type: 'Point', coordinates: fromLeaflet(latlng) });
      if (kind === 'circle' && points.length === 1) return endCircle(latlng);
      if (kind === 'box' && points.length === 1) return endBox(latlng);
      if (closes(latlng)) return complete();
      if (near(points.at(-1), latlng, SAME)) return;
      points.push(latlng);
      if (least) announce(sketch.measured(points) || t('draw.point.set', { n: points.length }));
      show(null);
    }

    const near = (a, b, pixels) => a && map.latLngToContainerPoint(a).distanceTo(map.latLngToContainerPoint(b)) < pixels;
    const closes = (at) => kind === 'polygon' && points.length >= least && near(points[0], at, NEAR);

    function endCircle(edge) {
      const [lon, lat] = fromLeaflet(points[0]);
      const metres = tells.radius(points[0], edge);
      if (metres > 1) end({ lon, lat, radius: Math.round(metres) });
    }

    function endBox(corner) {
      if (!near(points[0], corner, SAME)) end(boxPolygon(boxFromLeaflet(sketch.bounds(points[0], corner))));
    }

    function move(event) {
      if (points.length > 0) show(event.latlng);
    }

    function show(next) {
      const closing = next !== null && closes(next);
      sketch.draw(points, next, closing);
      bar.tell(closing ? t('draw.closes') : sketch.measured(points, next), points.length, least);
    }

    function complete() {
      if (points.length < least) return notify(t('draw.few', { n: least }), 'info');
      const positions = points.map(fromLeaflet);
      if (kind === 'line') return end({ type: 'LineString', coordinates: positions });
      const ring = [...positions, positions[0]];
      if (crossesItself(ring)) return notify(t('draw.crossing'), 'error');
      return end({ type: 'Polygon', coordinates: [ring] });
    }

    function end(shape) {
      map.off(on);
      document.removeEventListener('keydown', key, true);
      sketch.remove();
      bar.remove();
      element.classList.remove('is-drawing');
      // A double click that ends the drawing must not zoom.
      setTimeout(() => map.doubleClickZoom.enable(), 300);
      resolve(shape);
    }
    return { end };
  }

  return {
    start,
    cancel: () => current?.end(null),
    get active() {
      return current !== null;
    },
  };
}
