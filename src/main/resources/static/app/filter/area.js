import { area, t } from '../i18n.js';
import { areaOf } from '../map/geodesic.js';
import { boxPolygon, circlePolygon } from '../map/shapes.js';
import { sketch } from '../map/sketch.js';
import { button, h, iconButton, show } from '../ui/index.js';
import { GEOMETRY, isGroup } from './model.js';

const SHAPES = ['polygon', 'circle', 'box'];

/** An area drawn on the map, or the one in view. Changes the condition in place. */
export function createArea(app, it, { onChange }) {
  const element = h('span', { class: 'row filter-area' });

  async function drawn(kind) {
    // On a phone the table makes room for the map.
    app.bottom.element.classList.add('is-aside');
    const shape = await sketch(app, kind);
    app.bottom.element.classList.remove('is-aside');
    if (shape) take(shape.radius ? circlePolygon(shape) : shape);
    else draw();
  }

  function take(shape) {
    it.values = [shape];
    draw();
    onChange();
  }

  function draw() {
    const size = it.values.reduce((sum, shape) => sum + areaOf(shape.coordinates[0]), 0);
    show(
      element,
      it.values.length > 0 && h('span', { class: 'badge number', text: it.values.length > 1 ? t('filter.corridor') : area(size) }),
      SHAPES.map((kind) => iconButton({ icon: kind, label: t(`filter.draw.${kind}`), small: true, onClick: () => drawn(kind) })),
      button({ text: t('filter.view'), small: true, onClick: () => take(boxPolygon(app.map.view().box)) }),
    );
  }

  draw();
  return element;
}

/** Draws the areas of a filter over the map; null takes them away. */
export function showAreas(app, root) {
  const overlay = app.map.overlay('filter');
  const shapes = root ? areasOf(root) : [];
  if (shapes.length === 0) return overlay.clear();
  overlay.setFeatures(
    { type: 'FeatureCollection', features: shapes.map((geometry, id) => ({ type: 'Feature', id, properties: {}, geometry })) },
    { style: () => ({ width: 2, dash: '6 4', fillOpacity: 0.04 }) },
  );
}

const areasOf = (part) => (isGroup(part) ? part.parts.flatMap(areasOf) : part.field === GEOMETRY ? part.values : []);
