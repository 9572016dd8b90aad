// Where the data go: a new layer, or one that stands already, which they extend, replace or renew by key.

import { number, pick, t } from '../../i18n.js';
import { button, explain, field, h, iconButton, note, select, show, textarea } from '../../ui/index.js';
import { layerId, MODES, POLICIES, publicationOf, wrongIn } from '../publication.js';
import { choices } from './choices.js';
import { mappingPart } from './mapping.js';
import { newLayer } from './new-layer.js';

export function targetStep(app, imported, draft, { dataset, choice }, { onBack, onJob }) {
  const known = app.layers.all();
  const { values, keep } = draft;
  const first = { mode: 'create', layer: layerId(dataset.name), existing: choice.layer ?? '', key: '', zh: dataset.name, en: '', department: app.session.user.department, style: '', visibility: 'staff', faulty: 'repair', note: '' };
  keep(Object.fromEntries(Object.entries(first).filter(([name]) => values[name] === undefined)));
  if (choice.layer && draft.values.mode === 'create' && !values.modeChosen) keep({ mode: 'replace' });

  const fresh = newLayer(app, draft, dataset);
  const layers = replaceable(app, known, dataset.geometry);
  const mapped = h('div');
  const existing = field(t('data.existing'), select([{ value: '', text: t('data.chooseLayer') }, ...layers.map((layer) => ({ value: layer.id, text: `${pick(layer.title)} (${layer.id})` }))],
    { value: values.existing, name: 'existing', onChange: (value) => { keep({ existing: value, key: '' }); show(said); draw(); } }), { hint: t('data.existingHint') });
  const keys = select([], { name: 'key', onChange: (value) => keep({ key: value }) });
  const key = field(t('data.key'), keys, { hint: t('data.keyHint') });
  const fields = { ...fresh.fields, existing, key };
  const said = h('div');
  const review = button({ text: t('data.review'), kind: 'primary', type: 'submit' });
  const direct = button({ text: t('data.publishNow'), onClick: () => send(false) });
  let mapping = null;

  const element = h('form', { class: 'stack loose', noValidate: true, on: { submit: (event) => { event.preventDefault(); send(true); } } },
    choices(t('data.mode'), MODES.map((value) => ({ value, title: t(`data.mode.${value}`), text: t(`data.mode.${value}.text`) })), { value: values.mode, onChange: (value) => { keep({ mode: value, modeChosen: true }); draw(); } }),
    fresh.element, existing, key, mapped,
    (dataset.faultyRows > 0 || dataset.faults > 0) && choices(t('data.policy', { n: number(dataset.faultyRows) }), POLICIES.map((value) => ({ value, title: t(`data.policy.${value}`), text: t(`data.policy.${value}.text`) })), { value: values.faulty, onChange: (value) => keep({ faulty: value }) }),
    field(t('data.note'), textarea({ value: values.note, maxLength: 500, rows: 2, on: { input: (event) => keep({ note: event.target.value }) } }), { hint: t('data.noteHint') }),
    said,
    h('div', { class: 'row data-foot' }, iconButton({ icon: 'left', label: t('action.back'), onClick: onBack }), review, direct));

  function draw() {
    const old = values.mode === 'create' ? null : app.layers.get(values.existing);
    fresh.element.hidden = values.mode !== 'create';
    existing.hidden = values.mode === 'create';
    key.hidden = values.mode !== 'upsert' || !old;
    mapped.hidden = !old;
    if (!old) return close();
    drawKeys(old, old.key);
    if (mapping?.layer === old.id) return;
    close();
    const part = mappingPart(app, imported, dataset, draft, old, { onMapping: (answer) => drawKeys(old, answer.key ?? old.key) });
    mapping = { layer: old.id, stop: part.stop };
    show(mapped, part.element);
  }

  function drawKeys(old, suggested) {
    if (!values.key && suggested) keep({ key: suggested });
    show(keys, [{ name: '', alias: t('data.chooseKey') }, ...(old.fields ?? [])].map((it) => h('option', { value: it.name, text: it.name ? `${pick(it.alias) || it.name} (${it.name})` : it.alias })));
    keys.value = values.key;
  }

  function close() {
    mapping?.stop();
    mapping = null;
    show(mapped);
  }

  async function send(toReview) {
    const wrong = wrongIn(values, known);
    for (const [name, it] of Object.entries(fields)) it.wrong(wrong[name] ? t(wrong[name]) : null);
    const at = Object.keys(wrong)[0];
    if (at) return fields[at].querySelector('input, select').focus();
    review.disabled = direct.disabled = true;
    show(said);
    try {
      const old = values.mode === 'create' ? null : app.layers.get(values.existing);
      const { job } = await app.api.post(`/api/imports/${encodeURIComponent(imported.id)}/publication`, publicationOf(values, dataset, choice, old, toReview));
      onJob(job.id ?? job);
    } catch (failure) {
      refuse(failure);
    } finally {
      review.disabled = direct.disabled = false;
    }
  }

  function refuse(failure) {
    const { title, text } = explain(failure);
    const parameter = failure.problem?.parameter;
    const at = { 'title.zh': 'zh', 'title.en': 'en', title: 'zh' }[parameter] ?? (parameter === 'layer' && values.mode !== 'create' ? 'existing' : parameter);
    if (fields[at] && !fields[at].closest('[hidden]')) {
      fields[at].wrong(text);
      fields[at].querySelector('input, select').focus();
    } else show(said, note([title, text].filter(Boolean).join(' '), 'error'));
  }

  draw();
  return { element, stop: close };
}

/** The layers that this person may renew with shapes of this kind. */
function replaceable(app, known, geometry) {
  return known.filter((layer) => (layer.geometry === geometry || layer.geometry === 'mixed') && (app.session.has('administrator') || layer.department === app.session.user.department));
}
