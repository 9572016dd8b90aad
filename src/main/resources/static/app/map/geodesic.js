// Lengths, bearings and areas on the ellipsoid of WGS 84, which CGCS2000 shares to a tenth of a millimetre.
// Points are [lon, lat] in degrees, lengths in metres, areas in square metres.

const A = 6378137;
const F = 1 / 298.257223563;
const E2 = F * (2 - F);
const E = Math.sqrt(E2);
const RAD = Math.PI / 180;

// Nodes and weights of Gauss-Legendre quadrature with eight points on [-1, 1] (Abramowitz and Stegun, table 25.4).
const NODES = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
].flatMap(([x, weight]) => [[x, weight], [-x, weight]]);
/** Radians of arc that eight points integrate to the last digit. */
const STEP = 0.2;

/**
 * The shortest way between two points, by the auxiliary sphere (Vincenty 1975). Points that lie almost opposite on the
 * globe are not told right; a map of a city has none.
 *
 * @returns {metres, bearing: degrees from north at the first point, 0 to 360, area: square metres between the way and
 *   the parallel of latitude `base`, east positive}
 */
export function geodesic([lon1, lat1], [lon2, lat2], base = 0) {
  const [b1, b2] = [reduced(lat1), reduced(lat2)];
  const [sin1, cos1, sin2, cos2] = [Math.sin(b1), Math.cos(b1), Math.sin(b2), Math.cos(b2)];
  const lambda = wrapped(lon2 - lon1) * RAD;
  let omega = lambda;
  let way = null;
  for (let round = 0; round < 50; round++) {
    const east = cos2 * Math.sin(omega);
    // Written so that near points lose no digits.
    const north = Math.sin(b2 - b1) + 2 * sin1 * cos2 * Math.sin(omega / 2) ** 2;
    const sinAlpha0 = (cos1 * east) / (Math.hypot(east, north) || 1);
    const alpha = Math.atan2(east, north);
    const start = Math.atan2(sin1, Math.cos(alpha) * cos1);
    const length = Math.atan2(Math.hypot(east, north), sin1 * sin2 + cos1 * cos2 * Math.cos(omega));
    way = { alpha, sinAlpha0, start, length };
    const before = omega;
    omega = lambda + integrate(way, (sin, cosSquared, stretch) => ((1 - stretch) * sinAlpha0) / cosSquared);
    if (Math.abs(omega - before) < 1e-16) break;
  }
  const zero = authalic(base * RAD);
  return {
    metres: A * integrate(way, (sin, cosSquared, stretch) => stretch),
    bearing: (way.alpha / RAD + 360) % 360,
    area: way.sinAlpha0 === 0 ? 0 : A * A * (1 - F) ** 2 * integrate(way, (sin, cosSquared, stretch) =>
      ((authalic(Math.atan2(sin, (1 - F) * Math.sqrt(cosSquared))) - zero) * stretch * way.sinAlpha0) / cosSquared),
  };
}

export const metresBetween = (from, to) => geodesic(from, to).metres;

/** Length of a line of points. */
export const lengthOf = (points) => points.slice(1).reduce((sum, point, i) => sum + metresBetween(points[i], point), 0);

/** Area of a ring, closed or not, turning either way; it contains no pole. */
export function areaOf(ring) {
  const sum = ring.reduce((area, point, i) => area + geodesic(point, ring[(i + 1) % ring.length], ring[0][1]).area, 0);
  return Math.abs(sum);
}

/** Where one comes to after some metres in a direction: on the sphere that fits the ellipsoid there, for short ways. */
export function destination([lon, lat], bearing, metres) {
  const curve = 1 - E2 * Math.sin(lat * RAD) ** 2;
  const meridian = (A * (1 - E2)) / curve ** 1.5;
  const north = metres * Math.cos(bearing * RAD);
  const middle = lat + north / meridian / RAD / 2;
  const vertical = A / Math.sqrt(1 - E2 * Math.sin(middle * RAD) ** 2);
  return [lon + (metres * Math.sin(bearing * RAD)) / (vertical * Math.cos(middle * RAD)) / RAD, lat + north / meridian / RAD];
}

/** The latitude on the auxiliary sphere, radians. */
const reduced = (lat) => Math.atan2((1 - F) * Math.sin(lat * RAD), Math.cos(lat * RAD));

const wrapped = (degrees) => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** The area from the equator to a latitude per radian of longitude, in units of the squared half minor axis. */
const authalic = (phi) => {
  const sin = Math.sin(phi);
  return (sin / (1 - E2 * sin * sin) + Math.atanh(E * sin) / E) / 2;
};

/** Sums fn(sine, squared cosine of the reduced latitude, metres per radian of arc over a) along a way. */
function integrate({ sinAlpha0, start, length }, fn) {
  const cosAlpha0 = Math.sqrt(1 - sinAlpha0 * sinAlpha0);
  const parts = Math.max(1, Math.ceil(length / STEP));
  const half = length / parts / 2;
  let sum = 0;
  for (let part = 0; part < parts; part++) {
    for (const [node, weight] of NODES) {
      const sin = cosAlpha0 * Math.sin(start + half * (2 * part + 1 + node));
      const cosSquared = 1 - sin * sin;
      sum += weight * half * fn(sin, cosSquared, Math.sqrt(1 - E2 * cosSquared));
    }
  }
  return sum;
}
