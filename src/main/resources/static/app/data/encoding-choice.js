// The text encoding, chosen by looking at what the words become.

import { number, t } from '../i18n.js';
import { freshId, h, note } from '../ui/index.js';

/** @returns the choice, or null for a file without texts of unknown encoding */
export function encodingChoice({ encoding }, onChoose) {
  if (!encoding?.name) return null;
  const candidates = encoding.candidates?.length > 0 ? encoding.candidates : [{ name: encoding.name, sample: [] }];
  const group = freshId('encoding');
  const option = (candidate) => h('label', { class: 'data-option' },
    h('input', { type: 'radio', name: group, value: candidate.name, checked: candidate.name === encoding.name, on: { change: () => onChoose(candidate.name) } }),
    h('span', { class: 'grow' },
      h('span', { class: 'row spread tight' }, h('strong', { text: candidate.name }), candidate.name === encoding.name && encoding.confidence != null && h('span', { class: 'fine', text: t('data.sure', { n: number(100 * encoding.confidence) }) })),
      candidate.sample?.length > 0 && h('span', { class: 'data-sample', text: candidate.sample.join(' · ') })));
  return h('fieldset', { class: 'data-choice' }, h('legend', { text: t('data.encoding') }),
    encoding.confidence != null && encoding.confidence < 0.6 && note(t('data.encodingUnsure'), 'warning'),
    candidates.map(option));
}
