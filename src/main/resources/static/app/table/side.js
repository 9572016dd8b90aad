// What unfolds beside the rows: the filter, the choice of columns, the export. One at a time.

import { number, pick, t } from '../i18n.js';
import { button, check, h, iconButton, onPhone, show } from '../ui/index.js';
import { createFilter } from '../filter/filter.js';

/** @param on {onFilter(text), onColumns(names | null), conditions(), matched(), onClose()} */
export function createSide(app, layer, asked, { onFilter, onColumns, conditions, matched, onClose }) {
  const title = h('h3');
  const body = h('div', { class: 'table-side-body scroll' });
  const done = h('div', { class: 'table-side-done only-phone' });
  const element = h('aside', { class: 'table-side', hidden: true }, h('header', { class: 'row spread tight' }, title, iconButton({ icon: 'close', label: t('action.close'), small: true, onClick: close })), body, done);
  let opened = null;
  let filter = null;
  let exporting = null;

  const parts = {
    filter() {
      filter = createFilter(app, layer, { text: asked.filter, onChange: onFilter });
      return filter;
    },
    columns() {
      const fields = layer.fields ?? [];
      const chosen = new Set(asked.columns ?? fields.map((field) => field.name));
      return h('div', { class: 'stack' }, fields.map((field) => check(pick(field.alias) || field.name, { checked: chosen.has(field.name), name: field.name, onChange: (on) => {
        on ? chosen.add(field.name) : chosen.delete(field.name);
        const names = fields.map((it) => it.name).filter((name) => chosen.has(name));
        if (names.length > 0) onColumns(names.length === fields.length ? null : names);
      } })));
    },
    export() {
      const host = h('div');
      // Loaded when it is asked for: most readers only look.
      import('../data/export/export-panel.js').then(({ exportPanel }) => {
        if (opened === 'export') exporting = exportPanel(host, app, layer, { conditions, count: matched });
      });
      return host;
    },
  };

  function close() {
    exporting?.stop();
    show(body);
    [opened, filter, exporting] = [null, null, null];
    element.hidden = true;
    onClose();
  }

  const side = {
    element,
    get opened() {
      return opened;
    },
    open(which) {
      if (opened === which) return close();
      if (opened) close();
      opened = which;
      title.textContent = t(`table.${which}`);
      element.setAttribute('aria-label', title.textContent);
      element.hidden = false;
      show(body, parts[which]());
      side.refresh();
      if (!onPhone()) body.querySelector('button, input, select')?.focus({ preventScroll: true });
    },
    close,
    refuse: (problem) => filter?.refuse(problem),
    clearFilter() {
      if (filter) filter.value = '';
    },
    /** The count or the selection is another. */
    refresh() {
      exporting?.refresh();
      const count = matched();
      show(done, opened && button({ text: count == null ? t('action.close') : t('table.see', { count: number(count) }), kind: 'primary', wide: true, onClick: close }));
    },
  };
  return side;
}
