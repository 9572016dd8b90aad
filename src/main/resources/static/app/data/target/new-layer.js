// What a new layer is called, whose it is, how it looks and who may see it.

import { pick, t } from '../../i18n.js';
import { field, h, input, segments, select } from '../../ui/index.js';

/** @returns {element, fields by name} */
export function newLayer(app, draft, dataset) {
  const { values, keep } = draft;
  const known = app.layers.all();
  const typed = (name, props = {}) => input({ value: values[name], maxLength: 120, ...props, on: { input: (event) => keep({ [name]: event.target.value }) } });
  const chosen = (name, list) => select(list, { value: values[name], onChange: (value) => keep({ [name]: value }) });
  const departments = app.layers.departments().filter((it) => app.session.has('administrator') || it.id === app.session.user.department);
  if (!departments.some((it) => it.id === values.department)) keep({ department: departments[0]?.id ?? '' });

  const fields = {
    layer: field(t('data.layerId'), typed('layer', { maxLength: 48, spellcheck: false, autocapitalize: 'none', name: 'layer' }), { hint: t('data.layerIdHint') }),
    zh: field(t('data.titleZh'), typed('zh')),
    en: field(t('data.titleEn'), typed('en')),
    department: field(t('data.department'), chosen('department', departments.map((it) => ({ value: it.id, text: pick(it.title) })))),
    style: field(t('data.style'), chosen('style', styles(known, dataset.geometry))),
  };
  const visibility = segments(['public', 'staff', 'department'].map((value) => ({ value, text: t(`data.visibility.${value}`) })),
    { value: values.visibility, label: t('data.visibility'), onChange: (value) => keep({ visibility: value }) });
  const element = h('div', { class: 'stack' }, fields.layer, h('div', { class: 'two' }, fields.zh, fields.en), h('div', { class: 'two' }, fields.department, fields.style),
    h('div', { class: 'field' }, h('span', { class: 'label', text: t('data.visibility') }), visibility));
  return { element, fields };
}

/** Styles of layers with the same geometry, under their layers' titles; first of all the plain one. */
function styles(known, geometry) {
  const fitting = known.filter((layer) => layer.geometry === geometry && layer.style);
  const seen = new Map(fitting.map((layer) => [layer.style, pick(layer.title)]));
  return [{ value: '', text: t('data.styleDefault') }, ...[...seen].map(([value, text]) => ({ value, text: t('data.styleOf', { layer: text }) }))];
}
