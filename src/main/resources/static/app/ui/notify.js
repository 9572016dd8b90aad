import { t } from '../i18n.js';
import { button, iconButton } from './controls.js';
import { h } from './dom.js';

let region = null;

/**
 * A line at the foot of the screen that goes away; kind: info | success | error.
 * action {label, run} is for undo; an error stays until it is closed.
 */
export function notify(message, kind = 'info', { action } = {}) {
  region ??= document.body.appendChild(h('div', { class: 'toasts', 'aria-live': 'polite' }));
  const toast = h(
    'div',
    { class: `toast ${kind}`, role: kind === 'error' ? 'alert' : null },
    h('span', { text: message }),
  );
  const close = () => toast.remove();
  if (action) {
    const run = () => {
      close();
      action.run();
    };
    toast.append(button({ text: action.label, small: true, onClick: run }));
  }
  toast.append(iconButton({ icon: 'close', label: t('action.close'), small: true, onClick: close }));
  region.append(toast);
  while (region.children.length > 3) region.firstChild.remove();
  if (kind !== 'error') setTimeout(close, action ? 8000 : 4000);
  return close;
}

/** Asks before what cannot be undone; answers true or false. */
export function confirm({ title, text, yes, danger = false }) {
  return new Promise((resolve) => {
    const dialog = h('dialog', {
      class: 'dialog',
      'aria-label': title,
      on: { close: () => end(dialog.returnValue === 'yes') },
    });
    const end = (answer) => {
      dialog.remove();
      resolve(answer);
    };
    const actions = h(
      'div',
      { class: 'dialog-actions' },
      button({ text: t('action.cancel'), onClick: () => dialog.close('') }),
      button({ text: yes, kind: danger ? 'danger' : 'primary', onClick: () => dialog.close('yes') }),
    );
    dialog.append(h('div', { class: 'stack' }, h('h2', { text: title }), text && h('p', { text }), actions));
    document.body.append(dialog);
    dialog.showModal();
  });
}
