// The form that makes a layer of a checked file: a new layer, or a new version of one that is there.

import { pick, t } from '../i18n.js';
import { button, check, explain, field, h, input, note, segments, select } from '../ui/index.js';
import { readDraft, saveDraft } from './draft.js';
import { layerId, wrongIn } from './publication.js';

export function publishStep(app, imported, choice, { onBack, onJob }) {
  const { dataset } = choice;
  const known = app.layers.all();
  const kept = readDraft();
  const draft = {
    import: imported.id, mode: 'new', layer: layerId(dataset.name), existing: '', zh: dataset.name, en: '',
    department: app.session.user.department, style: '', visibility: 'staff', repair: true,
    ...(kept?.import === imported.id ? kept : {}),
  };
  const keep = (part) => {
    Object.assign(draft, part);
    saveDraft(draft);
  };
  const typed = (name, props = {}) => input({ value: draft[name], maxLength: 120, ...props, on: { input: (event) => keep({ [name]: event.target.value }) } });
  const chosen = (name, list) => select(list, { value: draft[name], onChange: (value) => keep({ [name]: value }) });

  const departments = app.layers.departments().filter((it) => app.session.has('administrator') || it.id === app.session.user.department);
  if (!departments.some((it) => it.id === draft.department)) keep({ department: departments[0]?.id ?? '' });
  const fields = {
    layer: field(t('data.layerId'), typed('layer', { maxLength: 48, spellcheck: false, autocapitalize: 'none' }), { hint: t('data.layerIdHint') }),
    zh: field(t('data.titleZh'), typed('zh')),
    en: field(t('data.titleEn'), typed('en')),
    department: field(t('data.department'), chosen('department', departments.map((it) => ({ value: it.id, text: pick(it.title) })))),
    style: field(t('data.style'), chosen('style', styles(known, dataset.geometry))),
    existing: field(t('data.existing'), chosen('existing', replaceable(app, known, dataset.geometry)), { hint: t('data.existingHint') }),
  };
  const visibility = segments(['public', 'staff', 'department'].map((value) => ({ value, text: t(`data.visibility.${value}`) })),
    { value: draft.visibility, label: t('data.visibility'), onChange: (value) => keep({ visibility: value }) });
  const fresh = h('div', { class: 'stack' }, fields.layer, h('div', { class: 'two' }, fields.zh, fields.en), h('div', { class: 'two' }, fields.department, fields.style),
    h('div', { class: 'field' }, h('span', { class: 'label', text: t('data.visibility') }), visibility));
  const modes = segments(['new', 'existing'].map((value) => ({ value, text: t(`data.mode.${value}`) })), { value: draft.mode, label: t('data.mode'), onChange: (value) => { keep({ mode: value }); show(); } });
  const said = h('div');
  const send = button({ text: t('data.publish'), kind: 'primary', type: 'submit' });
  const element = h('form', { class: 'stack', noValidate: true, on: { submit } }, modes, fresh, fields.existing,
    dataset.problemCount > 0 && check(t('data.repair'), { checked: draft.repair, onChange: (repair) => keep({ repair }) }),
    said, h('div', { class: 'row' }, send, button({ text: t('action.back'), onClick: onBack })));

  function show() {
    fresh.hidden = draft.mode !== 'new';
    fields.existing.hidden = draft.mode === 'new';
  }

  async function submit(event) {
    event.preventDefault();
    const wrong = wrongIn(draft, known);
    for (const [name, it] of Object.entries(fields)) it.wrong(wrong[name] ? t(wrong[name]) : null);
    const first = Object.keys(wrong)[0];
    if (first) return fields[first].querySelector('input, select').focus();
    send.disabled = true;
    said.replaceChildren();
    try {
      const { job } = await app.api.post(`/api/imports/${imported.id}/publication`, publication());
      onJob(typeof job === 'object' ? job.id : job);
    } catch (failure) {
      refuse(failure);
    } finally {
      send.disabled = false;
    }
  }

  function publication() {
    const old = draft.mode === 'existing' ? app.layers.get(draft.existing) : null;
    return {
      dataset: dataset.index,
      layer: old?.id ?? draft.layer,
      title: old?.title ?? { zh: draft.zh.trim(), en: draft.en.trim() || draft.zh.trim() },
      department: old?.department ?? draft.department,
      style: old?.style ?? (draft.style || null),
      visibility: old?.visibility ?? draft.visibility,
      encoding: choice.encoding ?? dataset.encoding?.name ?? null,
      crs: choice.crs ?? dataset.crs?.code ?? null,
      repair: draft.repair,
    };
  }

  function refuse(failure) {
    const { title, text } = explain(failure);
    const at = { 'title.zh': 'zh', 'title.en': 'en', title: 'zh' }[failure.problem?.parameter] ?? failure.problem?.parameter;
    if (fields[at] && !fields[at].closest('[hidden]')) {
      fields[at].wrong(text);
      fields[at].querySelector('input, select').focus();
    } else said.replaceChildren(note([title, text].filter(Boolean).join(' '), 'error'));
  }

  show();
  return { element, focus: () => fields.layer.querySelector('input').focus() };
}

/** Styles of layers with the same geometry, under their layers' titles; first of all the plain one. */
function styles(known, geometry) {
  const fitting = known.filter((layer) => layer.geometry === geometry && layer.style);
  const seen = new Map(fitting.map((layer) => [layer.style, pick(layer.title)]));
  return [{ value: '', text: t('data.styleDefault') }, ...[...seen].map(([value, text]) => ({ value, text: t('data.styleOf', { layer: text }) }))];
}

function replaceable(app, known, geometry) {
  const own = known.filter((layer) => layer.geometry === geometry && (app.session.has('administrator') || layer.department === app.session.user.department));
  return [{ value: '', text: t('data.chooseLayer') }, ...own.map((layer) => ({ value: layer.id, text: `${pick(layer.title)} (${layer.id})` }))];
}
