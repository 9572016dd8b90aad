// A version that is loaded and counted and that nobody sees yet: put into force, or thrown away.

import { number, t } from '../../i18n.js';
import { button, confirm, explain, h, icon, note, show } from '../../ui/index.js';
import { difference } from './difference.js';

export function reviewStep(app, imported, result, { onDone, onBack }) {
  const said = h('div', { 'aria-live': 'polite' });
  const commit = button({ text: t('data.commit'), kind: 'primary', icon: 'check', onClick: put });
  const drop = button({ text: t('data.dropStaged'), kind: 'danger', onClick: discard });
  const path = `/api/imports/${encodeURIComponent(imported)}`;
  const layer = app.layers.title(result.layer);
  const element = h('div', { class: 'stack loose' },
    h('h2', { text: t('data.reviewTitle', { layer, mode: t(`data.mode.${result.mode ?? 'create'}`) }) }),
    result.key && h('p', { class: 'fine', text: t('data.byKey', { key: result.key }) }),
    difference(result.difference ?? { insert: result.count }),
    outcome(path, result),
    note(t('data.notVisible'), 'info'),
    said,
    h('div', { class: 'row data-foot' }, commit, drop));

  async function put() {
    busy(true);
    try {
      const { version } = await app.api.post(`${path}/commit`, {});
      onDone({ ...result, version: version ?? result.version });
    } catch (failure) {
      refuse(failure);
    }
  }

  async function discard() {
    if (!(await confirm({ title: t('data.dropStagedTitle'), text: t('data.dropStagedText'), yes: t('data.dropStaged'), danger: true }))) return;
    busy(true);
    try {
      await app.api.delete(`${path}/publication`);
      app.notify(t('data.staged.dropped'), 'success');
      onBack();
    } catch (failure) {
      refuse(failure);
    }
  }

  function busy(on) {
    commit.disabled = drop.disabled = on;
    show(said, on && h('p', { class: 'fine', text: t('data.working') }));
  }

  function refuse(failure) {
    busy(false);
    const { title, text } = explain(failure);
    show(said, note([title, text].filter(Boolean).join(' '), 'error'));
  }

  return { element, focus: () => commit.focus({ preventScroll: true }) };
}

/** Rows that were left out or changed, fields that have no source or no target; with the rows as a file. */
export function outcome(path, { skipped = 0, repaired = 0, missingFields = [], ignoredFields = [] }) {
  const line = (text) => text && h('li', { text });
  const lines = [
    skipped > 0 && t('data.skipped', { n: number(skipped) }),
    repaired > 0 && t('data.repaired', { n: number(repaired) }),
    missingFields.length > 0 && t('data.missingFields', { fields: missingFields.join(', ') }),
    ignoredFields.length > 0 && t('data.ignoredFields', { fields: ignoredFields.join(', ') }),
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return h('div', { class: 'stack' }, h('ul', { class: 'data-points' }, lines.map(line)),
    (skipped > 0 || repaired > 0) && path && h('div', {}, rejectedLink(path)));
}

export const rejectedLink = (path) => h('a', { class: 'button small', href: `${path}/rejected.csv`, download: '' }, icon('download', 'small'), t('data.rejected'));
