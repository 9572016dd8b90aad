import { number, pick, t } from '../i18n.js';
import { button, explain, h, icon, show } from '../ui/index.js';

/** How many of those found are named at once. */
const NAMED = 10;

/**
 * One layer of a drawn question: whether it is asked, how many it has there, and the first of them.
 *
 * @param on {toggle(on), table(), choose(fid)}
 */
export function createLayerLine(app, layer, { checked, toggle, table, choose }) {
  const label = layer.label && layer.fields.some((field) => field.name === pick(layer.label)) ? pick(layer.label) : layer.fields?.[0]?.name;
  const count = h('span', { class: 'number', 'aria-live': 'polite' });
  const hits = h('div', { class: 'query-hits' });
  const box = h('input', { type: 'checkbox', checked, on: { change: () => toggle(box.checked) } });
  const element = h('li', { class: 'query-layer', dataset: { layer: layer.id } },
    h('div', { class: 'row tight spread' }, h('label', { class: 'check grow' }, box, h('span', { text: pick(layer.title) })), count), hits);

  function clear() {
    show(count);
    show(hits);
  }

  return {
    element,
    id: layer.id,
    get checked() {
      return box.checked;
    },
    clear,
    wait: () => show(count, h('span', { class: 'fine', text: '…' })),
    /** Asks for the first of them, without their shapes, and how many there are. */
    async ask({ filter, bbox }, signal) {
      const answer = await app.api.get(`/ogc/collections/${encodeURIComponent(layer.id)}/items`, { params: { limit: NAMED, filter, bbox, properties: label, skipGeometry: 'true' }, signal });
      show(count, button({ text: number(answer.numberMatched), icon: 'table', small: true, title: t('query.table', { layer: pick(layer.title) }), 'aria-label': `${number(answer.numberMatched)} · ${t('query.table', { layer: pick(layer.title) })}`, disabled: answer.numberMatched === 0, onClick: table }));
      show(hits, answer.features.length > 0 && h('details', {}, h('summary', { class: 'fine', text: t(answer.numberMatched > NAMED ? 'query.first' : 'query.all', { count: answer.features.length }) }),
        answer.features.map((it) => h('button', { type: 'button', class: 'query-hit', text: it.properties[label] || t('query.unnamed', { id: it.id }), on: { click: () => choose(it.id) } }))));
      return answer.numberMatched;
    },
    failed(failure) {
      show(count, icon('alert', 'small'));
      show(hits, h('p', { class: 'fine', role: 'alert', text: explain(failure).text || explain(failure).title }));
    },
  };
}
