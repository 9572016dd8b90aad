// Faults on the map and as a table under it; what is chosen in one is shown in the other.

import { area, number, t } from '../../i18n.js';
import { announce, h, failed, note, show, skeleton, table } from '../../ui/index.js';
import { symbol } from '../symbol.js';
import { faultOf, kindName, readFaults } from './faults.js';
import { faultsMap, looksOf } from './faults-map.js';

const LIMIT = 2_000;
const ROWS = 500;

export function openFaults(app, overlay, { path, name }) {
  const abort = new AbortController();
  const body = h('div', {}, skeleton(5));
  const where = h('span', { class: 'number data-where', role: 'status' });
  let map = null;
  let grid = null;

  const put = () => app.bottom.show({ title: t('data.faultsOf', { name }), content: [body], tools: [where], onClose: stop });

  async function open() {
    put();
    try {
      const { features, more } = await readFaults(path, { limit: LIMIT, signal: abort.signal });
      draw(features.map(faultOf), more);
    } catch (failure) {
      if (!abort.signal.aborted) show(body, failed(failure, open));
    }
  }

  function draw(faults, more) {
    const looks = looksOf(faults);
    map = faultsMap(app, overlay, faults, { looks, onChoose: choose });
    grid = table(columns(new Map(looks.map((look) => [look.kind, look]))), faults.slice(0, ROWS), { label: t('data.faultsOf', { name }), onChoose: choose });
    show(body,
      h('ul', { class: 'row data-kinds', 'aria-label': t('data.faultKinds') }, looks.map((look) => h('li', { class: 'row tight' }, symbol(look), h('span', { text: kindName(look.kind) }), h('span', { class: 'fine number', text: number(look.count) })))),
      more && note(t('data.faultsMore', { n: number(LIMIT) }), 'info'),
      grid);
    map.fit();
    app.panel.height('peek');
  }

  function choose(fault) {
    map.show(fault);
    grid.select(fault.id);
    where.textContent = t('data.faultAt', { n: fault.row ?? '–', kind: kindName(fault.kind) });
    announce(where.textContent);
  }

  function stop() {
    abort.abort();
    map?.stop();
    map = null;
  }

  open();
  return {
    stop() {
      if (map) app.bottom.hide();
      stop();
    },
  };
}

const columns = (looks) => [
  { key: 'row', title: t('data.rowNumber'), align: 'end', format: (row) => (row == null ? '' : number(row)) },
  { key: 'kind', title: t('data.fault'), format: (kind) => h('span', { class: 'row tight' }, symbol(looks.get(kind)), kindName(kind)) },
  { key: 'message', title: t('data.what') },
  { key: 'repair', title: t('data.repairDoes'), format: (text, { change }) => [text, change ? t('data.changeOfArea', { change: `${change > 0 ? '+' : '−'}${area(Math.abs(change))}` }) : ''].filter(Boolean).join(' · ') },
];
