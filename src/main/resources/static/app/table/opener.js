// Opens the table of a layer when someone or the address asks for it; the table itself is loaded then.

import { fromAddress, noAddress } from './asked.js';

/** Gives the portal `app.openTable(layer id, {filter, inView, sort})`. */
export function createTableOpener(app) {
  const { state } = app;

  app.openTable = async (id, options = {}) => {
    const { openTable } = await import('./table.js');
    return openTable(app, id, options);
  };

  function fromState() {
    const it = fromAddress(state);
    if (it && app.layers.get(it.layer)) return app.openTable(it.layer, it);
    if (it) state.set(noAddress());
    return null;
  }

  // A work place that is entered empties the drawer; the table is the reader's, not the work place's.
  app.onWork(fromState);
  state.onChange((keys) => {
    if (![...keys].some((key) => key === 'table' || key.startsWith('table.'))) return;
    if (state.get('table')) fromState();
    else app.bottom.hide();
  });
}
