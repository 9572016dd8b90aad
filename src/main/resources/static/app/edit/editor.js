// The form of one feature: what may be done with it and what comes of it.

import { pick, t } from '../i18n.js';
import { boxOf } from '../map/lonlat.js';
import { button, confirm, explain, h, note, show } from '../ui/index.js';
import { conflictView } from './conflict.js';
import { addFeature, changeFeature, deleteFeature, readFeature } from './feature-store.js';
import { changedFields, createForm, faultsOf, missingFields } from './form.js';
import { historyView, newestChange, restore } from './history.js';
import { createShape } from './shape.js';

/** state: what was read, {fid, etag, values, geometry}; fid null for a new feature. onEnd(layer, fid, [lon, lat]) when it is done. */
export function createEditor(app, layer, state, { head, body, onEnd }) {
  const former = app.map.overlay('edit-former');
  const mine = { values: { ...state.values }, geometry: state.geometry };
  const isNew = state.fid === null;
  const placed = layer.geometry !== 'none';
  let form = null;
  let shape = null;
  let message = null;
  let save = null;

  const values = () => changedFields(layer, state.values, mine.values);
  const isMoved = () => JSON.stringify(mine.geometry) !== JSON.stringify(state.geometry);
  const dirty = () => Object.keys(values()).length > 0 || isMoved();
  const name = () => mine.values[layer.label?.[app.lang]] || mine.values[layer.label?.zh] || `${pick(layer.title)} ${state.fid}`;

  function redraw() {
    shape?.stop();
    head(isNew ? t('edit.title.new', { layer: pick(layer.title) }) : t('edit.title', { name: name() }));
    form = createForm(app, layer, mine.values, renew);
    shape = placed ? createShape(app, layer, mine, renew) : null;
    message = h('div', { 'aria-live': 'polite' });
    save = button({ text: t('action.save'), kind: 'primary', type: 'submit' });
    const history = isNew ? null : historyView(app, layer, state.fid, { onRestore: takeBack, onShow: showFormer });
    show(body, h('form', { class: 'stack', noValidate: true, on: { submit: (event) => { event.preventDefault(); send(); } } },
      shape?.element, h('h3', { text: t('edit.form') }), form.element, message,
      h('div', { class: 'row edit-actions' }, save, !isNew && button({ text: t('action.delete'), icon: 'trash', kind: 'danger', onClick: remove })),
      history, h('p', { class: 'fine', text: t('edit.import') })));
    renew();
  }

  function renew() {
    save.disabled = !dirty();
    save.title = save.disabled ? t('edit.unchanged') : '';
  }

  async function send() {
    if (save.disabled) return;
    const changed = values();
    const missing = missingFields(layer, mine.values, isNew ? null : changed);
    form.wrong(missing);
    if (placed && !mine.geometry && isNew) return shape.fail(t('edit.shape.needs'));
    if (Object.keys(missing).length > 0) return;
    await busy(async () => {
      const fid = isNew ? await addFeature(app, layer, changed, mine.geometry) : state.fid;
      if (!isNew) await changeFeature(app, layer, state, changed, isMoved() ? mine.geometry : undefined);
      const last = isNew ? null : await newestChange(app, layer, fid);
      app.notify(t(isNew ? 'edit.created' : 'edit.saved'), 'success', last ? undo(fid, last.number) : undefined);
      onEnd(layer, fid, middleOf(mine.geometry));
    });
  }

  async function remove() {
    const sure = await confirm({ title: t('edit.delete.title'), text: t('edit.delete.text', { name: name(), layer: pick(layer.title) }), yes: t('action.delete'), danger: true });
    if (!sure) return;
    await busy(async () => {
      await deleteFeature(app, layer, state);
      const last = await newestChange(app, layer, state.fid);
      app.notify(t('edit.deleted'), 'success', last ? undo(state.fid, last.number) : undefined);
      onEnd(layer, null, null);
    });
  }

  const takeBack = (number) =>
    busy(async () => {
      await restore(app, layer, state.fid, number, state.etag);
      app.notify(t('edit.restored'), 'success');
      take(await readFeature(app, layer, state.fid));
      await app.map.refreshLayer(layer.id);
    });

  const undo = (fid, number) => ({
    action: {
      label: t('action.undo'),
      run: async () => {
        try {
          await restore(app, layer, fid, number, null);
          app.notify(t('edit.restored'), 'success');
        } catch (failure) {
          app.notify(explain(failure).text ?? explain(failure).title, 'error');
        }
        await app.map.refreshLayer(layer.id);
      },
    },
  });

  /** Runs what asks the server; the form waits, and tells what was refused. */
  async function busy(work) {
    body.setAttribute('aria-busy', 'true');
    save.disabled = true;
    show(message);
    try {
      await work();
    } catch (failure) {
      await refused(failure);
    } finally {
      body.removeAttribute('aria-busy');
      if (save.isConnected) renew();
    }
  }

  async function refused(failure) {
    if (failure.name !== 'ApiProblem') console.error(failure);
    if (failure.status === 412) return conflict();
    if (failure.status === 404 && !isNew) return show(message, note(t('edit.gone'), 'error'));
    const faults = faultsOf(failure.problem);
    const count = Object.keys(faults.fields).length + (faults.shape ? 1 : 0);
    const { title, text } = explain(failure);
    show(message, note(count > 0 ? [t('edit.faults', { n: count }), ...faults.others].join(' ') : t('edit.notSaved', { why: text ?? title }), 'error'));
    shape?.fail(faults.shape);
    form.wrong(faults.fields);
  }

  async function conflict() {
    let theirs;
    try {
      theirs = await readFeature(app, layer, state.fid);
    } catch {
      return show(message, note(t('edit.gone'), 'error'));
    }
    const before = { values: { ...state.values }, geometry: state.geometry };
    const view = conflictView(app, layer, { before, theirs, mine, last: await newestChange(app, layer, state.fid) }, {
      onTheirs: () => take(theirs),
      onMine: () => { keepMine(theirs); send(); },
    });
    show(message, view);
    view.focusIn();
  }

  /** My changes on top of what is stored now; what I left alone is theirs. */
  function keepMine(theirs) {
    const changed = values();
    const moved = isMoved();
    Object.assign(state, theirs);
    Object.assign(mine.values, theirs.values, changed);
    if (!moved) mine.geometry = theirs.geometry;
    redraw();
  }

  function take(next) {
    Object.assign(state, next);
    mine.values = { ...next.values };
    mine.geometry = next.geometry;
    former.clear();
    redraw();
  }

  function showFormer(geometry) {
    former.setFeatures({ type: 'Feature', id: 'former', properties: {}, geometry }, { style: () => ({ color: '#8f4700', fill: 'transparent', width: 2, dash: '6 4', size: 18 }) });
    const box = boxOf(geometry);
    if (box) app.map.fitBox(box, { maxZoom: 18 });
  }

  redraw();
  shape?.zoom();
  if (isNew && placed) shape.draw();
  return {
    redraw,
    dirty,
    save: send,
    focus: () => !isNew && form.focus(),
    stop() {
      app.map.cancelDraw();
      shape?.stop();
      former.clear();
    },
  };
}

/** Where a click would find it: its first position for points and lines, the middle of its box for areas. */
function middleOf(geometry) {
  if (!geometry) return null;
  if (!geometry.type.includes('Polygon')) return geometry.coordinates.flat(Infinity).slice(0, 2);
  const [west, south, east, north] = boxOf(geometry);
  return [(west + east) / 2, (south + north) / 2];
}
