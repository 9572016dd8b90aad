/** Text along a line: where each letter stands and how it is turned. */
const SHARP = 0.55;
const CJK = /[\u2e80-\u9fff\uff00-\uffef]/;

/**
 * @param points of the line, in pixels
 * @param letters [{text, width}]
 * @param at the middle of the text along the line, in pixels from its start
 * @returns [{text, x, y, angle}], or null when the line is too short or bends too sharply there
 */
export function along(points, letters, at) {
  const total = letters.reduce((sum, letter) => sum + letter.width, 0);
  const from = at - total / 2;
  const walk = walker(points);
  const start = walk(from);
  const end = walk(from + total);
  if (!start || !end) return null;
  const backward = end.x < start.x - 0.01 || (Math.abs(end.x - start.x) <= 0.01 && end.y < start.y);
  const chinese = letters.some((letter) => CJK.test(letter.text));
  const steep = Math.abs(end.y - start.y) > 1.3 * Math.abs(end.x - start.x);
  // Chinese on a steep line is read downwards, letter under letter, each upright.
  const upright = chinese && steep;
  const reverse = upright ? end.y < start.y : backward;
  const placed = [];
  let offset = 0;
  let before = null;
  for (const letter of letters) {
    const middle = offset + letter.width / 2;
    const spot = walk(reverse ? from + total - middle : from + middle);
    if (!spot) return null;
    let angle = reverse ? spot.angle + Math.PI : spot.angle;
    if (before !== null && Math.abs(turn(angle, before)) > SHARP) return null;
    before = angle;
    if (upright) angle -= Math.PI / 2;
    placed.push({ text: letter.text, x: spot.x, y: spot.y, angle: turn(angle, 0) });
    offset += letter.width;
  }
  return placed;
}

/** The difference of two angles, within half a turn. */
const turn = (a, b) => Math.atan2(Math.sin(a - b), Math.cos(a - b));

function walker(points) {
  const lengths = [0];
  for (let i = 1; i < points.length; i++) {
    lengths.push(lengths[i - 1] + Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]));
  }
  return (at) => {
    if (at < 0 || at > lengths.at(-1)) return null;
    let i = 1;
    while (i < lengths.length - 1 && lengths[i] < at) i++;
    const [a, b] = [points[i - 1], points[i]];
    const share = (at - lengths[i - 1]) / (lengths[i] - lengths[i - 1] || 1);
    return {
      x: a[0] + share * (b[0] - a[0]),
      y: a[1] + share * (b[1] - a[1]),
      angle: Math.atan2(b[1] - a[1], b[0] - a[0]),
    };
  };
}
