/** Where the name of a polygon stands: the middle of its largest ring, or of the widest stretch inside at that height. */
export function anchorOf(parts) {
  let best = null;
  for (const part of parts) {
    const area = areaOf(part);
    if (!best || area > best.area) best = { part, area };
  }
  if (!best || best.area <= 0) return null;
  const box = boxOfPart(best.part);
  const middle = centre(best.part, best.area);
  const at = widest(parts, middle) ?? middle;
  return { x: at[0], y: at[1], area: best.area, width: box[2] - box[0], height: box[3] - box[1] };
}

/** Twice nothing: the signed area of a ring, positive for an outer one. */
export function areaOf(part) {
  let sum = 0;
  for (let i = 0, j = part.length - 2; i < part.length; j = i, i += 2)
    sum += part[j] * part[i + 1] - part[i] * part[j + 1];
  return sum / 2;
}

export function boxOfPart(part) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < part.length; i += 2) {
    if (part[i] < box[0]) box[0] = part[i];
    if (part[i] > box[2]) box[2] = part[i];
    if (part[i + 1] < box[1]) box[1] = part[i + 1];
    if (part[i + 1] > box[3]) box[3] = part[i + 1];
  }
  return box;
}

function centre(part, area) {
  let x = 0;
  let y = 0;
  for (let i = 0, j = part.length - 2; i < part.length; j = i, i += 2) {
    const cross = part[j] * part[i + 1] - part[i] * part[j + 1];
    x += (part[j] + part[i]) * cross;
    y += (part[j + 1] + part[i + 1]) * cross;
  }
  return [x / (6 * area), y / (6 * area)];
}

/** The middle of the widest stretch inside all rings on the line through y; the point itself when it is well inside. */
function widest(parts, [x, y]) {
  const crossings = [];
  for (const part of parts) {
    for (let i = 0, j = part.length - 2; i < part.length; j = i, i += 2) {
      const [y1, y2] = [part[j + 1], part[i + 1]];
      if (y1 > y !== y2 > y) crossings.push(part[j] + ((y - y1) / (y2 - y1)) * (part[i] - part[j]));
    }
  }
  crossings.sort((a, b) => a - b);
  let found = null;
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from, to] = [crossings[i], crossings[i + 1]];
    if (x > from && x < to) return [x, y];
    if (!found || to - from > found[1] - found[0]) found = [from, to];
  }
  return found && [(found[0] + found[1]) / 2, y];
}
