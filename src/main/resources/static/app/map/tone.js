const cache = new Map();

/**
 * A colour of a style as the dark map shows it: pale grounds turn dark and dark lines pale, while strong colours keep
 * their hue and a good part of their strength, so that land-use classes stay recognisable. CSS hex in, CSS out.
 */
export function darkTone(color) {
  let tone = cache.get(color);
  if (tone === undefined) {
    tone = turn(color);
    cache.set(color, tone);
  }
  return tone;
}

function turn(color) {
  const rgb = parse(color);
  if (!rgb) return color;
  const [h, s, l] = toHsl(rgb);
  const strength = s * (1 - Math.abs(2 * l - 1));
  const turned = 0.1 + 0.8 * (1 - l);
  const kept = 0.16 + 0.42 * l;
  const weight = Math.min(1, strength * 1.4);
  const light = turned * (1 - weight) + kept * weight;
  return `hsl(${h.toFixed(0)} ${(100 * s * (0.75 + 0.1 * weight) * (s < 0.2 ? 0.7 : 1)).toFixed(0)}% ${(100 * light).toFixed(0)}%)`;
}

function parse(color) {
  const found = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(color ?? '');
  if (!found) return null;
  const hex = found[1].length === 3 ? [...found[1]].map((it) => it + it).join('') : found[1];
  return [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
}

function toHsl([r, g, b]) {
  const most = Math.max(r, g, b);
  const least = Math.min(r, g, b);
  const l = (most + least) / 2;
  const d = most - least;
  if (d === 0) return [0, 0, l];
  const s = d / (1 - Math.abs(2 * l - 1));
  const sector = most === r ? ((g - b) / d + 6) % 6 : most === g ? (b - r) / d + 2 : (r - g) / d + 4;
  return [60 * sector, s, l];
}
