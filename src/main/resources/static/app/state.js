import { quietly, signal } from './signal.js';

/**
 * What the address says. Keys of the frame: work (work place), view (zoom/lon/lat), layers (id or id*opacity, comma
 * separated), base (base map), at (lon,lat that was clicked), place (layer.fid@lon,lat that was searched for), position (lon,lat that was
 * typed), swipe (layer left, layer right, percent), site (what a report is of), lang, theme. Work places use keys of their own, prefixed: `emergency.level`.
 */
export function createState(location = window.location, history = window.history) {
  const changed = signal();
  let values = read(location.search);
  const write = quietly(() => history.replaceState(null, '', address(values, location)), 150);

  window.addEventListener('popstate', () => {
    write.cancel();
    const before = values;
    values = read(location.search);
    const keys = new Set([...before.keys(), ...values.keys()].filter((key) => before.get(key) !== values.get(key)));
    if (keys.size > 0) changed.emit(keys);
  });

  return {
    /** The value of a key, or the fallback. */
    get: (key, fallback = null) => values.get(key) ?? fallback,
    /** Sets the keys given; null removes one. With push the back button returns to what was before. */
    set(patch, { push = false } = {}) {
      const before = address(values, location);
      for (const [key, value] of Object.entries(patch)) {
        if (value === null || value === undefined || value === '') values.delete(key);
        else values.set(key, String(value));
      }
      const after = address(values, location);
      if (after === before) return;
      write.cancel();
      if (push) history.pushState(null, '', after);
      else write();
    },
    /** fn(Set of keys) when back or forward changed the address. */
    onChange: changed.on,
    /** The full address of what is seen now, to be sent to a colleague. */
    link: () => new URL(address(values, location), location.href).href,
  };
}

export function read(search) {
  return new Map(new URLSearchParams(search));
}

/** Slashes, commas, colons and stars stay readable: they are legal in a query. */
export function address(values, location) {
  const parts = [...values].map(([key, value]) => `${encode(key)}=${encode(value)}`);
  return location.pathname + (parts.length ? `?${parts.join('&')}` : '');
}

function encode(text) {
  return encodeURIComponent(text).replace(/%(2F|2C|3A|2A|40)/g, (it) => decodeURIComponent(it));
}
