/** view=zoom/lon/lat in the address; null when it cannot be read. */
export function readView(text) {
  const parts = (text ?? '').split('/').map(Number);
  const [zoom, lon, lat] = parts;
  const good = parts.length === 3 && parts.every(Number.isFinite) && text.trim() !== '';
  return good && zoom >= 0 && zoom <= 24 && Math.abs(lon) <= 180 && Math.abs(lat) <= 85 ? { zoom, lon, lat } : null;
}

export function writeView({ zoom, lon, lat }) {
  return `${Number(zoom.toFixed(2))}/${lon.toFixed(5)}/${lat.toFixed(5)}`;
}

/** "113.4,30.58" or with a space or Chinese comma, either order when only one order is possible; null otherwise. */
export function readCoordinates(text) {
  const found = text.trim().match(/^(-?\d{1,3}(?:\.\d+)?)\s*[°]?\s*[,，\s/]\s*(-?\d{1,3}(?:\.\d+)?)\s*[°]?$/);
  if (!found) return null;
  const [a, b] = [Number(found[1]), Number(found[2])];
  if (Math.abs(a) <= 180 && Math.abs(b) <= 85) return [a, b];
  if (Math.abs(b) <= 180 && Math.abs(a) <= 85) return [b, a];
  return null;
}
