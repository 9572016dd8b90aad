// Somebody else was faster: what they wrote beside what I wrote, and the choice.

import { dateTime, pick, t } from '../i18n.js';
import { button, h } from '../ui/index.js';
import { changedFields } from './form.js';
import { valueText } from './value-text.js';

/**
 * before: what both began with; theirs: what is stored now; mine: what is in the form; each {values, geometry}.
 * last: the newest change of the history, null when it could not be read.
 */
export function conflictView(app, layer, { before, theirs, mine, last }, { onTheirs, onMine }) {
  const mineChanged = changedFields(layer, before.values, mine.values);
  const theirsChanged = changedFields(layer, before.values, theirs.values);
  const rows = layer.fields
    .filter((it) => it.name in mineChanged || it.name in theirsChanged)
    .map((it) => row(pick(it.alias), valueText(app, it, theirs.values[it.name]), valueText(app, it, mine.values[it.name]), it.name in theirsChanged, it.name in mineChanged));
  const moved = (geometry) => JSON.stringify(geometry) !== JSON.stringify(before.geometry);
  const word = (is) => t(is ? 'edit.conflict.changed' : 'edit.conflict.same');
  if (moved(theirs.geometry) || moved(mine.geometry))
    rows.push(row(t('edit.conflict.shape'), word(moved(theirs.geometry)), word(moved(mine.geometry)), moved(theirs.geometry), moved(mine.geometry)));
  const heading = h('h3', { text: t('edit.conflict.title'), tabIndex: -1 });
  const element = h('section', { class: 'note warning edit-conflict', role: 'alertdialog', 'aria-label': t('edit.conflict.title') },
    h('div', { class: 'stack' }, heading,
      h('p', { text: last ? t('edit.conflict.text', { by: last.by, at: dateTime(last.at) }) : t('edit.conflict.unknown') }),
      h('table', { class: 'edit-compare' },
        h('thead', {}, h('tr', {}, ['field', 'theirs', 'mine'].map((key) => h('th', { scope: 'col', text: t(`edit.conflict.${key}`) })))),
        h('tbody', {}, rows)),
      h('p', { class: 'fine', text: t('edit.conflict.hint') }),
      h('div', { class: 'row' },
        button({ text: t('edit.conflict.keepMine'), kind: 'primary', small: true, onClick: onMine }),
        button({ text: t('edit.conflict.keepTheirs'), small: true, onClick: onTheirs }))));
  element.focusIn = () => heading.focus();
  return element;
}

const row = (label, theirs, mine, theirsDiffer, mineDiffer) =>
  h('tr', {}, h('th', { scope: 'row', text: label }), h('td', { class: theirsDiffer ? 'is-changed' : '', text: theirs }), h('td', { class: mineDiffer ? 'is-changed' : '', text: mine }));
