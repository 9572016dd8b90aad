// Where a finished job leads: to its report, its layer, its comparison, its file.

import { number, t } from '../../i18n.js';
import { button, h, icon } from '../../ui/index.js';
import { showOnMap } from '../target/done-step.js';
import { bytes } from '../upload/files.js';

export function resultLinks(app, job, { onImport, onReview, onVersions, onComparison }) {
  const { kind, result } = job;
  if (!result) return null;
  const { import: imported } = result;
  const small = (text, name, onClick) => button({ text, icon: name, small: true, onClick });
  if (kind === 'export') return download(job);
  if (kind === 'comparison' && result.layer) return small(t('data.openComparison'), 'chart', () => onComparison(result.layer, job.id));
  if (result.staged) return waiting(app, job, onReview);
  if (result.layer && app.layers.get(result.layer)) return [small(t('data.openOnMap'), 'map', () => showOnMap(app, result.layer)), small(t('data.versionsOf'), 'history', () => onVersions(result.layer))];
  return imported ? small(t('data.openReport'), 'list', () => onImport(imported)) : null;
}

/** A staged version, as long as it waits; the import it is of is the one that had this job last. */
function waiting(app, { id }, onReview) {
  const place = h('span', { hidden: true });
  app.api.get('/api/imports').then(({ imports }) => {
    const found = imports.find((it) => it.state === 'staged' && it.job?.id === id);
    if (found) place.replaceWith(button({ text: t('data.openReview'), icon: 'check', small: true, onClick: () => onReview(found.id, id) }));
  }, (failure) => console.warn(failure));
  return place;
}

/** The file of an export, as long as it is kept. */
export function download({ id, result }) {
  const gone = result.expires_at && Date.parse(result.expires_at) < Date.now();
  if (gone) return h('span', { class: 'fine', text: t('data.fileGone') });
  return h('a', { class: 'button small', href: `/api/exports/${encodeURIComponent(id)}`, download: result.file ?? '' }, icon('download', 'small'), t('data.downloadFile', { size: bytes(result.bytes ?? 0), n: number(result.rows ?? 0) }));
}
