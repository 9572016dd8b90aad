const A = 6378137;
const F = 1 / 298.257222101;
const N = F / (2 - F);
const RADIUS = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const ALPHA = [
  N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3 + (41 / 180) * N ** 4,
  (13 / 48) * N ** 2 - (3 / 5) * N ** 3 + (557 / 1440) * N ** 4,
  (61 / 240) * N ** 3 - (103 / 140) * N ** 4,
  (49561 / 161280) * N ** 4,
];
const E = Math.sqrt(F * (2 - F));

/** The central meridian of the three-degree zone a longitude lies in. */
const meridianOf = (lon) => 3 * Math.round(lon / 3);

/**
 * CGCS2000 three-degree Gauss-Kruger (EPSG:4534-4554, 4547 at 114E) by Krueger's series to the fourth order, which is
 * exact to less than a millimetre within a zone.
 * @returns {meridian: degrees, northing: metres, easting: metres with 500 km added}
 */
export function toGaussKruger(lon, lat, meridian = meridianOf(lon)) {
  const lambda = ((lon - meridian) * Math.PI) / 180;
  const sin = Math.sin((lat * Math.PI) / 180);
  const t = Math.sinh(Math.atanh(sin) - E * Math.atanh(E * sin));
  const xi = Math.atan2(t, Math.cos(lambda));
  const eta = Math.atanh(Math.sin(lambda) / Math.hypot(1, t));
  let northing = xi;
  let easting = eta;
  ALPHA.forEach((alpha, i) => {
    const k = 2 * (i + 1);
    northing += alpha * Math.sin(k * xi) * Math.cosh(k * eta);
    easting += alpha * Math.cos(k * xi) * Math.sinh(k * eta);
  });
  return { meridian, northing: RADIUS * northing, easting: 500_000 + RADIUS * easting };
}
