import { baseChooser } from '../base/chooser.js';
import { pick, t } from '../i18n.js';
import { button, empty, freshId, h, icon, input, show } from '../ui/index.js';
import { createRow } from './row.js';

/** The layers by department, with a search over titles and abstracts in both languages. */
export function createTree(app) {
  const { layers } = app;
  const search = input({
    type: 'search',
    placeholder: t('layers.search'),
    'aria-label': t('layers.search'),
    on: { input: draw },
  });
  const count = h('span', { class: 'fine number' });
  const reset = button({ text: t('layers.reset'), kind: 'plain', small: true, onClick: () => layers.reset() });
  const list = h('div', { class: 'tree' });
  const element = h('div', { class: 'stack' }, baseChooser(app), search, h('div', { class: 'row spread' }, count, reset), list);
  const folded = new Set();
  let rows = [];

  function draw() {
    const query = search.value.trim().toLowerCase();
    for (const row of rows) row.close?.();
    rows = [];
    const groups = layers
      .departments()
      .map((department) =>
        group(
          department,
          layers.all().filter((layer) => layer.department === department.id && matches(layer, query)),
          query !== '',
        ),
      )
      .filter(Boolean);
    const none =
      layers.all().length === 0 ? ['layers.empty', 'layers.empty.text'] : ['layers.none', 'layers.none.text'];
    show(list, groups.length ? groups : empty({ icon: 'layers', title: t(none[0]), text: t(none[1]) }));
    tell();
  }

  function group(department, found, searching) {
    if (found.length === 0) return null;
    const body = h('ul', { class: 'tree-list', id: freshId('group'), hidden: folded.has(department.id) && !searching });
    // Upper layers first, as on the map.
    for (const layer of [...found].sort((a, b) => b.order - a.order)) {
      const row = createRow(app, layer);
      rows.push(row);
      body.append(row.element);
    }
    const shown = h('span', { class: 'fine number' });
    rows.push({
      refresh: () => (shown.textContent = `${found.filter((it) => layers.isVisible(it.id)).length}/${found.length}`),
    });
    const head = h(
      'button',
      {
        type: 'button',
        class: 'tree-head',
        'aria-expanded': String(!body.hidden),
        'aria-controls': body.id,
        on: { click: fold },
      },
      icon('right', 'small'),
      h('span', { class: 'grow', text: pick(department.title) }),
      shown,
    );
    function fold() {
      body.hidden = !body.hidden;
      head.setAttribute('aria-expanded', String(!body.hidden));
      if (body.hidden) folded.add(department.id);
      else folded.delete(department.id);
    }
    return h('section', { class: 'tree-group' }, h('h2', {}, head), body);
  }

  function tell() {
    for (const row of rows) row.refresh();
    count.textContent = t('layers.count', { shown: layers.visible().length, all: layers.all().length });
  }

  draw();
  const offs = [layers.onChange(tell), layers.onReload(draw), app.map.onMoveEnd(tell)];
  const close = () => {
    offs.forEach((off) => off());
    for (const row of rows) row.close?.();
  };
  return { element, close };
}

function matches(layer, query) {
  if (query === '') return true;
  const words = [layer.id, ...Object.values(layer.title), ...Object.values(layer.abstract ?? {})];
  return words.some((it) => it?.toLowerCase().includes(query));
}
