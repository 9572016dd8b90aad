// A mark of the map in a table or legend, so that neither colour nor shape alone has to say it.

import { s } from '../ui/index.js';

const SHAPES = {
  circle: () => s('circle', { cx: 8, cy: 8, r: 5.5 }),
  square: () => s('path', { d: 'M3 3h10v10H3z' }),
  diamond: () => s('path', { d: 'm8 1.5 6.5 6.5L8 14.5 1.5 8z' }),
  triangle: () => s('path', { d: 'm8 2 6.5 12h-13z' }),
  star: () => s('path', { d: 'm8 1 2 4.6 5 .4-3.8 3.3L12.400 14 8 11.500 3.600 14l1.200-4.700L1 6l5-.4z' }),
  cross: () => s('path', { d: 'M6 2h4v4h4v4h-4v4H6v-4H2V6h4z' }),
  plus: () => s('path', { d: 'M7 2h2v5h5v2H9v5H7V9H2V7h5z' }),
};

/** @param look {shape, color}: the name of a shape and of a colour token */
export const symbol = ({ shape, color }) => s('svg', { class: 'data-symbol', viewBox: '0 0 16 16', 'aria-hidden': 'true', style: { fill: `var(${color})` } }, (SHAPES[shape] ?? SHAPES.circle)());
