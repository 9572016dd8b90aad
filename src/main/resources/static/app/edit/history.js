// Who changed the feature, from what to what, and the way back.

import { dateTime, pick, t } from '../i18n.js';
import { button, failed, h, icon, show, skeleton } from '../ui/index.js';
import { valueText } from './value-text.js';

const address = (layer, fid) => `/api/layers/${encodeURIComponent(layer.id)}/features/${fid}/history`;

/** The newest change of a feature, null where it cannot be read. */
export async function newestChange(app, layer, fid) {
  try {
    return (await app.api.get(address(layer, fid), { params: { limit: 1 } })).changes[0] ?? null;
  } catch {
    return null;
  }
}

/** Takes a change back. */
export const restore = (app, layer, fid, number, etag) =>
  app.api.post(`${address(layer, fid)}/${number}/restore`, undefined, { headers: etag ? { 'If-Match': etag } : {} });

/** A part that unfolds; onRestore(number), onShow(geometry or null) for a former place. */
export function historyView(app, layer, fid, { onRestore, onShow }) {
  const list = h('ol', { class: 'edit-changes' });
  const more = h('div');
  const element = h('details', { class: 'edit-history', on: { toggle: () => element.open && load() } },
    h('summary', {}, icon('history', 'small'), t('edit.history')), list, more);

  async function load(below = null) {
    if (below === null) show(list, h('li', {}, skeleton(3)));
    try {
      const page = await app.api.get(address(layer, fid), { params: { below } });
      if (below === null) show(list);
      list.append(...page.changes.map(entry));
      if (list.children.length === 0) list.append(h('li', { class: 'quiet', text: t('edit.history.none') }));
      show(more, page.next && button({ text: t('edit.history.more'), small: true, onClick: () => load(page.next) }));
    } catch (failure) {
      show(list, h('li', {}, failed(failure, () => load(below))));
    }
  }

  function entry(change) {
    const word = t(`edit.history.${change.restores ? 'restored' : change.kind}`);
    const former = change.geometry?.before;
    return h('li', { class: 'stack tight' },
      h('p', {}, h('strong', { text: word }), ' ', h('span', { class: 'fine', text: `${change.by} · ${dateTime(change.at)}` })),
      change.kind === 'changed' && change.fields.map((it) => line(it)),
      change.moved && change.kind === 'changed' && h('p', { class: 'edit-change', text: t('edit.history.moved') }),
      change.kind !== 'created' && h('div', { class: 'row' },
        button({ text: t('edit.history.restore'), icon: 'undo', small: true, onClick: () => onRestore(change.number) }),
        former && button({ text: t('edit.history.show'), icon: 'eye', small: true, onClick: () => onShow(former) })));
  }

  function line({ name, alias, before, after }) {
    const definition = layer.fields.find((it) => it.name === name) ?? {};
    return h('p', { class: 'edit-change' }, h('span', { class: 'quiet', text: `${pick(alias)}: ` }),
      h('del', { text: valueText(app, definition, before) }), ' → ', h('ins', { text: valueText(app, definition, after) }));
  }

  element.renew = () => element.open && load();
  return element;
}
