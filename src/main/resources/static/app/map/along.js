/** Text along a line: where each letter stands and how it is turned. */
const SHARP = 31.5;
const CJK = /[\u2e80-\u9fff\uff00-\uffef]/;

/**
 * @param points of the line, in pixels
 * @param letters [{text, width, height}]
 * @param at the middle of the text along the line, in pixels from its start
 * @param most degrees from one letter to the next
 * @returns [{text, x, y, angle}], or null when the line is too short or bends too sharply there
 */
export function along(points, letters, at, most = SHARP) {
  const walk = walker(points);
  const flat = span(letters, 'width');
  const start = walk(at - flat / 2);
  const end = walk(at + flat / 2);
  if (!start || !end) return null;
  const [wide, tall] = [end.x - start.x, end.y - start.y];
  // Chinese on a steep line is read downwards, letter under letter, each upright.
  const upright = Math.abs(tall) > 1.3 * Math.abs(wide) && letters.some((letter) => CJK.test(letter.text));
  const reverse = upright ? tall < 0 : wide < -0.01 || (Math.abs(wide) <= 0.01 && tall < 0);
  return place(walk, letters, at, upright ? 'height' : 'width', reverse, (most * Math.PI) / 180);
}

const span = (letters, side) => letters.reduce((sum, letter) => sum + letter[side], 0);

function place(walk, letters, at, side, reverse, sharp) {
  const sign = reverse ? -1 : 1;
  let offset = -span(letters, side) / 2;
  let before = null;
  const placed = [];
  for (const letter of letters) {
    const spot = walk(at + sign * (offset + letter[side] / 2));
    if (!spot) return null;
    const angle = reverse ? spot.angle + Math.PI : spot.angle;
    if (before !== null && Math.abs(turn(angle, before)) > sharp) return null;
    before = angle;
    placed.push({ text: letter.text, x: spot.x, y: spot.y, angle: turn(angle, side === 'height' ? Math.PI / 2 : 0) });
    offset += letter[side];
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
