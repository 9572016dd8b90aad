import { number, t } from '../i18n.js';
import { button, h, note, show } from '../ui/index.js';

/** Tiles carry every field from here on, before that only those that a saved style looks at. */
const ALL_FIELDS = 15;

/** What is to know of a style that is tried out: what is not drawn, with its lines, and which fields are not there. */
export function report(host, { app, layer, found, dirty, goTo }) {
  const { unsupported, unknownFields } = found;
  const missing = app.map.view().zoom < ALL_FIELDS && layer.geometry !== 'point' ? [...fieldsOf(found.style)].filter((it) => !carried(app, layer, it)) : [];
  show(
    host,
    dirty && h('p', { class: 'fine', text: t('style.preview') }),
    missing.length > 0 && h('div', { class: 'stack' }, note(t('style.zoomIn', { fields: missing.join(', ') })), button({ text: t('layers.zoomto'), small: true, onClick: () => closer(app) })),
    unknownFields.length > 0 && note(t('style.unknownFields', { fields: unknownFields.join(', ') }), 'warning'),
    unsupported.length > 0 &&
      h(
        'div',
        { class: 'stack' },
        note(t('style.unsupported', { count: number(unsupported.length) }), 'warning'),
        h(
          'ul',
          { class: 'style-unsupported' },
          unsupported.slice(0, 50).map(({ line, what }) => h('li', {}, button({ text: t('style.line', { line }), kind: 'plain', small: true, onClick: () => goTo(line) }), ' ', h('code', { text: what.split('/').slice(-2).join('/') }))),
        ),
      ),
  );
}

function closer(app) {
  const { lon, lat } = app.map.view();
  app.map.flyTo([lon, lat], ALL_FIELDS);
}

/** The fields that rules name in filters and values. */
function fieldsOf(value, found = new Set()) {
  if (Array.isArray(value) && ['get', 'has'].includes(value[0])) found.add(value[1]);
  if (Array.isArray(value) && value[0] === 'lang') value.slice(1).forEach((it) => found.add(it));
  if (value !== null && typeof value === 'object') Object.values(value).forEach((it) => fieldsOf(it, found));
  return found;
}

/** Whether a tile in sight has a feature with the field. */
function carried(app, layer, name) {
  for (const tile of app.map.tiles.live) {
    const features = tile.parts.get(layer.id)?.data?.features ?? [];
    if (features.some((it) => Object.hasOwn(it.properties, name))) return true;
  }
  return !(layer.fields ?? []).some((it) => it.name === name);
}
