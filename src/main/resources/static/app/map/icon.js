const cache = new Map();

/** An icon of a style with its parts as Path2D, read once. */
function pathsOf(icon) {
  let parts = cache.get(icon.id);
  if (!parts) {
    parts = icon.parts.map((part) => ({ ...part, outline: new Path2D(part.path) }));
    cache.set(icon.id, parts);
  }
  return parts;
}

/** Draws an icon of this height around 0,0; the canvas is already moved, turned and scaled to pixels. */
export function drawIcon(ctx, icon, height, opacity = 1) {
  const scale = height / icon.height;
  ctx.save();
  ctx.scale(scale, scale);
  ctx.translate(-icon.width / 2, -icon.height / 2);
  ctx.lineCap = ctx.lineJoin = 'round';
  for (const part of pathsOf(icon)) {
    if (part.fill) {
      ctx.globalAlpha = opacity * part.fillOpacity;
      ctx.fillStyle = part.fill;
      ctx.fill(part.outline, part.rule);
    }
    if (part.stroke) {
      ctx.globalAlpha = opacity * part.strokeOpacity;
      ctx.strokeStyle = part.stroke;
      ctx.lineWidth = part.width;
      ctx.stroke(part.outline);
    }
  }
  ctx.restore();
}
