// The transfer matrix under the map: table or chart, hectares or mu, and as a file.

import { t } from '../../i18n.js';
import { csv, download } from '../../planning/csv.js';
import { button, check, h, note, segments, show } from '../../ui/index.js';
import { matrixChart } from './matrix-chart.js';
import { matrixRows, onlyMoved, readMatrix } from './matrix.js';
import { matrixTable } from './matrix-table.js';

export function openMatrix(app, layer, result) {
  const whole = readMatrix(result.matrix);
  const moved = onlyMoved(whole);
  let read = moved.rows.length > 0 ? moved : whole;
  const body = h('div');
  const as = { view: 'table', unit: 'ha' };
  let chart = null;
  let open = true;

  const pickOne = (name, values) => segments(values.map((value) => ({ value, text: t(`data.${name}.${value}`) })), { value: as[name], label: t(`data.${name}`), onChange: (value) => { as[name] = value; draw(); } });
  const only = check(t('data.onlyMoved'), { checked: read === moved, onChange: (on) => { read = on ? moved : whole; draw(); } });
  const save = button({ text: t('data.saveCsv'), icon: 'download', small: true, onClick: () => download(`${layer.id}-v${result.from}-v${result.to}.csv`, csv(matrixRows(whole, as.unit))) });

  function draw() {
    chart?.stop();
    chart = null;
    const twice = result.matrix.overlapping && note(t('data.overlapping'), 'warning');
    if (as.view === 'table') return show(body, twice, matrixTable(read, as.unit));
    chart = matrixChart(read, as.unit);
    show(body, twice, chart.element);
  }

  draw();
  app.bottom.show({ title: t('data.matrixOf', { layer: app.layers.title(layer.id), from: result.from, to: result.to }), content: [body], tools: [moved.rows.length > 0 && only, pickOne('view', ['table', 'chart']), pickOne('unit', ['ha', 'mu']), save], onClose: () => stop(), height: 360 });

  function stop() {
    if (open) app.bottom.hide();
    open = false;
    chart?.stop();
    chart = null;
  }

  return { stop };
}
