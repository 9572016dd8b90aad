import { area, date, dateTime, number, pick, t, unit } from '../i18n.js';
import { editFeature } from '../edit/edit.js';
import { button, freshId, h, icon } from '../ui/index.js';
import { swatch } from '../ui/controls.js';

/** A feature: its title and layer, unfolding to its properties with names, code labels and units. */
export function featureCard(app, feature, { open = false, onOpen, onZoom }) {
  const { layer } = feature;
  const body = h('div', { class: 'feature-body', id: freshId('feature'), hidden: !open });
  const head = h(
    'button',
    {
      type: 'button',
      class: 'feature-head',
      'aria-expanded': String(open),
      'aria-controls': body.id,
      on: { click: toggle },
    },
    h(
      'span',
      { class: 'grow' },
      h('strong', { text: feature.title || pick(layer.title) }),
      h('span', { class: 'fine', text: pick(layer.title) }),
    ),
    icon('down', 'small'),
  );
  body.append(
    factList(app, feature),
    h(
      'div',
      { class: 'row' },
      button({ text: t('identify.zoom'), icon: 'extent', small: true, onClick: onZoom }),
      layer.editable &&
        button({ text: t('edit.open'), icon: 'edit', small: true, onClick: () => editFeature(layer.id, feature.fid) }),
    ),
  );

  function toggle() {
    body.hidden = !body.hidden;
    head.setAttribute('aria-expanded', String(!body.hidden));
    if (!body.hidden) onOpen();
  }
  return h('article', { class: 'feature' }, head, body);
}

/** Names and values as a definition list; what is empty is left out. */
export function factList(app, { layer, properties }) {
  const rows = properties.filter(({ value }) => value !== null && value !== undefined && value !== '');
  return h(
    'dl',
    { class: 'facts' },
    rows.flatMap((property) => [
      h('dt', { text: pick(property.alias) || property.name }),
      h('dd', {}, shown(app, layer, property)),
    ]),
  );
}

function shown(app, layer, { name, value, label, unit: code }) {
  const field = layer.fields?.find((it) => it.name === name);
  if (label !== null && label !== undefined && String(label) !== String(value)) {
    const entry = field?.codes && app.layers.code(field.codes, String(value));
    if (!entry) return pick(label);
    const { color } = entry;
    return [color && swatch(color), color && ' ', pick(label), ' ', h('span', { class: 'fine', text: String(value) })];
  }
  if (typeof value === 'boolean') return t(value ? 'identify.yes' : 'identify.no');
  if (typeof value === 'number') return measured(value, code ?? field?.unit, field);
  if (field?.type === 'date' && /^\d{4}-\d\d-\d\d$/.test(value)) return date(value);
  if (field?.type === 'datetime') return dateTime(value);
  if (/^\+?\d[\d-]{5,}$/.test(value) && name.includes('phone')) return h('a', { href: `tel:${value}`, text: value });
  return String(value);
}

function measured(value, code, field) {
  if (code === 'm2' && value >= 10_000)
    return h('span', { class: 'number', title: `${number(value, 1)} ${unit('m2')}`, text: area(value) });
  const plain = field?.name?.includes('year') && !code ? String(value) : number(value, 2);
  return h('span', { class: 'number', text: code ? `${plain} ${unit(code)}` : plain });
}
