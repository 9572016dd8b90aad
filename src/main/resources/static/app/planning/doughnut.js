// Shares of the classes as a ring, by Chart.js. The list beside it says the same in words, so a failure to load it costs nothing.

import { h, reducedMotion } from '../ui/index.js';
import { cssColor } from '../map/overlay.js';

const CHART = '/webjars/chart.js/dist/chart.umd.min.js';

export function createDoughnut({ onChoose }) {
  const canvas = h('canvas', { 'aria-hidden': 'true' });
  const element = h('div', { class: 'planning-chart' }, canvas);
  const theme = new MutationObserver(() => chart?.update('none'));
  let chart = null;
  let parts = [];
  let stopped = false;

  async function load() {
    try {
      await import(CHART);
    } catch (failure) {
      console.error(failure);
      element.hidden = true;
      return;
    }
    if (stopped) return;
    chart = new globalThis.Chart(canvas, {
      type: 'doughnut',
      data: { labels: [], datasets: [{ data: [], backgroundColor: [], borderColor: () => cssColor('--paper-1'), borderWidth: 1.5 }] },
      options: {
        cutout: '58%',
        maintainAspectRatio: false,
        animation: reducedMotion() ? false : { duration: 220 },
        onClick: (event, hits) => hits[0] && onChoose(parts[hits[0].index].code),
        plugins: { legend: { display: false }, tooltip: { callbacks: { label: (item) => ` ${share(item)}` } } },
      },
    });
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    draw();
  }

  const share = (item) => `${((100 * item.parsed) / parts.reduce((sum, part) => sum + part.value, 0)).toFixed(1)}%`;

  function draw() {
    if (!chart) return;
    const [data] = chart.data.datasets;
    chart.data.labels = parts.map((part) => part.label);
    data.data = parts.map((part) => part.value);
    data.backgroundColor = parts.map((part) => part.color ?? cssColor('--ink-4'));
    chart.update();
  }

  load();
  return {
    element,
    /** parts: [{code, label, value, color}] */
    show(next) {
      parts = next;
      draw();
    },
    stop() {
      stopped = true;
      theme.disconnect();
      chart?.destroy();
    },
  };
}
