/** What the address keeps of a question: at=lon,lat, or place=layer.fid@lon,lat of a feature that was searched for. */
export function addressOf({ lon, lat, only, fid }) {
  const at = `${lon.toFixed(6)},${lat.toFixed(6)}`;
  return { at: only ? null : at, place: fid === undefined ? null : `${only[0]}.${fid}@${at}`, position: null };
}

/** The question that the address tells, or null. */
export const questionOf = (state) => readPlace(state.get('place')) ?? read(state.get('at'));

/** place=layer.fid@lon,lat */
function readPlace(text) {
  const [, layer, fid, at] = (text ?? '').match(/^([\w-]+)\.(\d+)@(.+)$/) ?? [];
  const place = read(at);
  return place && { ...place, zoom: 18, only: [layer], fid: Number(fid) };
}

/** at=lon,lat */
function read(text) {
  const parts = (text ?? '').split(',').map(Number);
  return parts.length === 2 && text.includes(',') && parts.every(Number.isFinite)
    ? { lon: parts[0], lat: parts[1] }
    : null;
}
