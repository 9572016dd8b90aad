import { hatch } from './hatch.js';
import { drawIcon } from './icon.js';
import { beadsOf, outlineOf, pathOf, shifted } from './paths.js';
import { isOpen, markPath } from './symbols.js';

/**
 * What a layer's tile draws, worked out once per rule: [{symbolizer, fill: Path2D, stroke: Path2D}].
 * Marks and texts are not here: they are laid out over all tiles together.
 */
export function planTile(classes, place, extent) {
  const plan = [];
  for (const { symbolizer, features } of classes.flatMap((it) => it.draws)) {
    if (symbolizer.type === 'polygon') {
      const fill = symbolizer.fill ? pathOf(features, place, true) : null;
      const stroke = symbolizer.stroke ? outlineOf(features, place, extent) : null;
      plan.push({ symbolizer, fill, stroke });
    } else if (symbolizer.type === 'line' && symbolizer.stroke?.marks) {
      plan.push({ symbolizer, beads: beadsOf(features, place, symbolizer.stroke) });
    } else if (symbolizer.type === 'line') {
      const stroke = symbolizer.offset ? shifted(features, place, symbolizer.offset) : pathOf(features, place, false);
      plan.push({ symbolizer, fill: null, stroke });
    }
  }
  return plan;
}

/** Draws a plan; ratio is device pixels per pixel, tone turns the style's colours into those of the theme. */
export function paint(ctx, plan, ratio, tone) {
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  for (const { symbolizer, fill, stroke, beads } of plan) {
    if (beads) paintBeads(ctx, beads, symbolizer.stroke.marks, ratio, tone);
    if (fill) paintFill(ctx, fill, symbolizer.fill, ratio, tone);
    if (stroke) paintStroke(ctx, stroke, symbolizer.stroke, tone);
  }
  ctx.globalAlpha = 1;
}

export function paintFill(ctx, path, fill, ratio, tone) {
  ctx.globalAlpha = fill.opacity ?? 1;
  if (fill.color) {
    ctx.fillStyle = tone(fill.color);
    ctx.fill(path);
  }
  if (fill.hatch) {
    ctx.fillStyle = hatch(ctx, fill.hatch, ratio, tone);
    ctx.fill(path);
  }
}

export function paintStroke(ctx, path, stroke, tone) {
  ctx.globalAlpha = stroke.opacity ?? 1;
  ctx.strokeStyle = tone(stroke.color ?? '#000000');
  ctx.lineWidth = stroke.width ?? 1;
  ctx.lineCap = stroke.cap ?? 'butt';
  ctx.lineJoin = stroke.join === 'mitre' ? 'miter' : (stroke.join ?? 'miter');
  ctx.setLineDash(stroke.dash ?? []);
  ctx.lineDashOffset = stroke.dashOffset ?? 0;
  ctx.stroke(path);
  ctx.setLineDash([]);
}

/** Marks strung along lines, turned with them. */
function paintBeads(ctx, beads, graphic, ratio, tone) {
  const path = markPath(graphic.mark.replace('shape://', ''), graphic.size ?? 8);
  for (const { x, y, angle } of beads) {
    ctx.setTransform(ratio, 0, 0, ratio, x * ratio, y * ratio);
    ctx.rotate(angle);
    if (graphic.icon) {
      drawIcon(ctx, graphic.icon, graphic.size ?? 8, graphic.opacity ?? 1);
      continue;
    }
    if (graphic.fill && !isOpen(graphic.mark)) paintFill(ctx, path, graphic.fill, ratio, tone);
    if (graphic.stroke) paintStroke(ctx, path, graphic.stroke, tone);
  }
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
}
