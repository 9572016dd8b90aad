// The grid with its states, and under it where in the whole one stands.

import { number, t } from '../i18n.js';
import { button, empty, failed, h, iconButton, show, skeleton } from '../ui/index.js';

/** Milliseconds after which there is something to see, and after which one may give up. */
const SEEN = 100;
const SLOW = 3000;

/** @param on {onTurn(step), onCancel(), onRetry(), onWiden()} */
export function createBody({ grid, selection, onTurn, onCancel, onRetry, onWiden }) {
  const veil = h('div', { class: 'table-veil', hidden: true, role: 'status' });
  const state = h('div', { class: 'table-state scroll' });
  const rows = h('div', { class: 'table-rows scroll' });
  const foot = h('div', { class: 'table-foot row' });
  const element = h('div', { class: 'table-main' }, veil, rows, state, foot);
  let page = null;
  let timers = [];

  function rest() {
    timers.forEach(clearTimeout);
    timers = [];
    veil.hidden = true;
    element.removeAttribute('aria-busy');
  }

  function see(which) {
    rows.hidden = which !== rows;
    state.hidden = which !== state;
  }

  function tell() {
    if (!page) return show(foot);
    const last = page.first + page.rows.length - 1;
    const back = iconButton({ icon: 'left', label: t('table.previous'), small: true, onClick: () => onTurn(-1), disabled: !page.hasPrevious });
    const on = iconButton({ icon: 'right', label: t('table.next'), small: true, onClick: () => onTurn(1), disabled: !page.next });
    const elsewhere = selection.all().filter((fid) => !page.rows.some((row) => row.fid === fid)).length;
    show(
      foot,
      back,
      h('span', { class: 'number', text: page.matched === null ? t('table.rows', { first: number(page.first), last: number(last) }) : t('table.range', { first: number(page.first), last: number(last), count: number(page.matched) }) }),
      on,
      selection.size > 0 && h('span', { class: 'badge number', text: t('table.chosen', { count: number(selection.size) }) }),
      elsewhere > 0 && h('span', { class: 'fine number', text: t('table.onOther', { count: number(elsewhere) }) }),
      selection.size > 0 && button({ text: t('table.unselect'), kind: 'plain', small: true, onClick: () => selection.clear() }),
    );
  }

  return {
    element,
    /** A page has been asked for. */
    wait() {
      rest();
      element.setAttribute('aria-busy', 'true');
      timers = [
        setTimeout(() => {
          if (page) show(veil, h('span', { text: t('state.loading') }));
          else {
            show(state, skeleton(8));
            see(state);
          }
          veil.hidden = page === null;
        }, SEEN),
        setTimeout(() => {
          veil.hidden = false;
          show(veil, h('span', { text: t('table.slow') }), button({ text: t('action.cancel'), small: true, onClick: () => {
            onCancel();
            rest();
            if (!page) {
              show(state, empty({ icon: 'table', title: t('table.cancelled'), action: button({ text: t('action.retry'), icon: 'refresh', onClick: onRetry }) }));
              see(state);
            }
          } }));
        }, SLOW),
      ];
    },
    page(next) {
      rest();
      page = next;
      if (grid.element.parentElement !== rows) rows.append(grid.element);
      if (page.rows.length === 0) {
        show(state, empty({ icon: 'filter', title: t('state.norows'), text: t('table.none'), action: button({ text: t('table.widen'), onClick: onWiden }) }));
        see(state);
        return show(foot);
      }
      see(rows);
      rows.scrollTop = 0;
      tell();
    },
    failed(failure) {
      rest();
      page = null;
      show(state, failed(failure, onRetry));
      see(state);
      show(foot);
    },
    tell,
  };
}
