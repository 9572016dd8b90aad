// What a drawn line or ring measures.

import { areaOf, geodesic } from '../map/geodesic.js';

/**
 * @param geometry a LineString or Polygon of GeoJSON
 * @returns {kind: line|polygon, segments: [{from, to, metres, bearing}], length: metres all along, area: m² or null}
 */
export function figuresOf(geometry) {
  const kind = geometry.type === 'LineString' ? 'line' : 'polygon';
  const points = kind === 'line' ? geometry.coordinates : geometry.coordinates[0];
  const segments = points.slice(1).map((to, i) => {
    const { metres, bearing } = geodesic(points[i], to);
    return { from: points[i], to, metres, bearing };
  });
  return {
    kind,
    segments,
    length: segments.reduce((sum, it) => sum + it.metres, 0),
    area: kind === 'line' ? null : areaOf(points),
  };
}
