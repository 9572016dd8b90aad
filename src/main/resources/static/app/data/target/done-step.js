// The end of an import: what is in force now and where to see it; or what went wrong and that nothing was harmed.

import { t } from '../../i18n.js';
import { button, empty, h, note } from '../../ui/index.js';
import { failureText } from '../jobs/words.js';
import { difference } from './difference.js';
import { outcome, rejectedLink } from './review-step.js';

export function doneStep(app, result, { imported, onAgain, onVersions }) {
  const open = button({ text: t('data.openOnMap'), icon: 'map', kind: 'primary', onClick: () => showOnMap(app, result.layer) });
  const element = h('div', { class: 'stack loose' },
    empty({ icon: 'check', title: t('data.done'), text: t('data.doneText', { layer: app.layers.title(result.layer), version: result.version ?? 1 }), action: open }),
    result.difference && difference(result.difference),
    outcome(imported && `/api/imports/${encodeURIComponent(imported)}`, result),
    h('div', { class: 'row' }, button({ text: t('data.versionsOf'), icon: 'history', onClick: () => onVersions(result.layer) }), button({ text: t('data.again'), icon: 'upload', onClick: onAgain })));
  return { element, focus: () => open.focus({ preventScroll: true }) };
}

export async function showOnMap(app, id) {
  await app.map.refreshLayer(id);
  app.layers.set(id, { visible: true });
  const { bbox } = app.layers.get(id);
  if (bbox) app.map.fitBox(bbox);
  app.panel.height('peek');
}

/** A job that failed or was given up: what it means, and the ways on. */
export function endStep(job, imported, { onBack, onAgain, onRetry }) {
  const cancelled = job.state === 'cancelled';
  const rows = h('div');
  const element = h('div', { class: 'stack' },
    cancelled ? note(t('data.cancelled'), 'info') : note(`${t('data.failed')} ${failureText(job)}`, 'error'),
    h('p', { class: 'fine', text: t('data.nothingPublished') }),
    rows,
    h('div', { class: 'row' }, onBack && button({ text: t('data.backToReport'), kind: 'primary', onClick: onBack }), onRetry && job.retryable && button({ text: t('action.retry'), icon: 'refresh', onClick: onRetry }), button({ text: t('data.again'), icon: 'upload', onClick: onAgain })));
  if (imported && !cancelled) reasons(rows, imported);
  return { element };
}

/** A file that was refused for its rows has a list of them; one that failed otherwise has none. */
async function reasons(host, imported) {
  const path = `/api/imports/${encodeURIComponent(imported)}`;
  const answer = await fetch(`${path}/rejected.csv`, { method: 'HEAD' }).catch(() => null);
  if (answer?.ok) host.append(rejectedLink(path));
}
