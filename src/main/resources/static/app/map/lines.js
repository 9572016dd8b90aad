const STRAIGHT = 0.8;

/**
 * The parts of a line inside a square from 0,0 to side,side.
 * @param points [[x, y], …]
 * @returns a list of lines
 */
export function clipLine(points, side) {
  const parts = [];
  let part = null;
  for (let i = 1; i < points.length; i++) {
    const cut = clipSegment(points[i - 1], points[i], side);
    if (!cut) {
      part = null;
      continue;
    }
    const [from, to, left] = cut;
    if (!part) parts.push((part = [from]));
    part.push(to);
    if (left) part = null;
  }
  return parts;
}

/** Liang and Barsky; the third value says that the segment leaves the square. */
function clipSegment([x1, y1], [x2, y2], side) {
  const [dx, dy] = [x2 - x1, y2 - y1];
  let enter = 0;
  let leave = 1;
  for (const [toward, room] of [
    [-dx, x1],
    [dx, side - x1],
    [-dy, y1],
    [dy, side - y1],
  ]) {
    if (toward === 0) {
      if (room < 0) return null;
    } else if (toward < 0) enter = Math.max(enter, room / toward);
    else leave = Math.min(leave, room / toward);
  }
  if (enter > leave) return null;
  const at = (share) => [x1 + share * dx, y1 + share * dy];
  return [at(enter), at(leave), leave < 1];
}

/**
 * Joins lines that go on from one another nearly straight, so that a street cut at every crossing is one street again.
 * @param lines [{points, anchors: [distance from the start]}]
 * @returns the same kind of list; anchors keep their place
 */
export function joinLines(lines) {
  const ends = new Map();
  for (const line of lines) {
    line.length = lengthOf(line.points);
    for (const point of [line.points[0], line.points.at(-1)]) {
      const key = keyOf(point);
      if (!ends.has(key)) ends.set(key, new Set());
      ends.get(key).add(line);
    }
  }
  const used = new Set();
  const joined = [];
  for (const line of lines) {
    if (used.has(line)) continue;
    used.add(line);
    let chain = extend(line, ends, used);
    chain = extend(reversed(chain), ends, used);
    joined.push(chain);
  }
  return joined;
}

function extend(chain, ends, used) {
  for (;;) {
    const next = straightest(chain, ends, used);
    if (!next) return chain;
    used.add(next.line);
    const tail = next.backward ? reversed(next.line) : next.line;
    chain = {
      points: [...chain.points, ...tail.points.slice(1)],
      anchors: [...chain.anchors, ...tail.anchors.map((arc) => arc + chain.length)],
      length: chain.length + tail.length,
    };
  }
}

function straightest({ points }, ends, used) {
  const end = points.at(-1);
  const heading = angle(points.at(-2), end);
  let best = null;
  for (const line of ends.get(keyOf(end)) ?? []) {
    if (used.has(line)) continue;
    const backward = keyOf(line.points[0]) !== keyOf(end);
    const [from, to] = backward ? [line.points.at(-1), line.points.at(-2)] : [line.points[0], line.points[1]];
    const turn = Math.abs(Math.atan2(Math.sin(angle(from, to) - heading), Math.cos(angle(from, to) - heading)));
    if (turn < STRAIGHT && (!best || turn < best.turn)) best = { line, backward, turn };
  }
  return best;
}

const reversed = ({ points, anchors, length }) => ({
  points: [...points].reverse(),
  anchors: anchors.map((arc) => length - arc),
  length,
});

const angle = (a, b) => Math.atan2(b[1] - a[1], b[0] - a[0]);
/** Cuts at a seam differ by less than a pixel from one tile to the next. */
const keyOf = ([x, y]) => `${Math.round(x / 2)},${Math.round(y / 2)}`;

export function lengthOf(points) {
  let sum = 0;
  for (let i = 1; i < points.length; i++)
    sum += Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]);
  return sum;
}
