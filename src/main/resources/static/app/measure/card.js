import { t } from '../i18n.js';
import { button, h, iconButton, notify, segments as choice, show } from '../ui/index.js';
import { AREAS, bearingText, inUnit, LENGTHS, unitName, usualArea, usualLength, withUnit } from './units.js';

/** The result of a measuring: total, unit, and each segment with its direction; can be copied as text. */
export function createCard({ onAgain, onClose, onUnit }) {
  const element = h('section', { class: 'float-card measure-card', hidden: true });
  const chosen = { line: null, polygon: null };

  function tell(figures) {
    const { kind, length, area, segments } = figures;
    const isArea = kind === 'polygon';
    const unit = chosen[kind] ?? (isArea ? usualArea(area) : usualLength(length));
    const lengthUnit = isArea ? usualLength(length) : unit;
    const total = isArea ? area : length;
    const other = isArea ? 'line' : 'polygon';
    element.setAttribute('aria-label', t(`measure.${kind}`));
    show(
      element,
      h('header', { class: 'float-head' }, h('h2', { text: t(`measure.${kind}`) }), iconButton({ icon: 'close', label: t('action.close'), small: true, onClick: onClose })),
      h('div', { class: 'stack measure-body' },
        h('p', { class: 'measure-total', role: 'status' }, h('strong', { class: 'number', text: inUnit(total, unit) }), ' ', h('span', { text: unitName(unit) })),
        choice(Object.keys(isArea ? AREAS : LENGTHS).map((value) => ({ value, text: unitName(value) })), { value: unit, label: t('measure.unit'), onChange: (value) => {
          chosen[kind] = value;
          tell(figures);
          onUnit(isArea ? usualLength(length) : value);
          element.querySelector(`.segment[data-value="${value}"]`).focus();
        } }),
        isArea && h('p', { class: 'quiet number', text: `${t('measure.perimeter')} ${withUnit(length, lengthUnit)}` }),
        h('div', { class: 'measure-segments scroll', tabIndex: 0, role: 'region', 'aria-label': t('measure.segments') }, list(segments, lengthUnit)),
        h('div', { class: 'row' },
          button({ text: t('measure.copy'), icon: 'copy', small: true, onClick: () => copy(figures, unit, lengthUnit) }),
          button({ text: t(`measure.${kind}.start`), icon: 'refresh', small: true, onClick: () => onAgain(kind) }),
          button({ text: t(`measure.${other}.start`), small: true, onClick: () => onAgain(other) }))),
    );
    element.hidden = false;
    return lengthUnit;
  }

  return {
    element,
    /** Shows the figures and answers the unit of their lengths. */
    tell,
    hide: () => (element.hidden = true),
  };
}

function list(segments, unit) {
  const head = ['#', `${t('measure.length')} (${unitName(unit)})`, t('measure.bearing')];
  return h('table', { class: 'table' },
    h('thead', {}, h('tr', {}, head.map((text, i) => h('th', { scope: 'col', class: i ? 'end' : '', text })))),
    h('tbody', {}, segments.map((it, i) => h('tr', {}, h('td', { class: 'number', text: i + 1 }), h('td', { class: 'end number', text: inUnit(it.metres, unit) }), h('td', { class: 'end number', text: bearingText(it.bearing) })))));
}

/** The figures as lines of text, for a report. */
export function asText({ kind, length, area, segments }, unit, lengthUnit) {
  return [
    kind === 'line' ? `${t('measure.line')} ${withUnit(length, unit)}` : `${t('measure.polygon')} ${withUnit(area, unit)}`,
    kind === 'polygon' && `${t('measure.perimeter')} ${withUnit(length, lengthUnit)}`,
    ...segments.map((it, i) => `${i + 1}\t${withUnit(it.metres, lengthUnit)}\t${bearingText(it.bearing)}\t${it.from.map((d) => d.toFixed(6)).join(', ')} → ${it.to.map((d) => d.toFixed(6)).join(', ')}`),
  ].filter(Boolean).join('\n');
}

async function copy(figures, unit, lengthUnit) {
  try {
    await navigator.clipboard.writeText(asText(figures, unit, lengthUnit));
    notify(t('measure.copied'), 'success');
  } catch {
    notify(t('measure.copyFailed'), 'error');
  }
}
