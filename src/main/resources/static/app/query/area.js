// What was drawn to ask with, as one plain object, and its forms: shapes, a filter, the address bar.
//   {kind: circle, at: [lon, lat], metres} | {kind: line, points, metres} | {kind: box | polygon, points}

import { GEOMETRY, group } from '../filter/model.js';
import { cql2 } from '../filter/cql2.js';
import { boxOf, joinBoxes } from '../map/lonlat.js';
import { boxPolygon, circlePolygon, corridor } from '../map/shapes.js';

/** More segments than this would make an address that servers refuse to read. */
export const MOST_SEGMENTS = 25;

/** @param shape as map.draw answers it; metres: the width at either side of a line */
export function areaOf(kind, shape, metres) {
  if (kind === 'circle') return { kind, at: [shape.lon, shape.lat], metres: shape.radius };
  if (kind === 'line') return { kind, points: shape.coordinates, metres };
  const ring = shape.coordinates[0];
  return kind === 'box' ? { kind, points: [ring[0], ring[2]] } : { kind, points: ring.slice(0, -1) };
}

/** The polygons of GeoJSON that it is made of: several for a line. */
export function polygonsOf({ kind, at, points, metres }) {
  if (kind === 'circle') return [circlePolygon({ lon: at[0], lat: at[1], radius: metres })];
  // Coarser ends where there are many, so that the question stays short.
  if (kind === 'line') return corridor(points, metres, points.length > 10 ? 3 : 6);
  if (kind === 'box') return [boxPolygon([...points[0], ...points[1]])];
  return [{ type: 'Polygon', coordinates: [[...points, points[0]]] }];
}

/** The box w, s, e, n around all of it. */
export const boxAround = (area) => polygonsOf(area).reduce((box, shape) => joinBoxes(box, boxOf(shape)), null);

export const filterOf = (area) => cql2(group([{ field: GEOMETRY, op: 'meets', values: polygonsOf(area) }]), [{ name: GEOMETRY, type: 'geometry' }]);

/** kind*metres*lon lat,lon lat … */
export function toAddress({ kind, at, points, metres }) {
  const places = (at ? [at] : points).map((place) => place.map((degrees) => degrees.toFixed(6)).join(' ')).join(',');
  return `${kind}*${metres ? Math.round(metres) : ''}*${places}`;
}

/** Null for what cannot be read. */
export function fromAddress(text) {
  const [kind, width, places = ''] = (text ?? '').split('*');
  const least = { circle: 1, line: 2, box: 2, polygon: 3 }[kind];
  const points = places.split(',').map((place) => place.split(' ').map(Number));
  const metres = Number(width);
  const good = least && points.length >= least && points.every((at) => at.length === 2 && at.every(Number.isFinite));
  if (!good || (['circle', 'line'].includes(kind) && !(metres > 0))) return null;
  if (kind === 'circle') return { kind, at: points[0], metres };
  if (kind === 'line') return { kind, points: points.slice(0, MOST_SEGMENTS + 1), metres };
  return { kind, points };
}
