// The map shows only what the table's filter lets through, where the tiles themselves can tell.

import { fieldsOf } from '../filter/model.js';
import { styleFilter } from '../filter/style-filter.js';

export function createMapFilter(app, layer) {
  const fields = fieldsOf(layer);
  const before = app.layers.filter(layer.id);
  let expression = null;
  let on = false;

  const apply = () => app.layers.set(layer.id, { filter: on && expression ? expression : before });

  return {
    get on() {
      return on;
    },
    get usable() {
      return expression !== null;
    },
    toggle() {
      on = !on;
      apply();
    },
    /** @param root of the filter, or null when there is none to follow */
    follow(root) {
      expression = root && root.parts.length > 0 ? styleFilter(root, fields) : null;
      if (on) apply();
    },
    stop() {
      if (on) app.layers.set(layer.id, { filter: before });
    },
  };
}
