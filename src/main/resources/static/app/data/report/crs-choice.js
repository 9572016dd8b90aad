// The reference system: as found, one of the likely ones with the reasons for it, or any by its EPSG code.

import { number, pick, t } from '../../i18n.js';
import { button, field, freshId, h, input, note } from '../../ui/index.js';
import { isSwapped, plainCode } from './lights.js';

const CODE = /^(?:epsg:)?\s*(\d{4,6})$/i;
const SHOWN = 5;

export function crsChoice({ crs, geometry, extent }, onChoose) {
  if (geometry === 'none') return [h('p', { class: 'quiet', text: t('data.crs.none') })];
  const group = freshId('crs');
  const candidates = crs?.candidates ?? [];
  const found = crs?.code && !candidates.some((it) => it.code === crs.code) ? [crs] : [];
  const option = (candidate) => h('label', { class: 'data-option' },
    h('input', { type: 'radio', name: group, value: candidate.code, checked: candidate.code === crs?.code, on: { change: () => onChoose(candidate.code) } }),
    h('span', { class: 'grow' },
      h('span', { class: 'row spread tight' }, h('strong', { class: 'number', text: plainCode(candidate.code) }), candidate.confidence != null && h('span', { class: 'fine number', text: t('data.sure', { n: number(100 * candidate.confidence) }) })),
      h('span', { class: 'data-line', text: candidate.name ?? '' }),
      pick(candidate.reason) && h('span', { class: 'fine', text: pick(candidate.reason) })));

  const code = input({ placeholder: 'EPSG:4547', inputMode: 'numeric', on: { keydown: (event) => event.key === 'Enter' && take(event) } });
  const typed = field(t('data.crsCode'), code, { hint: t('data.otherCrs') });
  function take(event) {
    event.preventDefault();
    const match = CODE.exec(code.value.trim());
    typed.wrong(match ? null : t('data.badCrs'));
    if (match) onChoose(`EPSG:${match[1]}`);
  }

  return [
    !crs?.code && note(t('data.crsUnknown'), 'warning'),
    crs?.code && isSwapped(crs.code) ? note(t('data.swapped'), 'info') : crs?.swapped && note(t('data.maybeSwapped'), 'warning'),
    h('fieldset', { class: 'data-choice' }, h('legend', { text: t('data.crs') }), [...found, ...candidates].slice(0, SHOWN).map(option)),
    h('div', { class: 'row tight data-other' }, h('div', { class: 'grow' }, typed), button({ text: t('action.apply'), onClick: take })),
    extent && h('p', { class: 'fine number', text: `${t('data.extent')}: ${extent.map((degrees) => degrees.toFixed(4)).join(', ')}` }),
  ];
}
