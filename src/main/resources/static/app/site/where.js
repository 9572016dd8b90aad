/** A site is a place [lon, lat] or a GeoJSON polygon; these are its forms in addresses. */

/** Longest text of a polygon that fits into an address. */
const LONGEST = 5000;

const seven = (degrees) => Number(degrees.toFixed(7));

/** The parameters of /api/site-report; null when the outline is too long for an address. */
export function paramsOf(where) {
  if (Array.isArray(where)) return { lon: seven(where[0]), lat: seven(where[1]) };
  const rings = where.coordinates.map((ring) => `(${ring.map((at) => `${seven(at[0])} ${seven(at[1])}`).join(',')})`);
  const polygon = `POLYGON(${rings.join(',')})`;
  return polygon.length > LONGEST ? null : { polygon };
}

/** lon,lat of a place; lon,lat;lon,lat;… of an area's outline; null when it is too long. */
export function textOf(where) {
  const pair = ([lon, lat]) => `${lon.toFixed(6)},${lat.toFixed(6)}`;
  if (Array.isArray(where)) return pair(where);
  const text = where.coordinates[0].slice(0, -1).map(pair).join(';');
  return text.length > LONGEST || where.coordinates.length > 1 ? null : text;
}

/** The site that such a text tells of, null for any other text. */
export function readWhere(text) {
  if (!text) return null;
  const points = text.split(';').map((pair) => pair.split(',').map(Number));
  if (!points.every((it) => it.length === 2 && it.every(Number.isFinite))) return null;
  if (points.length === 1) return points[0];
  return points.length < 3 ? null : { type: 'Polygon', coordinates: [[...points, points[0]]] };
}

export const asGeometry = (where) => (Array.isArray(where) ? { type: 'Point', coordinates: where } : where);
