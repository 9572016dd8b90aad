// Editing one feature: a card over the map with its values, its shape and its history.

import { onLang, pick, t } from '../i18n.js';
import { append, confirm, failed, h, iconButton, onPhone, show, skeleton } from '../ui/index.js';
import { createEditor } from './editor.js';
import { readFeature } from './feature-store.js';
import './texts.js';

let editing = null;

/** Opens the form for a feature of a layer that the user may edit. */
export const editFeature = (layer, fid) => editing?.open(layer, fid);

/** Opens an empty form. */
export const newFeature = (layer) => editing?.open(layer, null);

export function createEditing(app, stage) {
  const title = h('h2');
  const closer = h('span');
  const body = h('div', { class: 'edit-body scroll' });
  const card = h('section', { class: 'float-card identify-card edit-card', hidden: true, tabIndex: -1 },
    h('header', { class: 'float-head' }, title, closer), body);
  let editor = null;
  let opener = null;
  append(stage, card);

  // While a form is open a click on the map belongs to it.
  app.map.onClick(() => editor !== null);
  app.float.on((who) => who !== 'edit' && editor && !editor.dirty() && end());
  app.session.onChange(() => end());
  onLang(() => editor && editor.redraw());
  window.addEventListener('beforeunload', (event) => editor?.dirty() && event.preventDefault());
  card.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      // The same key would close the question again.
      event.preventDefault();
      close();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) editor?.save();
  });

  async function open(id, fid) {
    const layer = app.layers.get(id);
    if (!layer || !(await mayLeave())) return;
    end();
    opener = document.activeElement;
    app.float.emit('edit');
    card.hidden = false;
    stage.classList.add('has-card');
    app.layers.set(id, { visible: true });
    if (onPhone()) app.panel.height('peek');
    head(fid === null ? t('edit.title.new', { layer: pick(layer.title) }) : t('edit.open'));
    show(body, skeleton(6));
    try {
      const state = fid === null ? blank() : await readFeature(app, layer, fid);
      editor = createEditor(app, layer, state, { head, body, onEnd: ended });
      editor.focus();
    } catch (failure) {
      show(body, failed(failure, () => open(id, fid)));
    }
  }

  function head(text) {
    title.textContent = text;
    card.setAttribute('aria-label', text);
    show(closer, iconButton({ icon: 'close', label: t('action.close'), small: true, onClick: close }));
  }

  async function mayLeave() {
    return !editor?.dirty() || confirm({ title: t('edit.discard.title'), text: t('edit.discard.text'), yes: t('edit.discard.yes'), danger: true });
  }

  async function close() {
    if (!(await mayLeave())) return;
    end();
    opener?.focus?.();
  }

  function end() {
    editor?.stop();
    editor = null;
    card.hidden = true;
    stage.classList.remove('has-card');
    show(body);
  }

  /** After saving: what is there now, told by the card that tells of features; nothing after a deletion. */
  async function ended(layer, fid, place) {
    end();
    await app.map.refreshLayer(layer.id);
    if (fid !== null && place) app.identify({ lon: place[0], lat: place[1], fid, only: [layer.id] });
  }

  editing = { open };
  return editing;
}

const blank = () => ({ fid: null, etag: null, values: {}, geometry: null });
