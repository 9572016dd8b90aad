// The versions of one layer, newest first: where each came from, what it changed, the way back, and a comparison.

import { dateTime, number, pick, t } from '../../i18n.js';
import { badge, button, confirm, explain, h, load, note, show } from '../../ui/index.js';
import { CHANGES } from '../target/difference.js';
import { symbol } from '../symbol.js';
import { comparing } from './comparing.js';
import { lineage } from './lineage.js';

export function versionsOf(host, app, layer) {
  const said = h('div');
  const body = h('div');
  const compared = h('div');
  host.replaceChildren(h('div', { class: 'stack loose' }, body, said, compared));
  const path = `/api/layers/${encodeURIComponent(layer.id)}`;
  let stop = () => {};
  let comparison = null;

  function open() {
    stop();
    stop = load(body, (signal) => app.api.get(`${path}/versions`, { signal }), draw, { lines: 6 });
  }

  function draw({ versions }) {
    comparison?.stop();
    comparison = comparing(app, layer, versions);
    show(compared, comparison.element);
    return h('ol', { class: 'data-versions' }, versions.map((it) => line(it, versions.find((other) => other.current))));
  }

  const line = (it, current) => h('li', { class: 'stack' },
    h('div', { class: 'row spread tight' },
      h('span', { class: 'grow row' }, h('strong', { class: 'number', text: t('data.version', { n: it.version }) }), it.current && badge(t('data.current'), 'good'), it.mode && badge(t(`data.mode.${it.mode}`))),
      !it.current && button({ text: t('data.restore'), icon: 'undo', small: true, onClick: () => ask(it, current) })),
    it.note && h('p', { text: pick(it.note) }),
    h('p', { class: 'fine number', text: [dateTime(it.created_at), it.created_by, t('data.features', { n: number(it.count) }), it.crs].filter(Boolean).join(' · ') }),
    it.difference && h('ul', { class: 'row data-changes' }, CHANGES.filter(({ name }) => it.difference[name] > 0).map(({ name, shape, color }) => h('li', { class: 'row tight fine number' }, symbol({ shape, color }), `${t(`data.change.${name}`)} ${number(it.difference[name])}`))),
    lineage(it));

  async function ask(version, before) {
    if (await confirm({ title: t('data.restoreTitle', { n: version.version }), text: t('data.restoreText'), yes: t('data.restore') })) await point(version.version, before?.version);
  }

  async function point(version, before) {
    show(said);
    try {
      await app.api.put(`${path}/version`, { version });
      await app.map.refreshLayer(layer.id);
      app.notify(t('data.restored', { n: version }), 'success', before ? { action: { label: t('action.undo'), run: () => point(before) } } : undefined);
      open();
    } catch (failure) {
      const { title, text } = explain(failure);
      show(said, note([title, text].filter(Boolean).join(' '), 'error'));
    }
  }

  open();
  return {
    stop() {
      stop();
      comparison?.stop();
    },
  };
}
