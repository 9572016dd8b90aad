// A file of which nothing can be used: why, in words, and the way to another one.

import { pick, t } from '../i18n.js';
import { button, h, note } from '../ui/index.js';
import { downloads } from './report/downloads.js';

export function refusal(app, imported, { onAgain }) {
  const report = imported.report ?? {};
  const said = pick(imported.problem?.detail);
  const reasons = [...(report.problems ?? []), ...(report.datasets ?? []).flatMap((it) => it.problems ?? [])].filter((it) => it.severity === 'error' && pick(it.message) !== said);
  const again = button({ text: t('data.another'), icon: 'file', kind: 'primary', onClick: onAgain });
  const element = h('div', { class: 'stack' },
    note([t('data.refused'), said].filter(Boolean).join(' '), 'error'),
    reasons.length > 0 && h('ul', { class: 'data-points' }, reasons.slice(0, 20).map((it) => h('li', { text: pick(it.message) }))),
    h('p', { class: 'fine', text: t('data.nothingKept') }),
    h('div', {}, again),
    imported.report && downloads(imported, null));
  return { element, focus: () => again.focus({ preventScroll: true }) };
}
