const cache = new Map();

/** The outline of a mark, size across, around 0,0; a Path2D in pixels. Unknown names are circles. */
export function markPath(mark, size) {
  const key = `${mark}|${size}`;
  let path = cache.get(key);
  if (!path) {
    path = new Path2D();
    (shapes[mark] ?? shapes.circle)(path, size / 2);
    cache.set(key, path);
  }
  return path;
}

/** Marks that are lines only and are stroked, never filled. */
export const isOpen = (mark) =>
  ['line', 'slash', 'backslash', 'plus', 'times', 'vertline', 'horline', 'oarrow'].includes(
    mark.replace('shape://', ''),
  );

const polygon = (path, points) => {
  points.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  path.closePath();
};
const line = (path, x1, y1, x2, y2) => {
  path.moveTo(x1, y1);
  path.lineTo(x2, y2);
};
const ngon = (n, r, turn = -Math.PI / 2) =>
  Array.from({ length: n }, (_, i) => [
    r * Math.cos(turn + (2 * Math.PI * i) / n),
    r * Math.sin(turn + (2 * Math.PI * i) / n),
  ]);
/** A plus with arms a third as wide as it is tall. */
const plus = (r, a = 0.36 * r) => [
  [-a, -r],
  [a, -r],
  [a, -a],
  [r, -a],
  [r, a],
  [a, a],
  [a, r],
  [-a, r],
  [-a, a],
  [-r, a],
  [-r, -a],
  [-a, -a],
];
const star = (n, r, inner) =>
  ngon(2 * n, 1).map(([x, y], i) => [x * (i % 2 ? inner * r : r), y * (i % 2 ? inner * r : r)]);

const shapes = {
  circle: (path, r) => path.arc(0, 0, r, 0, 2 * Math.PI),
  square: (path, r) => path.rect(-0.88 * r, -0.88 * r, 1.76 * r, 1.76 * r),
  triangle: (path, r) =>
    polygon(path, [
      [0, -r],
      [r, 0.8 * r],
      [-r, 0.8 * r],
    ]),
  diamond: (path, r) =>
    polygon(path, [
      [0, -1.1 * r],
      [1.1 * r, 0],
      [0, 1.1 * r],
      [-1.1 * r, 0],
    ]),
  pentagon: (path, r) => polygon(path, ngon(5, r)),
  hexagon: (path, r) => polygon(path, ngon(6, r)),
  octagon: (path, r) => polygon(path, ngon(8, r, Math.PI / 8)),
  star: (path, r) => polygon(path, star(5, 1.15 * r, 0.45)),
  arrow: (path, r) =>
    polygon(path, [
      [0, -r],
      [0.8 * r, r],
      [0, 0.5 * r],
      [-0.8 * r, r],
    ]),
  shield: (path, r) =>
    polygon(path, [
      [-0.9 * r, -0.8 * r],
      [0, -r],
      [0.9 * r, -0.8 * r],
      [0.8 * r, 0.3 * r],
      [0, 1.1 * r],
      [-0.8 * r, 0.3 * r],
    ]),
  pin(path, r) {
    path.arc(0, -0.35 * r, 0.75 * r, 0.85 * Math.PI, 0.15 * Math.PI);
    path.lineTo(0, 1.15 * r);
    path.closePath();
  },
  cross: (path, r) => polygon(path, plus(r)),
  x: (path, r) =>
    polygon(
      path,
      plus(1.05 * r).map(([x, y]) => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2]),
    ),
  plus(path, r) {
    line(path, -r, 0, r, 0);
    line(path, 0, -r, 0, r);
  },
  times(path, r) {
    line(path, -r, -r, r, r);
    line(path, -r, r, r, -r);
  },
  line: (path, r) => line(path, -r, 0, r, 0),
  horline: (path, r) => line(path, -r, 0, r, 0),
  vertline: (path, r) => line(path, 0, -r, 0, r),
  slash: (path, r) => line(path, -r, r, r, -r),
  backslash: (path, r) => line(path, -r, -r, r, r),
  oarrow(path, r) {
    line(path, -r, -r, r, 0);
    path.lineTo(-r, r);
  },
  carrow: (path, r) =>
    polygon(path, [
      [-r, -r],
      [r, 0],
      [-r, r],
    ]),
  dot: (path, r) => path.arc(0, 0, Math.max(0.6, r / 4), 0, 2 * Math.PI),
};
