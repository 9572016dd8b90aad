import { api } from '../api.js';
import { pick, t } from '../i18n.js';
import { quietly } from '../signal.js';
import { button, confirm, field, h, input, notify, segments, select, show } from '../ui/index.js';
import { deriveForm } from './derive-form.js';
import { refusal, report } from './report.js';
import * as remote from './remote.js';
import { rulesForm } from './rules-form.js';
import { parseSheet } from './sheet.js';
import { sourceView } from './source-view.js';
import './texts.js';

/** How a layer is drawn: chosen, changed with the map as its preview, made from a field, saved. */
export function styleEditor(host, app, layer) {
  const state = { styles: [], standard: null, id: null, text: '', dirty: false };
  const run = api.latest();
  const tryLater = quietly(tryOut, 350);
  const places = { choice: h('div'), said: h('div', { 'aria-live': 'polite' }), foot: h('div', { class: 'stack' }) };
  const parts = { rules: h('div'), field: h('div', { hidden: true }), source: h('div', { hidden: true }) };
  const forms = {
    rules: rulesForm(parts.rules, layer, (text) => change(text, 'rules')),
    field: deriveForm(parts.field, layer, ({ sld }) => change(sld, 'field')),
    source: sourceView(parts.source, (text) => change(text, 'source')),
  };
  let part = 'rules';
  let stopped = false;

  show(
    host,
    h(
      'section',
      { class: 'stack style-editor', 'aria-label': t('layers.style') },
      places.choice,
      segments(['rules', 'field', 'source'].map((value) => ({ value, text: t(`style.part.${value}`) })), { value: part, label: t('layers.style'), onChange: turn }),
      ...Object.values(parts),
      places.said,
      places.foot,
    ),
  );

  async function begin(id = null) {
    try {
      const list = await remote.listStyles(layer.id);
      if (stopped) return;
      Object.assign(state, { styles: list.styles, standard: list.default });
      await choose(id ?? list.default);
    } catch (failure) {
      show(places.said, refusal(failure));
    }
  }

  async function choose(id) {
    const text = await remote.readStyle(id);
    if (stopped) return;
    Object.assign(state, { id, text, dirty: false });
    drawChoice();
    drawFoot();
    take(text);
    await tryOut();
  }

  function turn(next) {
    part = next;
    for (const [name, element] of Object.entries(parts)) element.hidden = name !== part;
    if (part === 'field') forms.field.open();
  }

  function drawChoice() {
    const options = state.styles.map((it) => ({ value: it.id, text: it.id === state.standard ? `${t('style.default')} · ${pick(it.title)}` : `${it.id} · ${pick(it.title)}` }));
    const file = h('input', { type: 'file', accept: '.sld,.xml', class: 'visually-hidden', tabIndex: -1, on: { change: () => upload(file.files[0]) } });
    show(places.choice, h('div', { class: 'stack' }, field(t('style.choose'), select(options, { value: state.id, name: 'style', onChange: choose })), button({ text: t('style.upload'), icon: 'upload', small: true, onClick: () => file.click() }), file));
  }

  async function upload(file) {
    if (!file) return;
    change(await file.text(), 'upload');
  }

  /** A new text, from one of the forms: the others follow, the map shows it. */
  function change(text, from) {
    Object.assign(state, { text, dirty: true });
    take(text, from);
    drawFoot();
    tryLater();
  }

  function take(text, from) {
    if (from !== 'source') forms.source.set(text);
    if (from === 'rules') return;
    try {
      forms.rules.draw(parseSheet(text));
    } catch {
      // What is no XML the server tells with its line.
    }
  }

  async function tryOut() {
    try {
      const found = await run((signal) => remote.tryStyle(layer.id, state.text, signal));
      if (!found || stopped) return;
      forms.source.mark(null);
      app.layers.preview(layer.id, state.dirty ? found.style : state.id === state.standard ? null : found.style);
      report(places.said, { found, dirty: state.dirty, goTo });
    } catch (failure) {
      const line = Number(/line=(\d+)/.exec(failure.problem?.errors?.[0]?.pointer ?? '')?.[1]) || null;
      forms.source.mark(line);
      show(places.said, refusal(failure), line && button({ text: t('style.line', { line }), small: true, onClick: () => goTo(line) }));
    }
  }

  function goTo(line) {
    host.querySelector('[data-value="source"]').click();
    forms.source.mark(line, true);
  }

  function drawFoot() {
    const chosen = state.styles.find((it) => it.id === state.id);
    const saved = chosen?.source === 'saved';
    const box = input({ value: free(), name: 'style-id', spellcheck: false });
    const id = field(t('style.newId'), box, { hint: t('style.newId.hint') });
    show(
      places.foot,
      !saved && h('p', { class: 'fine', text: t('style.fromFile') }),
      id,
      h(
        'div',
        { class: 'row' },
        saved && state.dirty && button({ text: t('style.save'), kind: 'primary', small: true, onClick: () => keep(() => remote.replaceStyle(state.id, state.text, chosen.etag), state.id) }),
        button({ text: t('style.saveAs'), small: true, onClick: () => keep(() => remote.addStyle(layer.id, box.value, state.text), box.value, id) }),
        !state.dirty && state.id !== state.standard && button({ text: t('style.setDefault'), small: true, onClick: makeDefault }),
        saved && state.id !== state.standard && button({ text: t('style.delete'), kind: 'danger', small: true, onClick: remove }),
      ),
    );
  }

  /** An id that no style of the layer has. */
  function free() {
    const taken = new Set(state.styles.map((it) => it.id));
    for (let n = 1; ; n++) {
      const id = `${layer.id.replaceAll(/[^a-z0-9_-]/g, '-')}-${n}`;
      if (!taken.has(id)) return id;
    }
  }

  async function keep(save, id, wrong) {
    try {
      await save();
      app.layers.forgetStyle(id);
      if (id === state.standard) await app.layers.restyled(layer.id);
      notify(t('style.saved.note'), 'success');
      await begin(id);
    } catch (failure) {
      wrong?.wrong(failure.status === 409 || failure.problem?.parameter === 'style' ? failure.message : null);
      show(places.said, refusal(failure));
    }
  }

  async function makeDefault() {
    try {
      await remote.chooseStyle(layer.id, state.id);
      app.layers.preview(layer.id, null);
      await app.layers.restyled(layer.id);
      notify(t('style.default.note'), 'success');
      await begin(state.id);
    } catch (failure) {
      show(places.said, refusal(failure));
    }
  }

  async function remove() {
    const { id } = state;
    if (!(await confirm({ title: t('style.delete.title', { id }), text: t('style.delete.text'), yes: t('style.delete'), danger: true }))) return;
    try {
      await remote.deleteStyle(id);
      notify(t('style.deleted.note'));
      await begin();
    } catch (failure) {
      show(places.said, refusal(failure));
    }
  }

  function stop() {
    stopped = true;
    run.abort();
    forms.field.stop();
    app.layers.preview(layer.id, null);
  }

  begin();
  return { stop };
}
