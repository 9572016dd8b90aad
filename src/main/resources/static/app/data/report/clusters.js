// Points that would lie upon one another at a zoom, put together.

const TILE = 256;

/** Web Mercator pixels of a zoom. */
function pixel(lon, lat, zoom) {
  const side = TILE * 2 ** zoom;
  const sin = Math.sin((lat * Math.PI) / 180);
  return [((lon + 180) / 360) * side, (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * side];
}

/** @param points {lon, lat, …} @returns [{lon, lat, points}] in the order of the first of each; cell is in pixels */
export function clusters(points, zoom, cell = 44) {
  const cells = new Map();
  for (const point of points) {
    const [x, y] = pixel(point.lon, point.lat, zoom);
    const key = `${Math.floor(x / cell)}/${Math.floor(y / cell)}`;
    const group = cells.get(key);
    if (group) group.push(point);
    else cells.set(key, [point]);
  }
  const mean = (list, key) => list.reduce((sum, point) => sum + point[key], 0) / list.length;
  return [...cells.values()].map((list) => ({ lon: mean(list, 'lon'), lat: mean(list, 'lat'), points: list }));
}
