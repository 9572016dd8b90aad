import { boxOfPart } from './anchor.js';
import { SIDE } from './vector-layer.js';

/**
 * Which rules of the visible layers have something in view: [{layer, entries: [{rule, count}]}], upper layers first.
 * Features are told apart by their number; count is left out where shapes stand for several features.
 */
export function countInView(map, layers) {
  const { tiles, leaflet } = map;
  const zoom = Math.round(leaflet.getZoom());
  const view = leaflet.getPixelBounds();
  const found = new Map();
  for (const tile of tiles.live) {
    if (tile.coords.z !== zoom) continue;
    const origin = [tile.coords.x * SIDE, tile.coords.y * SIDE];
    if (
      origin[0] > view.max.x ||
      origin[1] > view.max.y ||
      origin[0] + SIDE < view.min.x ||
      origin[1] + SIDE < view.min.y
    )
      continue;
    for (const layer of tiles.wanted(zoom)) {
      const part = tile.parts.get(layer.id);
      if (!part?.data) continue;
      const rules = found.get(layer) ?? found.set(layer, new Map()).get(layer);
      const { scale, dx, dy } = tiles.placing(tile, part);
      const window = [
        (view.min.x - origin[0] - dx) / scale,
        (view.min.y - origin[1] - dy) / scale,
        (view.max.x - origin[0] - dx) / scale,
        (view.max.y - origin[1] - dy) / scale,
      ];
      for (const { rule, features } of tiles.classes(layer, part, zoom)) count(rules, rule, features, window);
    }
  }
  return [...found]
    .map(([layer, rules]) => ({ layer, entries: entriesOf(rules, tiles.styleOf(layer)?.rules ?? []) }))
    .filter((it) => it.entries.length > 0)
    .sort((a, b) => b.layer.order - a.layer.order);
}

function count(rules, rule, features, window) {
  for (const feature of features) {
    const box = (feature.box ??= boxOfPart(feature.parts.flat()));
    if (box[0] > window[2] || box[2] < window[0] || box[1] > window[3] || box[3] < window[1]) continue;
    const entry = rules.get(rule) ?? rules.set(rule, { ids: new Set(), several: false }).get(rule);
    if (feature.id === null) entry.several = true;
    else entry.ids.add(feature.id);
  }
}

/** In the order of the style, which is the order a legend is read in. */
function entriesOf(counted, rules) {
  return rules
    .filter((rule) => counted.has(rule))
    .map((rule) => {
      const { ids, several } = counted.get(rule);
      return { rule, count: several ? undefined : ids.size };
    });
}
