// GeoJSON geometries as lists of positions that can be moved, added and taken away. Nothing here knows a map.

/** The rows of positions of a geometry: {positions, closed, least}; positions of a closed row end before its first again. */
export function rowsOf(geometry) {
  if (!geometry) return [];
  const { type, coordinates } = geometry;
  switch (type) {
    case 'Point':
      return [{ positions: [coordinates], closed: false, least: 1 }];
    case 'MultiPoint':
      return coordinates.map((it) => ({ positions: [it], closed: false, least: 1 }));
    case 'LineString':
      return [line(coordinates)];
    case 'MultiLineString':
      return coordinates.map(line);
    case 'Polygon':
      return coordinates.map(ring);
    case 'MultiPolygon':
      return coordinates.flat().map(ring);
    default:
      return [];
  }
}

const line = (positions) => ({ positions, closed: false, least: 2 });
const ring = (positions) => ({ positions: positions.slice(0, -1), closed: true, least: 3 });

/** The same geometry with one row of positions replaced. */
export function withRow(geometry, index, positions) {
  let next = -1;
  const row = (old, closed) => (++next === index ? (closed ? [...positions, positions[0]] : positions) : old);
  const { type, coordinates } = geometry;
  switch (type) {
    case 'Point':
      return { type, coordinates: positions[0] };
    case 'MultiPoint':
      return { type, coordinates: coordinates.map((it) => row([it], false)[0]) };
    case 'LineString':
      return { type, coordinates: positions };
    case 'MultiLineString':
      return { type, coordinates: coordinates.map((it) => row(it, false)) };
    case 'Polygon':
      return { type, coordinates: coordinates.map((it) => row(it, true)) };
    default:
      return { type, coordinates: coordinates.map((part) => part.map((it) => row(it, true))) };
  }
}

export const moved = (geometry, row, at, position) => withRow(geometry, row, rowsOf(geometry)[row].positions.with(at, position));

export const inserted = (geometry, row, at, position) => withRow(geometry, row, rowsOf(geometry)[row].positions.toSpliced(at, 0, position));

/** null where the row would be left with too few. */
export function removed(geometry, row, at) {
  const { positions, least } = rowsOf(geometry)[row];
  return positions.length > least ? withRow(geometry, row, positions.toSpliced(at, 1)) : null;
}

/** Seven digits, as positions are written: about a centimetre. */
export const rounded = ([lon, lat]) => [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];

export const kindOf = (layer) => ({ point: 'point', line: 'line', polygon: 'polygon' })[layer.geometry] ?? null;
