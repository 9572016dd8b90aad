import { anchorOf, areaOf } from './anchor.js';
import { LINE, POINT, POLYGON } from './mvt.js';

/**
 * What could be written on the map: for each tile and rule the marks of points and the texts, in pixels of the world at
 * the zoom shown. A feature that lies in several tiles is taken once, by its largest piece.
 * @param parts [{layer, order, classes, place: {scale, dx, dy}, extent, origin: [x, y]}]
 */
export function collect(parts, scene) {
  const marks = [];
  const texts = new Map();
  for (const part of parts) {
    for (const { symbolizer, features } of part.classes.flatMap((it) => it.draws)) {
      if (symbolizer.type === 'point') marksOf(part, symbolizer, features, marks);
      else if (symbolizer.type === 'text') textsOf(part, symbolizer, features, scene, texts);
    }
  }
  return { marks, texts: [...texts.values()].flat() };
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

function textsOf(part, symbolizer, features, scene, texts) {
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
    if (feature.type === LINE && symbolizer.placement !== 'point') addLines(part, feature, base, texts);
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

/** All pieces of a name: placement chooses among them and keeps a distance between repeats. */
function addLines(part, feature, base, texts) {
  const key = `${keyOf(base)}|${base.text}`;
  const list = texts.get(key) ?? texts.set(key, []).get(key);
  for (const line of feature.parts) {
    const points = [];
    for (let i = 0; i < line.length; i += 2) points.push(toWorld(part, line[i], line[i + 1]));
    list.push({ ...base, line: points, size: lengthOf(points) });
  }
}

export function lengthOf(points) {
  let sum = 0;
  for (let i = 1; i < points.length; i++)
    sum += Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]);
  return sum;
}

const ids = new WeakMap();
let next = 0;
/** One text symbolizer of one layer. */
function keyOf({ layer, symbolizer }) {
  if (!ids.has(symbolizer)) ids.set(symbolizer, ++next);
  return `${layer}|${ids.get(symbolizer)}`;
}
