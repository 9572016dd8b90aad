const COUNT = 'point_count';
const BRIEF = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** Whether a feature of a tile stands for several points. */
export const isCluster = (feature) => feature.properties[COUNT] > 1;

/**
 * Points that stand for several: a disc in the colour of their largest class, by which the rule was chosen, wider with
 * every power of ten, and their number.
 * @returns [{symbolizer, features}]
 */
export function clusterDraws(features, rule) {
  const color = rule.symbolizers.find((it) => it.type === 'point' && typeof it.fill?.color === 'string')?.fill.color;
  const sizes = Map.groupBy(features, (it) => Math.floor(Math.log10(it.properties[COUNT])));
  const discs = [...sizes].map(([power, members]) => ({ symbolizer: disc(22 + 7 * power, color), features: members }));
  return features.length === 0 ? [] : [...discs, { symbolizer: NUMBER, features }];
}

const disc = (size, color = '#3a6ea5') => ({
  type: 'point',
  mark: 'circle',
  size,
  fill: { color, opacity: 0.92 },
  stroke: { color: '#ffffff', width: 2 },
});

const NUMBER = {
  type: 'text',
  text: (properties) => BRIEF.format(properties[COUNT]),
  priority: (properties) => 1e6 + properties[COUNT],
  font: { size: 11, weight: 600 },
  fill: { color: '#ffffff' },
  halo: { color: '#26323a', width: 1 },
  placement: 'point',
  anchor: [0.5, 0.5],
  offset: [0, 0],
  always: true,
};
