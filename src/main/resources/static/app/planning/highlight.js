// One class alone on the map, the others out of the way, until it is chosen again.

import { t } from '../i18n.js';
import { button, h } from '../ui/index.js';

export function createHighlight(app, layerId) {
  const element = h('p', { class: 'row spread', role: 'status', hidden: true });
  let on = null;

  const highlight = {
    element,
    onClear: () => {},
    get code() {
      return on?.code ?? null;
    },
    is: (code) => on?.code === code,
    /** @param row of the class tree; choosing the one that is on shows all again */
    toggle(row, name) {
      if (highlight.is(row.code)) return highlight.clear();
      highlight.clear();
      on = { code: row.code, layer: layerId() };
      app.layers.set(on.layer, { visible: true, filter: ['in', ['get', 'code'], ['literal', row.codes]] });
      element.hidden = false;
      element.replaceChildren(h('span', { text: t('planning.only', { name }) }), button({ text: t('planning.showAll'), kind: 'plain', small: true, onClick: () => { highlight.clear(); highlight.onClear(); } }));
    },
    clear() {
      if (on) app.layers.set(on.layer, { filter: null });
      on = null;
      element.hidden = true;
    },
  };
  return highlight;
}
