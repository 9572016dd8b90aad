// The reference system: as found, one of the likely ones, or any by its EPSG code.

import { number, t } from '../i18n.js';
import { button, field, h, input, note, select } from '../ui/index.js';

const CODE = /^(?:epsg:)?\s*(\d{4,6})$/i;

export function crsChoice({ crs }, onChoose) {
  const found = crs?.code ? [{ code: crs.code, name: crs.name }] : [];
  const all = [...found, ...(crs?.candidates ?? []).filter((it) => it.code !== crs?.code)];
  const list = [...(crs?.code ? [] : [{ value: '', text: t('data.chooseCrs') }]), ...all.map((it) => ({ value: it.code, text: `${it.code} ${it.name ?? ''}`.trim() })), { value: 'other', text: t('data.otherCrs') }];
  const code = input({ placeholder: 'EPSG:4547', inputMode: 'numeric', on: { keydown: (event) => event.key === 'Enter' && take(event) } });
  const typed = field(t('data.crsCode'), code);
  const other = h('div', { class: 'row tight data-other', hidden: true }, h('div', { class: 'grow' }, typed), button({ text: t('action.apply'), onClick: take }));
  const choice = select(list, { value: crs?.code ?? '', onChange: (value) => {
    other.hidden = value !== 'other';
    if (value === 'other') code.focus();
    else if (value) onChoose(value);
  } });

  function take(event) {
    event.preventDefault();
    const match = CODE.exec(code.value.trim());
    typed.wrong(match ? null : t('data.badCrs'));
    if (match) onChoose(`EPSG:${match[1]}`);
  }

  const hint = crs?.code && crs.confidence != null ? t('data.sure', { n: number(100 * crs.confidence) }) : undefined;
  return h('section', { class: 'stack' }, !crs?.code && note(t('data.crsUnknown'), 'warning'), field(t('data.crs'), choice, { hint }), other);
}
