// The displacement that Chinese map services apply to their pictures; the same formula as the server's MapShift.

const RADIUS = 6_378_245;
const ECCENTRICITY_SQUARED = 0.00669342162296594323;
const { PI, abs, cos, sin, sqrt } = Math;

/** Where a service that counts in GCJ-02 shows a true place: lon, lat in degrees; outside China the place itself. */
export function toGcj02(lon, lat) {
  if (lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271) return [lon, lat];
  const [x, y] = [lon - 105, lat - 35];
  const both = 20 * sin(6 * x * PI) + 20 * sin(2 * x * PI);
  const waves = (t, whole, third) => whole * sin(t * PI) + third * sin((t / 3) * PI);
  const north =
    -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x)) +
    (2 / 3) * (both + waves(y, 20, 40) + 160 * sin((y / 12) * PI) + 320 * sin((y * PI) / 30));
  const east =
    300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x)) +
    (2 / 3) * (both + waves(x, 20, 40) + 150 * sin((x / 12) * PI) + 300 * sin((x / 30) * PI));
  const angle = (lat * PI) / 180;
  const magic = 1 - ECCENTRICITY_SQUARED * sin(angle) ** 2;
  const perDegreeNorth = ((RADIUS * (1 - ECCENTRICITY_SQUARED)) / (magic * sqrt(magic))) * (PI / 180);
  const perDegreeEast = (RADIUS / sqrt(magic)) * cos(angle) * (PI / 180);
  return [lon + east / perDegreeEast, lat + north / perDegreeNorth];
}
