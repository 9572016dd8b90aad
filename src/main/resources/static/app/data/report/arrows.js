// Offsets as arrows on the map: from where the file puts a thing to where the reference has it.

import { cssColor } from '../../map/overlay.js';
import { boxOf } from '../../map/lonlat.js';

const BARB = 0.22;

/** @param pairs [[lon, lat, lon, lat], …] in degrees */
export function arrows(app, overlay, pairs) {
  const features = pairs.map((pair, id) => ({ type: 'Feature', id, properties: {}, geometry: arrow(pair) }));
  const collection = { type: 'FeatureCollection', features };
  overlay.setFeatures(collection, { style: () => ({ color: cssColor('--red'), width: 2.5, fillOpacity: 0 }) });
  app.map.fitBox(boxOf(collection), { maxZoom: 18 });
  app.panel.height('peek');
}

/** Shaft and two barbs; a degree of longitude is narrower than one of latitude. */
export function arrow([x1, y1, x2, y2]) {
  const narrow = Math.cos((y1 * Math.PI) / 180);
  const [dx, dy] = [(x2 - x1) * narrow, y2 - y1];
  const barb = (turn) => {
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    return [x2 - (BARB * (dx * cos - dy * sin)) / narrow, y2 - BARB * (dx * sin + dy * cos)];
  };
  return { type: 'MultiLineString', coordinates: [[[x1, y1], [x2, y2]], [barb(0.45), [x2, y2], barb(-0.45)]] };
}
