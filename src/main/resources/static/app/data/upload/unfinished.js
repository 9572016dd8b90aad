// What was begun and not finished: the same files go on where they stopped.

import { number, t } from '../../i18n.js';
import { button, h, iconButton } from '../../ui/index.js';
import { bytes } from './files.js';
import { remembered } from './remembered.js';

/** @returns a list, or null when nothing waits */
export function unfinished(app, uploads, { onChoose, onChange }) {
  if (uploads.length === 0) return null;

  async function forget(upload) {
    remembered.drop(upload.id);
    onChange();
    // Where the server has swept it already there is nothing to give up.
    await app.api.delete(`/api/uploads/${encodeURIComponent(upload.id)}`).catch((failure) => console.warn(failure));
  }

  const line = (upload) => h('li', { class: 'row tight' },
    h('span', { class: 'grow' },
      h('strong', { class: 'data-name', text: upload.names.join(', ') }),
      h('span', { class: 'fine number', text: t('data.sentShare', { size: bytes(upload.size), n: number(Math.floor((100 * upload.received) / upload.size)) }) })),
    iconButton({ icon: 'trash', label: t('data.forget'), small: true, onClick: () => forget(upload) }));
  return h('section', { class: 'stack data-waiting', 'aria-label': t('data.unfinished') },
    h('h3', { text: t('data.unfinished') }),
    h('p', { class: 'fine', text: t('data.unfinishedHint') }),
    h('ul', { class: 'data-lines' }, uploads.map(line)),
    h('div', {}, button({ text: t('data.chooseAgain'), icon: 'file', small: true, onClick: onChoose })));
}
