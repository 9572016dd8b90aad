import * as L from '../lib.js';
import { area, distance, t } from '../i18n.js';
import { announce, button, h, notify } from '../ui/index.js';
import { areaOf, lengthOf } from './gauss-kruger.js';
import { fromLeaflet } from './lonlat.js';
import { cssColor } from './overlay.js';
import { crossesItself } from './ring.js';

/** Drawing on the map: start(kind) answers a promise of the shape, null when given up. One at a time. */
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
    const color = cssColor('--map-select');
    const sketch = L.featureGroup().addTo(map);
    const measure = h('span', { class: 'number' });
    const many = kind === 'polygon' || kind === 'line';
    const least = kind === 'line' ? 2 : 3;
    const finish = button({
      text: t('action.finish'),
      kind: 'primary',
      small: true,
      onClick: () => complete(),
      hidden: !many,
      disabled: true,
    });
    const bar = h(
      'div',
      { class: 'draw-bar', role: 'group', 'aria-label': t(`draw.${kind}`) },
      h('span', { text: t(`draw.${kind}`) }),
      measure,
      finish,
      button({ text: t('action.cancel'), small: true, onClick: () => end(null) }),
    );
    L.DomEvent.disableClickPropagation(bar);
    L.DomEvent.on(bar, 'mousemove', L.DomEvent.stopPropagation);
    element.append(bar);
    element.classList.add('is-drawing');
    map.doubleClickZoom.disable();
    announce(t(`draw.${kind}`));

    const on = { click, mousemove: move, dblclick: () => many && complete() };
    map.on(on);
    document.addEventListener('keydown', key, true);

    function key(event) {
      if (event.key === 'Escape') end(null);
      else if (event.target.closest?.('input, select, textarea, button')) return;
      else if (event.key === 'Enter' && points.length >= least && many) complete();
      else if (event.key === 'Enter' && event.target === element) click({ latlng: map.getCenter() });
      else if (event.key === 'Backspace' && points.length > 0) points.pop();
      else return;
      event.preventDefault();
      event.stopPropagation();
      sketchTo(null);
    }

    function click({ latlng }) {
      if (kind === 'point') return end({ type: 'Point', coordinates: fromLeaflet(latlng) });
      if (kind === 'circle' && points.length === 1) return endCircle(latlng);
      const last = points.at(-1);
      if (last && map.latLngToContainerPoint(last).distanceTo(map.latLngToContainerPoint(latlng)) < 4) return;
      points.push(latlng);
      finish.disabled = points.length < least;
      sketchTo(null);
    }

    function endCircle(edge) {
      const [lon, lat] = fromLeaflet(points[0]);
      const metres = map.distance(points[0], edge);
      if (metres > 1) end({ lon, lat, radius: Math.round(metres) });
    }

    function move(event) {
      if (points.length > 0) sketchTo(event.latlng);
    }

    function sketchTo(next) {
      sketch.clearLayers();
      const look = { color, weight: 2, dashArray: '5 4', fillColor: color, fillOpacity: 0.1, interactive: false };
      if (kind === 'circle' && points.length === 1 && next) {
        const metres = map.distance(points[0], next);
        measure.textContent = t('draw.radius', { radius: distance(metres) });
        L.circle(points[0], { ...look, radius: metres }).addTo(sketch);
      } else if (many) {
        const all = next ? [...points, next] : points;
        if (kind === 'line') L.polyline(all, look).addTo(sketch);
        else L.polygon(all, look).addTo(sketch);
        measure.textContent = measured(kind, all.map(fromLeaflet));
      }
      for (const it of points)
        L.circleMarker(it, {
          radius: 4,
          color,
          weight: 2,
          fillColor: '#fff',
          fillOpacity: 1,
          interactive: false,
        }).addTo(sketch);
    }

    function complete() {
      if (points.length < least) return notify(t('draw.few'), 'info');
      if (kind === 'line') return end({ type: 'LineString', coordinates: points.map(fromLeaflet) });
      const shape = ring(points);
      if (crossesItself(shape.coordinates[0])) return notify(t('draw.crossing'), 'error');
      return end(shape);
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

/** Length of a line, area of a polygon, in words. */
export function measured(kind, positions) {
  if (kind === 'line') return positions.length < 2 ? '' : distance(lengthOf(positions));
  return positions.length < 3 ? '' : area(areaOf(positions));
}

function ring(points) {
  const positions = points.map(fromLeaflet);
  return { type: 'Polygon', coordinates: [[...positions, positions[0]]] };
}
