/** The one file that swaps: Leaflet speaks lat, lng; everything else here speaks lon, lat and w, s, e, n. */
export const toLeaflet = ([lon, lat]) => [lat, lon];
export const fromLeaflet = (point) => [wrap(point.lng), point.lat];
export const boxToLeaflet = ([west, south, east, north]) => [
  [south, west],
  [north, east],
];
export const boxFromLeaflet = (bounds) => [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];

const wrap = (lon) => ((((lon + 180) % 360) + 360) % 360) - 180;

/** The box around all positions of a GeoJSON object, or null when it has none. */
export function boxOf(geojson) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  const visit = (it) => {
    if (!it) return;
    if (typeof it[0] === 'number') {
      box[0] = Math.min(box[0], it[0]);
      box[1] = Math.min(box[1], it[1]);
      box[2] = Math.max(box[2], it[0]);
      box[3] = Math.max(box[3], it[1]);
    } else if (Array.isArray(it)) it.forEach(visit);
    else if (it.type === 'FeatureCollection') it.features.forEach(visit);
    else if (it.type === 'Feature') visit(it.geometry);
    else if (it.type === 'GeometryCollection') it.geometries.forEach(visit);
    else visit(it.coordinates);
  };
  visit(geojson);
  return box[0] <= box[2] ? box : null;
}

export const joinBoxes = (a, b) =>
  a && b ? [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])] : (a ?? b);
