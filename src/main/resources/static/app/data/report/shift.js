// Whether the data lie shifted as the maps of GCJ-02 and BD-09 do: compared with a layer that is right, shown, and
// taken out only when a person says so.

import { distance, number, pick, t } from '../../i18n.js';
import { button, field, h, note, segments, select } from '../../ui/index.js';
import { arrows } from './arrows.js';

const NAMES = { gcj02: 'GCJ-02', bd09: 'BD-09' };

/** @param choice {reference, shift} as it stands */
export function shiftChoice(app, dataset, choice, { overlay, onCompare, onCorrect }) {
  if (dataset.geometry === 'none') return [];
  const { shift } = dataset;
  const layers = app.layers.all().filter((layer) => layer.geometry !== 'none').sort((a, b) => a.order - b.order);
  const reference = select([{ value: '', text: t('data.noReference') }, ...layers.map((layer) => ({ value: layer.id, text: `${pick(layer.title)} (${layer.id})` }))],
    { value: choice.reference ?? '', onChange: (value) => onCompare(value || null) });
  return [
    h('h3', { text: t('data.shift') }),
    field(t('data.reference'), reference, { hint: t('data.referenceHint') }),
    ...(choice.shift ? corrected(choice.shift, onCorrect) : []),
    ...(shift ? told(app, shift, choice, overlay, onCorrect) : []),
  ];
}

/** Fewer things in common than these say nothing. */
const FEW = 8;

function told(app, shift, choice, overlay, onCorrect) {
  const { suspect, offset_metres: metres } = shift;
  const enough = shift.sample >= FEW;
  const reference = app.layers.title(shift.reference);
  const sentence = suspect
    ? t('data.shift.suspect', { name: NAMES[suspect] ?? suspect, distance: metres == null ? '' : distance(metres), layer: reference, n: number(100 * (shift.confidence ?? 0)) })
    : t(enough ? 'data.shift.none' : 'data.shift.unknown', { layer: reference });
  return [
    note(sentence, suspect ? 'warning' : enough ? 'success' : 'info'),
    shift.pairs?.length > 0 && h('div', {}, button({ text: t('data.shift.show', { n: number(shift.pairs.length) }), icon: 'map', small: true, onClick: () => arrows(app, overlay, shift.pairs) })),
    suspect && !choice.shift && h('div', { class: 'field' }, h('span', { class: 'label', text: t('data.shift.decide') }),
      segments([{ value: '', text: t('data.shift.keep') }, { value: suspect, text: t('data.shift.correct', { name: NAMES[suspect] ?? suspect }) }],
        { value: '', label: t('data.shift.decide'), onChange: (value) => value && onCorrect(value) })),
  ];
}

function corrected(name, onCorrect) {
  return [
    note(t('data.shift.corrected', { name: NAMES[name] ?? name }), 'success'),
    h('div', {}, button({ text: t('data.shift.undo'), icon: 'undo', small: true, onClick: () => onCorrect(null) })),
  ];
}
