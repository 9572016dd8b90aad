import { t } from '../i18n.js';
import { button, h, iconButton, select, show } from '../ui/index.js';
import { condition, group, isGroup } from './model.js';
import { createRow } from './row.js';

/** Conditions of which all, any, not all or none must hold; the outermost may hold groups of its own. Changes it in place. */
export function createGroup(app, fields, it, { onChange, onRemove = null }) {
  const list = h('ul', { class: 'filter-rows' });
  const element = h('div', { class: onRemove ? 'filter-group' : 'filter-group is-root', role: 'group' });

  function changed() {
    draw();
    onChange();
  }

  function remove(part) {
    it.parts.splice(it.parts.indexOf(part), 1);
    changed();
    element.querySelector('.filter-add').focus();
  }

  function line(part) {
    const close = iconButton({ icon: 'close', label: t('filter.remove'), small: true, onClick: () => remove(part) });
    const body = isGroup(part)
      ? createGroup(app, fields, part, { onChange, onRemove: () => remove(part) })
      : createRow(app, fields, part, { onChange });
    return h('li', { class: isGroup(part) ? 'filter-line is-group' : 'filter-line' }, body, !isGroup(part) && close);
  }

  function add(part) {
    it.parts.push(part);
    changed();
    list.lastElementChild.querySelector('select')?.focus();
  }

  const mode = () => `${it.not ? 'not.' : ''}${it.join}`;
  const choice = select(['all', 'any', 'not.any', 'not.all'].map((value) => ({ value, text: t(`filter.join.${value}`) })), {
    value: mode(),
    'aria-label': t('filter.join'),
    onChange: (value) => {
      it.not = value.startsWith('not.');
      it.join = value.replace('not.', '');
      onChange();
    },
  });

  function draw() {
    element.setAttribute('aria-label', t('filter.join'));
    show(list, it.parts.map(line));
    show(
      element,
      (it.parts.length > 1 || it.not || onRemove) && h('div', { class: 'row tight filter-join' }, choice, onRemove && iconButton({ icon: 'trash', label: t('filter.removeGroup'), small: true, onClick: onRemove })),
      list,
      h('div', { class: 'row' },
        button({ text: t('filter.add'), icon: 'plus', kind: 'plain filter-add', small: true, onClick: () => add(condition(fields[0])) }),
        !onRemove && it.parts.length > 0 && button({ text: t('filter.addGroup'), kind: 'plain', small: true, onClick: () => add(group([condition(fields[0])], 'any')) })),
    );
  }

  draw();
  return element;
}
