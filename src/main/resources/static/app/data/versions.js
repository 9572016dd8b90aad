// The versions of one layer, newest first, and the way back to any of them.

import { dateTime, number, t } from '../i18n.js';
import { badge, button, confirm, explain, h, load, note } from '../ui/index.js';

export function versionsOf(host, app, layer) {
  const said = h('div');
  const body = h('div');
  host.replaceChildren(body, said);
  const path = `/api/layers/${encodeURIComponent(layer.id)}`;
  const show = () => load(body, (signal) => app.api.get(`${path}/versions`, { signal }), ({ versions }) => list(versions), { lines: 3 });

  const list = (versions) => h('ol', { class: 'data-versions' }, versions.map((it) => h('li', { class: 'row spread tight' },
    h('span', { class: 'grow' },
      h('span', { class: 'row' }, h('strong', { class: 'number', text: t('data.version', { n: it.version }) }), it.current && badge(t('data.current'), 'good')),
      h('span', { class: 'fine number', text: [dateTime(it.created_at), it.created_by, t('data.features', { n: number(it.count) }), it.source].filter(Boolean).join(' · ') })),
    !it.current && button({ text: t('data.restore'), icon: 'undo', small: true, onClick: () => ask(it, versions.find((other) => other.current)) }))));

  async function ask(version, before) {
    if (await confirm({ title: t('data.restoreTitle', { n: version.version }), text: t('data.restoreText'), yes: t('data.restore') })) await point(version.version, before?.version);
  }

  async function point(version, before) {
    said.replaceChildren();
    try {
      await app.api.put(`${path}/version`, { version });
      await app.map.refreshLayer(layer.id);
      app.notify(t('data.restored', { n: version }), 'success', before ? { action: { label: t('action.undo'), run: () => point(before) } } : undefined);
      show();
    } catch (failure) {
      const { title, text } = explain(failure);
      said.replaceChildren(note([title, text].filter(Boolean).join(' '), 'error'));
    }
  }

  show();
}
