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
