import { along } from './along.js';
import { Taken } from './collision.js';

const APART = 300;
const LINE_HEIGHT = 1.2;
const WRAP = 110;

/**
 * Chooses which marks and texts stand where, without overlap: higher priority first, then the upper layer, then the
 * larger area; the same input gives the same answer, so labels do not jump while the map is moved.
 * @param measure (font, text) -> width in pixels
 * @returns {marks, labels: [{symbolizer, lines: [{text, x, y}]} or {symbolizer, letters}]}
 */
export function arrange({ marks, texts }, measure, fontOf) {
  const taken = new Taken();
  const repeats = new Map();
  for (const mark of marks) taken.add(around(mark.x, mark.y, (mark.symbolizer.size ?? 8) / 2));
  const labels = [];
  const groups = new Set();
  for (const text of texts.sort(before)) {
    if (text.symbolizer.group && !first(groups, text)) continue;
    const font = fontOf(text.symbolizer);
    if (text.line) labels.push(...onLine(text, font, measure, taken, repeats));
    else labels.push(...atPoint(text, font, measure, taken));
  }
  return { marks: [...marks].sort((a, b) => a.order - b.order || a.y - b.y), labels };
}

const before = (a, b) =>
  b.priority - a.priority ||
  b.order - a.order ||
  b.size - a.size ||
  (a.text < b.text ? -1 : Number(a.text > b.text)) ||
  a.x - b.x;

/** Whether no label of this text was there before; of those that share one, the largest feature comes first. */
function first(groups, { layer, text, symbolizer, line }) {
  const key = `${layer}|${symbolizer.placement}|${text}`;
  if (line || !groups.has(key)) groups.add(key);
  else return false;
  return true;
}

const around = (x, y, half) => [x - half, y - half, x + half, y + half];

function atPoint(text, font, measure, taken) {
  const { symbolizer } = text;
  const size = symbolizer.font?.size ?? 12;
  const lines = wrap(text.text, font, measure, symbolizer.wrap || WRAP);
  const width = Math.max(...lines.map((line) => measure(font, line)));
  const height = lines.length * size * LINE_HEIGHT;
  if (text.room && (width > text.room[0] * 1.5 || height > text.room[1] * 1.8)) return [];
  const [ax, ay] = anchorPoint(symbolizer.anchor);
  const [dx, dy] = symbolizer.offset ?? [0, 0];
  const space = symbolizer.spaceAround ?? 0;
  for (const [mx, my] of places(symbolizer.maxDisplacement ?? 0)) {
    const left = text.x + dx + mx - ax * width;
    const top = text.y - dy + my - (1 - ay) * height;
    const box = [left - 2 - space, top - 1 - space, left + width + 2 + space, top + height + 1 + space];
    if (!symbolizer.always && !taken.free(box)) continue;
    taken.add(box);
    return [pointLabel(text, font, lines, box, left + width / 2, top, size)];
  }
  return [];
}

/** Where a label may stand: at its place, and where it may move, around it in growing circles. */
function places(most) {
  const found = [[0, 0]];
  for (let r = Math.min(8, most); r > 0 && r <= most; r += 8) {
    for (let i = 0; i < 8; i++) found.push([r * Math.cos((i * Math.PI) / 4), r * Math.sin((i * Math.PI) / 4)]);
  }
  return found;
}

function pointLabel(text, font, lines, box, middle, top, size) {
  return {
    symbolizer: text.symbolizer,
    layer: text.layer,
    font,
    box,
    lines: lines.map((line, i) => ({ text: line, x: middle, y: top + (i + 0.5) * size * LINE_HEIGHT })),
  };
}

/** As in SLD: 0,0 is the lower left corner of the text, 0.5,0.5 its middle. */
function anchorPoint(anchor) {
  return Array.isArray(anchor) ? anchor : [0.5, 0.5];
}

/** Breaks western text at spaces; Chinese names are short. */
function wrap(text, font, measure, most) {
  if (measure(font, text) <= most || !text.includes(' ')) return [text];
  const lines = [];
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure(font, longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function onLine(text, font, measure, taken, repeats) {
  const size = text.symbolizer.font?.size ?? 12;
  const letters = [...text.text].map((it) => ({ text: it, width: measure(font, it) + 0.4, height: size * 1.08 }));
  const width = letters.reduce((sum, it) => sum + it.width, 0);
  if (text.size < width + 4) return [];
  const key = `${text.layer}|${text.text}`;
  const apart = text.symbolizer.repeat || APART;
  const others = repeats.get(key) ?? repeats.set(key, []).get(key);
  const labels = [];
  for (const anchor of text.anchors) {
    // A crossing or another name in the middle: somewhat before or behind will do.
    for (const shift of [0, -60, 60]) {
      const placed = along(text.line, letters, anchor + shift, text.symbolizer.maxAngle);
      const middle = placed?.[Math.floor(placed.length / 2)];
      if (!placed || others.some((it) => Math.hypot(it.x - middle.x, it.y - middle.y) < apart)) continue;
      const boxes = placed.map((it, i) => around(it.x, it.y, Math.max(letters[i].width, size * 0.8) / 2));
      if (!text.symbolizer.always && !boxes.every((box) => taken.free(box))) continue;
      boxes.forEach((box) => taken.add(box));
      others.push(middle);
      labels.push({ symbolizer: text.symbolizer, layer: text.layer, font, letters: placed, box: boxes[0] });
      break;
    }
  }
  return labels;
}
