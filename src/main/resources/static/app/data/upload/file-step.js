// Files by drop or by choice; what was begun before and not finished; the way to the check.

import { t } from '../../i18n.js';
import { button, explain, h, icon, note, show } from '../../ui/index.js';
import { KINDS, wrongWith } from './files.js';
import { remembered } from './remembered.js';
import { running, startSending } from './sending.js';
import { sendingView } from './sending-view.js';
import { unfinished } from './unfinished.js';

export function fileStep(app, { onImport }) {
  const chooser = h('input', { type: 'file', multiple: true, accept: KINDS.join(','), class: 'visually-hidden', id: 'data-files', on: { change: () => take([...chooser.files]) } });
  const zone = h('label', { class: 'data-drop', htmlFor: 'data-files', on: { dragover: hover, dragenter: hover, dragleave: leave, drop } },
    icon('upload'),
    h('strong', { text: t('data.drop') }),
    h('span', { class: 'fine', text: t('data.dropHint') }));
  const said = h('div', { 'aria-live': 'polite' });
  const waiting = h('div');
  const element = h('div', { class: 'stack' }, chooser, zone, said, waiting);
  let view = null;

  function hover(event) {
    event.preventDefault();
    zone.classList.add('is-over');
  }

  function leave() {
    zone.classList.remove('is-over');
  }

  function drop(event) {
    event.preventDefault();
    leave();
    take([...event.dataTransfer.files]);
  }

  function take(files) {
    if (files.length === 0 || running()) return;
    const wrong = wrongWith(files);
    // An empty .cpg says nothing, so it stays behind.
    if (wrong) say(t(wrong.key, { name: wrong.name }));
    else follow(startSending(app, files.filter((file) => file.size > 0)));
    chooser.value = '';
  }

  function follow(sending) {
    view = sendingView(sending, { onEnd: end });
    zone.hidden = chooser.disabled = true;
    show(waiting);
    show(said, view.element);
  }

  function end({ phase, imported, failure }) {
    view?.stop();
    view = null;
    zone.hidden = chooser.disabled = false;
    if (phase === 'done') return onImport(imported);
    if (phase === 'cancelled') show(said, note(t('data.stopped'), 'info'));
    else {
      const { title, text } = explain(failure);
      say([title, text].filter(Boolean).join(' '));
    }
    offer();
  }

  function say(text) {
    show(said, h('div', { class: 'stack' }, note(text, 'error'), h('p', { class: 'fine', text: t('data.nothingKept') }),
      h('div', {}, button({ text: t('data.another'), icon: 'file', small: true, onClick: () => chooser.click() }))));
  }

  function offer() {
    show(waiting, unfinished(app, remembered.list(), { onChoose: () => chooser.click(), onChange: offer }));
  }

  if (running()) follow(running());
  else offer();
  return { element, stop: () => view?.stop() };
}
