// Areas around what was drawn, as polygons of GeoJSON. Distances are metres on the ellipsoid.

import { destination, geodesic } from './geodesic.js';

const polygon = (ring) => ({ type: 'Polygon', coordinates: [[...ring, ring[0]]] });

/** The box w, s, e, n. */
export const boxPolygon = ([west, south, east, north]) => polygon([[west, south], [east, south], [east, north], [west, north]]);

/** Everything within a radius of a point; corners lie on the circle, which is missed by less than a thousandth. */
export function circlePolygon({ lon, lat, radius }, corners = 72) {
  // Counter-clockwise, as GeoJSON asks.
  return polygon(Array.from({ length: corners }, (_, i) => destination([lon, lat], 360 - (360 * i) / corners, radius)));
}

/**
 * Everything within a distance of a line: for each of its segments a polygon with round ends, together the corridor.
 * One outline would have to be freed of its own crossings; a question is as well asked of several areas.
 */
export function corridor(line, metres, corners = 6) {
  return line.slice(1).map((to, i) => {
    const from = line[i];
    const { bearing } = geodesic(from, to);
    const round = (centre, start) => Array.from({ length: corners + 1 }, (_, k) => destination(centre, start - (180 * k) / corners, metres));
    return polygon([...round(to, bearing + 90), ...round(from, bearing - 90)]);
  });
}
