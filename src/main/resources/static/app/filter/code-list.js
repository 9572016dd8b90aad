import { number, pick, t } from '../i18n.js';
import { h, input, swatch } from '../ui/index.js';

/** Above so many entries a box to search them stands over them. */
const MANY = 12;

/** Entries of a code list to choose from, by their titles; one that has children brings them along. Changes the condition in place. */
export function createCodeList(entries, it, { onChange }) {
  const chosen = new Set(it.values);
  const said = h('span');
  const summary = h('summary', { class: 'select filter-codes-said' }, said);
  const boxes = new Map(entries.map((entry) => [entry.code, line(entry)]));
  const list = h('ul', { class: 'filter-codes-list scroll' }, [...boxes.values()]);
  const element = h('details', { class: 'filter-codes' }, summary, h('div', { class: 'filter-codes-card' }, entries.length > MANY && search(), list));

  function line(entry) {
    const box = h('input', { type: 'checkbox', checked: chosen.has(entry.code), on: { change: () => toggle(entry, box.checked) } });
    return h('li', {}, h('label', { class: 'check' }, box, entry.color && swatch(entry.color), h('span', {}, pick(entry.title), ' ', h('span', { class: 'fine', text: entry.code }))));
  }

  function toggle(entry, on) {
    for (const code of [entry.code, ...below(entry.code)]) {
      if (on) chosen.add(code);
      else chosen.delete(code);
      boxes.get(code).querySelector('input').checked = on;
    }
    // In the order of the list, so that the same choice is the same text.
    it.values = entries.map((each) => each.code).filter((code) => chosen.has(code));
    tell();
    onChange();
  }

  const below = (code) => entries.filter((each) => each.parent === code).flatMap((each) => [each.code, ...below(each.code)]);

  function search() {
    const box = input({ type: 'search', placeholder: t('filter.searchCodes'), 'aria-label': t('filter.searchCodes') });
    box.addEventListener('input', () => {
      const words = box.value.trim().toLowerCase();
      for (const entry of entries) boxes.get(entry.code).hidden = !`${entry.code} ${Object.values(entry.title ?? {}).join(' ')}`.toLowerCase().includes(words);
    });
    return box;
  }

  function tell() {
    const names = entries.filter((entry) => chosen.has(entry.code)).map((entry) => pick(entry.title));
    said.textContent = names.length === 0 ? t('filter.choose') : names.length <= 2 ? names.join(t('filter.and')) : t('filter.chosen', { first: names[0], count: number(names.length) });
  }

  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !element.open) return;
    event.stopPropagation();
    element.open = false;
    summary.focus();
  });
  element.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !element.contains(event.relatedTarget)) element.open = false;
  });
  tell();
  return element;
}
