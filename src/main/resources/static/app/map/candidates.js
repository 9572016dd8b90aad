import { anchorOf, areaOf } from './anchor.js';
import { clipLine, joinLines } from './lines.js';
import { LINE, POINT, POLYGON } from './mvt.js';

/**
 * What could be written on the map: for each tile and rule the marks of points and the texts, in pixels of the world at
 * the zoom shown. A feature that lies in several tiles is taken once, by its largest piece.
 * @param parts [{layer, order, classes, place: {scale, dx, dy}, extent, origin: [x, y]}]
 */
export function collect(parts, scene) {
  const marks = [];
  const texts = new Map();
  const lines = new Map();
  for (const part of parts) {
    for (const { symbolizer, features } of part.classes.flatMap((it) => it.draws)) {
      if (symbolizer.type === 'point') marksOf(part, symbolizer, features, marks);
      else if (symbolizer.type === 'text') textsOf(part, symbolizer, features, scene, texts, lines);
    }
  }
  return { marks, texts: [...texts.values(), ...streets(lines)] };
}

const toWorld = ({ place, origin }, x, y) => [
  origin[0] + x * place.scale + place.dx,
  origin[1] + y * place.scale + place.dy,
];

/** The neighbour draws what lies beyond the side. */
function inside({ place, side }, x, y) {
  const px = x * place.scale + place.dx;
  const py = y * place.scale + place.dy;
  return px >= 0 && py >= 0 && px < side && py < side;
}

function marksOf(part, symbolizer, features, marks) {
  for (const feature of features) {
    if (feature.type === POINT) {
      for (const [x, y] of feature.parts) {
        if (!inside(part, x, y)) continue;
        const [wx, wy] = toWorld(part, x, y);
        marks.push({ x: wx, y: wy, symbolizer, layer: part.layer, order: part.order, id: feature.id });
      }
    } else if (feature.type === POLYGON && feature.id !== null) {
      const at = (feature.anchor ??= anchorOf(feature.parts));
      if (!at || !inside(part, at.x, at.y)) continue;
      const [wx, wy] = toWorld(part, at.x, at.y);
      marks.push({ x: wx, y: wy, symbolizer, layer: part.layer, order: part.order, id: feature.id });
    }
  }
}

function textsOf(part, symbolizer, features, scene, texts, lines) {
  for (const feature of features) {
    const text = String(symbolizer.text(feature.properties, scene) ?? '').trim();
    if (text === '') continue;
    const base = {
      text,
      symbolizer,
      layer: part.layer,
      order: part.order,
      priority: Number(symbolizer.priority(feature.properties, scene)) || 0,
      id: feature.id,
    };
    if (feature.type === LINE && symbolizer.placement !== 'point') addLines(part, feature, base, lines);
    else if (feature.type === POINT) addPoints(part, feature, base, texts);
    else addArea(part, feature, base, texts);
  }
}

function addPoints(part, feature, base, texts) {
  feature.parts.forEach(([x, y], i) => {
    if (!inside(part, x, y)) return;
    const [wx, wy] = toWorld(part, x, y);
    texts.set(`${keyOf(base)}|${i}|${wx.toFixed(0)},${wy.toFixed(0)}`, { ...base, x: wx, y: wy, size: 0 });
  });
}

function addArea(part, feature, base, texts) {
  const at = feature.type === POLYGON ? (feature.anchor ??= anchorOf(feature.parts)) : middleOfLine(feature.parts);
  if (!at) return;
  const size = at.area * part.place.scale ** 2;
  const key = `${keyOf(base)}|${feature.id === null ? base.text : feature.id}`;
  if (texts.has(key) && texts.get(key).size >= size) return;
  const [x, y] = toWorld(part, at.x, at.y);
  texts.set(key, { ...base, x, y, size, room: [at.width * part.place.scale, at.height * part.place.scale] });
}

function middleOfLine(parts) {
  const part = parts.reduce((a, b) => (b.length > a.length ? b : a), []);
  const i = 2 * Math.floor(part.length / 4);
  return part.length < 2
    ? null
    : { x: part[i], y: part[i + 1], area: Math.abs(areaOf(part)), width: Infinity, height: Infinity };
}

/** The pieces of a name in this tile, joined; each has its middle as an anchor, which stays when the neighbours come. */
function addLines(part, feature, base, lines) {
  const key = `${keyOf(base)}|${base.text}`;
  if (!lines.has(key)) lines.set(key, { base, tiles: new Map() });
  const { tiles } = lines.get(key);
  if (!tiles.has(part)) tiles.set(part, []);
  const [ox, oy] = part.origin;
  for (const line of feature.parts) {
    const points = [];
    for (let i = 0; i < line.length; i += 2) {
      points.push([line[i] * part.place.scale + part.place.dx, line[i + 1] * part.place.scale + part.place.dy]);
    }
    for (const inner of clipLine(points, part.side)) {
      tiles.get(part).push({ points: inner.map(([x, y]) => [x + ox, y + oy]), anchors: [] });
    }
  }
}

/** Streets across tiles: [{…base, line, anchors, size}] */
function streets(lines) {
  return [...lines.values()].flatMap(({ base, tiles }) => {
    const chains = [...tiles.values()].flatMap((pieces) => joinLines(pieces));
    for (const chain of chains) chain.anchors = [chain.length / 2];
    return joinLines(chains).map(({ points, anchors, length }) => ({ ...base, line: points, anchors, size: length }));
  });
}

const ids = new WeakMap();
let next = 0;
/** One text symbolizer of one layer. */
function keyOf({ layer, symbolizer }) {
  if (!ids.has(symbolizer)) ids.set(symbolizer, ++next);
  return `${layer}|${ids.get(symbolizer)}`;
}
