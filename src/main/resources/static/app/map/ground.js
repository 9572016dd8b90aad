/** Metres of a pixel of 256-pixel tiles at zoom 0 on the equator. */
const METRES = 156543.03392804097;
const memory = new WeakMap();

/**
 * A symbolizer whose lengths count metres on the ground, with its lengths in pixels of the scene {zoom, lat}; one that
 * counts pixels as it is. Asked twice for the same, it answers with the same object.
 */
export function inPixels(symbolizer, { zoom, lat = 30 }) {
  if (symbolizer.unit !== 'metre') return symbolizer;
  // To the degree, which is half a percent: neighbouring tiles then share their symbols.
  const factor = 2 ** zoom / (METRES * Math.cos((Math.round(lat) * Math.PI) / 180));
  const known = memory.get(symbolizer);
  if (known?.factor === factor) return known.scaled;
  const scaled = enlarge(symbolizer, factor);
  memory.set(symbolizer, { factor, scaled });
  return scaled;
}

const LENGTHS = new Set(['size', 'width', 'dashOffset']);
const LISTS = new Set(['dash']);

/** Icons keep their own measure, and how labels make room is always told in pixels. */
function enlarge(value, factor) {
  const { unit, ...rest } = value;
  return Object.fromEntries(
    Object.entries(rest).map(([key, inner]) => {
      if (key === 'icon' || inner === null || inner === undefined) return [key, inner];
      if (LENGTHS.has(key) || (key === 'offset' && !Array.isArray(inner))) return [key, Number(inner) * factor];
      if (LISTS.has(key) || key === 'offset') return [key, inner.map((it) => Number(it) * factor)];
      return [key, typeof inner === 'object' && !Array.isArray(inner) ? enlarge(inner, factor) : inner];
    }),
  );
}
