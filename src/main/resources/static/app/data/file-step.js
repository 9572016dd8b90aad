// Files by drop or by choice, sent with a progress that counts.

import { number, t } from '../i18n.js';
import { button, explain, h, icon, note, progress } from '../ui/index.js';

const PARTS = ['.zip', '.shp', '.shx', '.dbf', '.prj', '.cpg', '.geojson', '.json'];

export function fileStep(app, { onReport }) {
  const chooser = h('input', { type: 'file', multiple: true, accept: PARTS.join(','), class: 'visually-hidden', id: 'data-files', on: { change: () => send([...chooser.files]) } });
  const zone = h('label', { class: 'data-drop', htmlFor: 'data-files', on: { dragover: hover, dragenter: hover, dragleave: leave, drop } },
    icon('upload'),
    h('strong', { text: t('data.drop') }),
    h('span', { class: 'fine', text: t('data.dropHint') }));
  const said = h('div', { 'aria-live': 'polite' });
  const element = h('div', { class: 'stack' }, chooser, zone, said);
  let abort = null;

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
    send([...event.dataTransfer.files]);
  }

  async function send(files) {
    if (files.length === 0 || abort) return;
    const strange = files.find((file) => !PARTS.some((part) => file.name.toLowerCase().endsWith(part)));
    if (strange) return say(t('data.strange', { name: strange.name }));
    if (files.some((file) => file.size === 0)) return say(t('data.emptyFile', { name: files.find((file) => file.size === 0).name }));
    const form = new FormData();
    files.forEach((file) => form.append('file', file));
    const size = files.reduce((sum, file) => sum + file.size, 0);
    abort = new AbortController();
    const bar = progress(t('data.sending', { size: megabytes(size) }), { cancel: () => abort.abort() });
    said.replaceChildren(bar);
    zone.hidden = true;
    try {
      const share = (done) => bar.set(done < 1 ? done : 0, done < 1 ? 1 : 0, done < 1 ? t('data.sending', { size: megabytes(size) }) : t('data.reading'));
      onReport(await app.api.upload('/api/imports', form, { progress: share, signal: abort.signal }));
    } catch (failure) {
      if (failure.name === 'AbortError') said.replaceChildren(note(t('data.stopped'), 'info'));
      else {
        const { title, text } = explain(failure);
        say([failure.problem?.title ?? title, text].filter(Boolean).join(' '));
      }
    } finally {
      abort = null;
      zone.hidden = false;
      chooser.value = '';
    }
  }

  function say(text) {
    said.replaceChildren(h('div', { class: 'stack' }, note(text, 'error'), h('p', { class: 'fine', text: t('data.nothingKept') }),
      h('div', {}, button({ text: t('data.another'), icon: 'file', small: true, onClick: () => chooser.click() }))));
  }

  return { element, stop: () => abort?.abort() };
}

const megabytes = (bytes) => (bytes < 1e6 ? `${number(Math.max(1, bytes / 1e3))} KB` : `${number(bytes / 1e6, 1)} MB`);
