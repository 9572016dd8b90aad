// What was chosen before, kept in this browser only: places and positions, the latest first.

const KEY = 'citygis.search';
const MOST = 6;

export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((it) => it?.place || it?.position) : [];
  } catch {
    return [];
  }
}

/** item: {place} or {position}, as the server answered it. */
export function remember(item) {
  const key = keyOf(item);
  keep([item, ...recent().filter((it) => keyOf(it) !== key)].slice(0, MOST));
}

export const forget = () => keep([]);

function keep(items) {
  try {
    if (items.length > 0) localStorage.setItem(KEY, JSON.stringify(items));
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing has no recent searches.
  }
}

const keyOf = ({ place, position }) => (place ? `${place.layer}.${place.fid}` : `${position.lon},${position.lat}`);
