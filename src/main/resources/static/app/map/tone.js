const cache = new Map();

/**
 * A colour of a style as the dark map shows it, CSS hex in, CSS out. Pale grounds turn dark, white roads stay a little
 * lighter than the land, and strong colours keep hue and rank, so that land-use classes stay recognisable.
 * @param role what the colour is for: paint, text or halo
 */
export function darkTone(color, role = 'paint') {
  const key = `${role}${color}`;
  let tone = cache.get(key);
  if (tone === undefined) {
    const rgb = parse(color);
    tone = rgb ? css(...roles[role](...toHsl(rgb))) : color;
    cache.set(key, tone);
  }
  return tone;
}

const roles = {
  paint(h, s, l) {
    const strength = s * (1 - Math.abs(2 * l - 1));
    const kept = step(0.17, 0.22, strength) * step(0.15, 0.35, l);
    const light = mix(grey(l), 0.2 + 0.48 * l, kept);
    return [h, s * mix(0.55, 0.8, kept), light];
  },
  text: (h, s, l) => [h, s * 0.7, l > 0.8 ? l : Math.max(0.74, 0.95 - 0.3 * l)],
  halo: (h, s, l) => [h, s * 0.5, l > 0.5 ? 0.1 : l],
};

/** White is for roads and gaps: lighter than the land; all else turns over. */
const grey = (l) => (l > 0.95 ? mix(0.13, 0.27, (l - 0.95) / 0.05) : mix(0.86, 0.13, Math.pow(l / 0.95, 0.9)));

const mix = (a, b, share) => a + (b - a) * share;

function step(from, to, value) {
  const x = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return x * x * (3 - 2 * x);
}

const css = (h, s, l) => `hsl(${h.toFixed(0)} ${(100 * s).toFixed(0)}% ${(100 * l).toFixed(0)}%)`;

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
