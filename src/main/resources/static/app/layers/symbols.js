import { pick, number, t } from '../i18n.js';
import { h } from '../ui/index.js';
import { drawMark } from '../map/label-layer.js';
import { paintFill, paintStroke } from '../map/painter.js';
import { tone } from '../map/vector-layer.js';

const WIDE = 26;
const TALL = 18;

/** The rules of a style as a list of symbols with their names: entries [{rule, count?}]. Rules without a title are left out. */
export function drawSymbols(entries, { title = '' } = {}) {
  const titled = new Map();
  for (const entry of entries) {
    // A rule that looks values up has a symbol for each of them.
    for (const { title: one, symbolizers } of entry.rule.legend ?? []) titled.set(pick(one), { drawn: symbolizers.filter((it) => it.type !== 'text') });
    if (entry.rule.legend) continue;
    const name = pick(entry.rule.title);
    const drawn = entry.rule.symbolizers.filter((it) => it.type !== 'text');
    if (!name || drawn.length === 0) continue;
    const known = titled.get(name);
    if (known) known.count = (known.count ?? 0) + (entry.count ?? 0);
    else titled.set(name, { drawn, count: entry.count });
  }
  if (titled.size === 0) {
    const first = entries.find((it) => it.rule.symbolizers.some((s) => s.type !== 'text'));
    if (first)
      titled.set(title, { drawn: first.rule.symbolizers.filter((it) => it.type !== 'text'), count: first.count });
  }
  return h(
    'ul',
    { class: 'symbols' },
    [...titled].map(([name, { drawn, count }]) =>
      h(
        'li',
        {},
        swatchOf(drawn),
        h('span', { class: 'grow', text: name }),
        count > 0 &&
          h('span', {
            class: 'fine number',
            text: number(count),
            title: t('layers.features', { count: number(count) }),
          }),
      ),
    ),
  );
}

/** A small canvas with the symbol as the map draws it. */
export function swatchOf(symbolizers) {
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  const canvas = h('canvas', { class: 'symbol', width: WIDE * ratio, height: TALL * ratio, 'aria-hidden': 'true' });
  const ctx = canvas.getContext('2d');
  for (const symbolizer of symbolizers) {
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (symbolizer.type === 'polygon') {
      const path = new Path2D();
      path.rect(2.5, 2.5, WIDE - 5, TALL - 5);
      if (symbolizer.fill) paintFill(ctx, path, symbolizer.fill, ratio, tone());
      if (symbolizer.stroke)
        paintStroke(ctx, path, { ...symbolizer.stroke, width: Math.min(3, symbolizer.stroke.width ?? 1) }, tone());
    } else if (symbolizer.type === 'line' && symbolizer.stroke?.marks) {
      drawMark(ctx, { symbolizer: symbolizer.stroke.marks }, WIDE / 2, TALL / 2, ratio);
    } else if (symbolizer.type === 'line') {
      const path = new Path2D();
      path.moveTo(1, TALL / 2);
      path.lineTo(WIDE - 1, TALL / 2);
      const width = Math.min(6, symbolizer.stroke?.width ?? 1);
      // The casing of a white road stands in a rule of its own; here it is hinted at.
      if (symbolizer.stroke?.color?.toLowerCase() === '#ffffff')
        paintStroke(ctx, path, { color: '#c3cccb', width: width + 2 }, tone());
      paintStroke(ctx, path, { ...symbolizer.stroke, width }, tone());
    } else if (symbolizer.type === 'point') {
      drawMark(
        ctx,
        { symbolizer: { ...symbolizer, size: Math.min(TALL - 3, symbolizer.size ?? 8) } },
        WIDE / 2,
        TALL / 2,
        ratio,
      );
    }
    ctx.globalAlpha = 1;
  }
  return canvas;
}
