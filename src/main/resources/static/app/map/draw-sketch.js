import * as L from '../lib.js';
import { area, distance, t } from '../i18n.js';
import { areaOf, lengthOf, metresBetween } from './geodesic.js';
import { fromLeaflet } from './lonlat.js';
import { cssColor } from './overlay.js';

/** What is being drawn, as far as it has come: the points that are set and where the pointer would put the next. */
export function createSketch(map, kind) {
  const color = cssColor('--map-select');
  const group = L.featureGroup().addTo(map);
  const look = { color, weight: 2, dashArray: '5 4', fillColor: color, fillOpacity: 0.1, interactive: false };

  function shape(points, next) {
    const all = next ? [...points, next] : points;
    if (kind === 'line') return L.polyline(all, look);
    if (kind === 'polygon') return L.polygon(all, look);
    if (!next || points.length !== 1) return null;
    return kind === 'box' ? L.rectangle(L.latLngBounds(points[0], next), look) : L.circle(points[0], { ...look, radius: tells.radius(points[0], next) });
  }

  return {
    /** @param closing whether a click at next would close the ring, which then is drawn closed */
    draw(points, next, closing) {
      group.clearLayers();
      shape(points, closing ? null : next)?.addTo(group);
      points.forEach((it, i) =>
        L.circleMarker(it, { radius: closing && i === 0 ? 8 : 4, color, weight: 2, fillColor: '#fff', fillOpacity: 1, interactive: false }).addTo(group));
    },
    /** Length, area or radius in words, empty while there is none. */
    measured(points, next = null) {
      const all = next ? [...points, next] : points;
      if (kind === 'circle' || kind === 'box') return all.length === 2 ? tells[kind](...all) : '';
      return tells[kind]?.(all.map(fromLeaflet)) ?? '';
    },
    bounds: (a, b) => L.latLngBounds(a, b),
    remove: () => group.remove(),
  };
}

export const tells = {
  line: (positions) => (positions.length < 2 ? '' : distance(lengthOf(positions))),
  polygon: (positions) => (positions.length < 3 ? '' : area(areaOf(positions))),
  circle: (centre, edge) => t('draw.radius', { radius: distance(tells.radius(centre, edge)) }),
  box(a, b) {
    const [[west, south], [east, north]] = [fromLeaflet(a), fromLeaflet(b)];
    return area(areaOf([[west, south], [east, south], [east, north], [west, north]]));
  },
  /** Metres between two positions of Leaflet. */
  radius: (centre, edge) => metresBetween(fromLeaflet(centre), fromLeaflet(edge)),
};
