import { h, s } from './dom.js';

/** Horizontal bars as a list: items [{label, value, text, color, id}]; readable without seeing the bars. onChoose(item). */
export function bars(items, { label, onChoose } = {}) {
  const most = Math.max(...items.map((item) => item.value), Number.MIN_VALUE);
  return h(
    'ul',
    { class: 'bars', 'aria-label': label },
    items.map((item) => {
      const inside = [
        h('span', { class: 'bar-label', text: item.label }),
        h('span', { class: 'bar-text number', text: item.text }),
        h(
          'span',
          { class: 'bar-track', 'aria-hidden': 'true' },
          h('span', { class: 'bar', style: { width: `${(100 * item.value) / most}%`, background: item.color ?? '' } }),
        ),
      ];
      return h(
        'li',
        {},
        onChoose
          ? h('button', { type: 'button', class: 'bar-row', on: { click: () => onChoose(item) } }, inside)
          : h('div', { class: 'bar-row' }, inside),
      );
    }),
  );
}

/** One bar of shares, from the largest: items [{label, value, color}]. */
export function shares(items, { label } = {}) {
  const total = items.reduce((sum, item) => sum + item.value, 0) || 1;
  return h(
    'div',
    { class: 'shares', role: 'img', 'aria-label': label },
    items.map((item) =>
      h('span', { title: item.label, style: { flexGrow: String(item.value / total), background: item.color } }),
    ),
  );
}

/** Columns over time: values [number], names [text]; the greatest is named. */
export function columns(values, names, { label, height = 56 } = {}) {
  const most = Math.max(...values, 1);
  const step = 100 / Math.max(values.length, 1);
  return s(
    'svg',
    { class: 'columns', viewBox: `0 0 100 ${height}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label },
    values.map((value, i) => {
      const tall = (value / most) * (height - 2);
      return s(
        'rect',
        { x: i * step + step * 0.1, y: height - tall, width: step * 0.8, height: tall },
        s('title', {}, `${names[i]}: ${value}`),
      );
    }),
  );
}
