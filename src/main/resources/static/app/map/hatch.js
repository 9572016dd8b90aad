import { drawIcon } from './icon.js';
import { isOpen, markPath } from './symbols.js';

const tiles = new Map();
const STEPS = [4, 8, 16, 32, 64];

/** A repeating pattern of marks; its period divides the tile, so that the hatch runs on across tiles. */
export function hatch(ctx, { mark, icon, size = 8, color = '#000', width = 1 }, ratio, tone) {
  const period = STEPS.find((it) => it >= size * 0.75) ?? 64;
  const shown = tone(color);
  const key = `${icon?.id ?? mark}|${period}|${shown}|${width}|${ratio}`;
  let pattern = tiles.get(key);
  if (!pattern) {
    pattern = ctx.createPattern(draw(icon ?? plain(mark), period, shown, width, ratio), 'repeat');
    pattern.setTransform(new DOMMatrix().scale(1 / ratio));
    tiles.set(key, pattern);
  }
  return pattern;
}

const plain = (mark) => (mark ?? 'slash').replace('shape://', '');

function draw(mark, period, color, width, ratio) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.round(period * ratio);
  const ctx = canvas.getContext('2d');
  ctx.scale(canvas.width / period, canvas.height / period);
  ctx.strokeStyle = ctx.fillStyle = color;
  ctx.lineWidth = width;
  const half = period / 2;
  if (mark.parts) {
    ctx.translate(half, half);
    drawIcon(ctx, mark, period * 0.75);
  } else if (isOpen(mark)) {
    // Drawn in the neighbours too, so that slanting lines meet at the seams.
    for (const [x, y] of [
      [0, 0],
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
      [-1, -1],
      [1, 1],
      [-1, 1],
      [1, -1],
    ]) {
      ctx.setTransform(
        canvas.width / period,
        0,
        0,
        canvas.height / period,
        (half + x * period) * ratio,
        (half + y * period) * ratio,
      );
      ctx.stroke(markPath(mark, mark === 'times' || mark === 'plus' ? period * 0.5 : period));
    }
  } else {
    ctx.translate(half, half);
    ctx.fill(markPath(mark === 'dot' ? 'circle' : mark, Math.max(1.5, width, period * 0.25)));
  }
  return canvas;
}
