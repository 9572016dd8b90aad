// Area by land-use class for what is in view or inside a drawn polygon.

import { number, pick, t } from '../i18n.js';
import { quietly } from '../signal.js';
import { bars, button, empty, failed, field, h, onPhone, segments, select, skeleton } from '../ui/index.js';
import { createDoughnut } from './doughnut.js';
import { createHighlight } from './highlight.js';
import { createScope } from './scope.js';
import { classTree, secondClasses, SQUARE_METRES_PER_MU } from './statistics.js';
import { createTableDrawer } from './table-drawer.js';

const LAYERS = ['zoning', 'parcels'];

export function openStatistics(app) {
  const { state } = app;
  const asked = { layer: state.get('planning.layer', LAYERS[0]), level: state.get('planning.level', 'first') };
  const run = app.api.latest();
  const askSoon = quietly(ask, 250);
  let tree = null;

  const usable = LAYERS.filter((id) => app.layers.get(id));
  if (!usable.includes(asked.layer)) asked.layer = usable[0];
  const layer = select(usable.map((id) => ({ value: id, text: app.layers.title(id) })), { value: asked.layer, onChange: (value) => set({ layer: value }, ask) });
  const level = segments(['first', 'second'].map((value) => ({ value, text: t(`planning.level.${value}`) })),
    { value: asked.level, label: t('planning.level'), onChange: (value) => set({ level: value }, draw) });
  const scope = createScope(app, { onChange: (soon) => (soon ? askSoon() : ask()) });
  const highlight = createHighlight(app, () => asked.layer);
  const table = createTableDrawer(app, { onChoose: choose });
  const doughnut = createDoughnut({ onChoose: (code) => choose(rows().find((row) => row.code === code)) });
  const totals = h('p', { class: 'planning-total', 'aria-live': 'polite' });
  const figure = h('div', { class: 'planning-figure' }, doughnut.element, totals);
  const result = h('div', { class: 'stack' });
  const element = h('section', { class: 'stack', 'aria-labelledby': 'planning-statistics' },
    h('h2', { id: 'planning-statistics', text: t('planning.statistics') }),
    usable.length > 1 && field(t('planning.layer'), layer),
    scope.element, level, result);

  function set(part, then) {
    Object.assign(asked, part);
    state.set({ 'planning.layer': asked.layer === LAYERS[0] ? null : asked.layer, 'planning.level': asked.level === 'first' ? null : asked.level });
    highlight.clear();
    then();
  }

  const rows = () => (asked.level === 'first' ? tree.rows : secondClasses(tree));

  async function ask() {
    if (!asked.layer) return result.replaceChildren(empty({ icon: 'layers', title: t('planning.noLayer'), text: t('planning.noLayerHint') }));
    result.setAttribute('aria-busy', 'true');
    if (!tree) result.replaceChildren(skeleton(8));
    try {
      const what = { layer: asked.layer, group: 'code' };
      const answer = await run((signal) => scope.ask(what, signal));
      if (!answer) return;
      tree = classTree(answer.groups, { entries: app.layers.codes('gb50137') });
      draw();
    } catch (failure) {
      tree = null;
      totals.textContent = '';
      table.hide();
      result.replaceChildren(failed(failure, ask));
    }
    result.removeAttribute('aria-busy');
  }

  function draw() {
    if (!tree) return;
    if (tree.rows.length === 0) {
      totals.textContent = '';
      table.show([], tree.total, null);
      return result.replaceChildren(empty({ icon: 'planning', title: t('planning.none'), text: t('planning.noneHint') }));
    }
    totals.replaceChildren(
      h('span', { class: 'tile-number', text: number(tree.total.area / 10_000) }),
      h('span', { class: 'quiet', text: t('unit.ha') }),
      h('span', { class: 'quiet number', text: t('planning.totalMu', { mu: number(tree.total.area / SQUARE_METRES_PER_MU) }) }),
      h('span', { class: 'quiet number', text: t('planning.totalCount', { n: number(tree.total.count) }) }));
    const list = bars(rows().map((row) => ({ id: row.code, label: label(row), value: row.area, color: row.color, text: `${number(row.area / 10_000, 1)} ${t('unit.ha')} · ${percent(row.share)}` })),
      { label: t('planning.byClass'), onChoose: (item) => choose(rows().find((row) => row.code === item.id)) });
    result.replaceChildren(figure, highlight.element, list,
      h('div', { class: 'row' },
        button({ text: t('planning.table'), icon: 'table', onClick: () => table.open() }),
        button({ text: t('planning.features'), icon: 'list', onClick: () => app.openTable(asked.layer, scope.conditions()) })));
    doughnut.show(rows().map((row) => ({ code: row.code, label: label(row), value: row.area, color: row.color })));
    [...list.querySelectorAll('button')].forEach((node, i) => node.setAttribute('aria-pressed', String(highlight.is(rows()[i].code))));
    table.show(rows(), tree.total, highlight.code);
  }

  function choose(row) {
    if (!row) return;
    highlight.toggle(row, label(row));
    draw();
  }

  highlight.onClear = draw;
  ask();
  // A table that the address asks for comes first.
  if (!onPhone() && !state.get('table')) table.open();
  return {
    element,
    stop() {
      run.abort();
      askSoon.cancel();
      scope.stop();
      highlight.clear();
      doughnut.stop();
      table.hide();
    },
  };
}

const label = (row) => `${row.code} ${pick(row.title)}`.trim();
const percent = (share) => `${number(100 * share, 1)}%`;
