// What each class became, as stacked bars by Chart.js. The table says the same in words, so a failure costs nothing.

import { number, t } from '../../i18n.js';
import { cssColor } from '../../map/overlay.js';
import { h, note, onPhone, reducedMotion, show } from '../../ui/index.js';
import { className, SQUARE_METRES } from './matrix.js';

const CHART = '/webjars/chart.js/dist/chart.umd.min.js';
const SPARE = ['#3f7cac', '#d9822b', '#6aa84f', '#a64d79', '#8e7cc3', '#c9b400', '#45818e', '#b45f06', '#7f6000', '#666666'];

export function matrixChart(read, unit) {
  const canvas = h('canvas', { 'aria-hidden': 'true' });
  const element = h('div', { class: 'data-chart', style: { height: `${Math.max(180, 44 + 30 * read.rows.length)}px` } }, canvas);
  let chart = null;
  let stopped = false;

  async function load() {
    try {
      await import(CHART);
    } catch (failure) {
      console.error(failure);
      return show(element, note(t('data.chartFailed'), 'warning'));
    }
    if (stopped) return;
    const ink = cssColor('--ink-2');
    const grid = cssColor('--paper-3');
    chart = new globalThis.Chart(canvas, {
      type: 'bar',
      data: {
        labels: read.rows.map(name),
        datasets: read.columns.map((column, j) => ({
          label: name(column),
          data: read.cells.map((line) => line[j] / SQUARE_METRES[unit]),
          backgroundColor: column.color ?? SPARE[j % SPARE.length],
          borderColor: cssColor('--paper-0'),
          borderWidth: 1,
        })),
      },
      options: {
        indexAxis: 'y',
        maintainAspectRatio: false,
        animation: reducedMotion() ? false : { duration: 220 },
        scales: {
          x: { stacked: true, ticks: { color: ink }, grid: { color: grid }, title: { display: true, text: t(`data.unit.${unit}`), color: ink } },
          y: { stacked: true, ticks: { color: ink }, grid: { display: false } },
        },
        plugins: {
          legend: { position: onPhone() ? 'bottom' : 'right', labels: { color: ink, boxWidth: 12 } },
          tooltip: { filter: (item) => item.raw > 0, callbacks: { label: (item) => ` ${item.label} → ${item.dataset.label}: ${number(item.raw, 2)} ${t(`data.unit.${unit}`)}` } },
        },
      },
    });
  }

  const name = (it) => (onPhone() && it.code ? it.code : className(it));
  load();
  return {
    element,
    stop() {
      stopped = true;
      chart?.destroy();
    },
  };
}
