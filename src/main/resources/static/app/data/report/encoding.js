// The text encoding, chosen by looking at what the words become; ten rows of each candidate side by side.

import { number, t } from '../../i18n.js';
import { button, freshId, h, note } from '../../ui/index.js';

const text = (row) => (Array.isArray(row) ? row.filter((it) => it != null && it !== '').join(' · ') : typeof row === 'object' && row ? Object.values(row).join(' · ') : String(row ?? ''));

/** @returns what stands in the aspect */
export function encodingChoice(app, { name: file, encoding }, onChoose) {
  if (!encoding?.name) return [h('p', { class: 'quiet', text: t('data.encoding.none') })];
  const candidates = encoding.candidates?.length > 0 ? encoding.candidates : [{ name: encoding.name, sample: [] }];
  const group = freshId('encoding');
  const sure = ({ confidence }) => confidence != null && h('span', { class: 'fine number', text: t('data.sure', { n: number(100 * confidence) }) });
  const option = (candidate) => h('label', { class: 'data-option' },
    h('input', { type: 'radio', name: group, value: candidate.name, checked: candidate.name === encoding.name, on: { change: () => onChoose(candidate.name) } }),
    h('span', { class: 'grow' },
      h('span', { class: 'row spread tight' }, h('strong', { text: candidate.name }), sure(candidate)),
      candidate.sample?.length > 0 && h('span', { class: 'data-sample', text: candidate.sample.slice(0, 3).map(text).join(' / ') })));
  const rows = Math.max(...candidates.map((it) => it.sample?.length ?? 0));
  return [
    encoding.source && h('p', { class: 'fine', text: t('data.encodingFrom', { source: t(`data.encodingFrom.${SOURCES[encoding.source] ?? 'guess'}`) }) }),
    encoding.confidence != null && encoding.confidence < 0.6 && note(t('data.encodingUnsure'), 'warning'),
    h('fieldset', { class: 'data-choice' }, h('legend', { text: t('data.encoding') }), candidates.map(option)),
    rows > 1 && h('div', {}, button({ text: t('data.sideBySide', { n: rows }), icon: 'table', small: true, onClick: () => compare(app, file, encoding, candidates, rows, onChoose) })),
  ];
}

const SOURCES = { user: 'user', cpg: 'cpg', ldid: 'ldid', format: 'format', detected: 'guess' };

function compare(app, file, encoding, candidates, rows, onChoose) {
  const head = candidates.map((it) => h('th', { scope: 'col' },
    h('span', { class: 'row tight' }, h('span', { text: it.name }),
      it.name === encoding.name ? h('span', { class: 'badge good', text: t('data.inUse') }) : button({ text: t('data.use'), small: true, onClick: () => onChoose(it.name) }))));
  const line = (_, i) => h('tr', {}, h('th', { scope: 'row', class: 'number', text: number(i + 1) }), candidates.map((it) => h('td', { text: text(it.sample?.[i]) })));
  app.bottom.show({
    title: t('data.encodingsOf', { name: file }),
    content: [h('table', { class: 'table data-side', 'aria-label': t('data.encoding') }, h('thead', {}, h('tr', {}, h('td'), head)), h('tbody', {}, Array.from({ length: rows }, line)))],
    height: 340,
  });
}
