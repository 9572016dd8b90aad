// Is an incident that has just arrived inside the area asked for? For one point, near enough; the server decides the rest.

const RADIUS = 6_371_008.8;
const RAD = Math.PI / 180;

export function inside(area, { lon, lat }) {
  if (area?.radius) return metres([area.lon, area.lat], [lon, lat]) <= area.radius;
  if (area?.ring) return inRing(area.ring, lon, lat);
  return true;
}

/** Distance on the sphere between two [lon, lat]. */
export function metres([lon1, lat1], [lon2, lat2]) {
  const a =
    Math.sin(((lat2 - lat1) * RAD) / 2) ** 2 +
    Math.cos(lat1 * RAD) * Math.cos(lat2 * RAD) * Math.sin(((lon2 - lon1) * RAD) / 2) ** 2;
  return 2 * RADIUS * Math.asin(Math.sqrt(a));
}

function inRing(ring, x, y) {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x1, y1] = ring[i];
    const [x2, y2] = ring[j];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
  }
  return odd;
}

/** A circle of metres as a closed ring of [lon, lat]. */
export function circleRing({ lon, lat, radius }) {
  const dLat = radius / RADIUS / RAD;
  const dLon = dLat / Math.cos(lat * RAD);
  return Array.from({ length: 73 }, (_, i) => {
    const angle = (i * Math.PI) / 36;
    return [lon + dLon * Math.cos(angle), lat + dLat * Math.sin(angle)];
  });
}
