// The shape of the feature that is edited: shown over the map, drawn, changed by its vertices, one step back.

import { number, t } from '../i18n.js';
import { tells } from '../map/draw-sketch.js';
import { boxOf } from '../map/lonlat.js';
import { cssColor } from '../map/overlay.js';
import { crossesItself } from '../map/ring.js';
import { sketch } from '../map/sketch.js';
import { button, h, notify, onPhone, show } from '../ui/index.js';
import { kindOf, rounded, rowsOf, withRow } from './geometry.js';
import { createVertices } from './vertices.js';

/** Pixels that the form covers at the right of the map. */
const CARD = 400;

/** state.geometry is kept up to date; onChange() after each finished step. */
export function createShape(app, layer, state, onChange) {
  const overlay = app.map.overlay('edit');
  const kind = kindOf(layer);
  const steps = [];
  const facts = h('p', { class: 'fine number' });
  const hint = h('p', { class: 'hint' });
  const wrong = h('p', { class: 'wrong', role: 'alert', hidden: true });
  const actions = h('div', { class: 'row' });
  const element = h('section', { class: 'stack edit-shape', 'aria-label': t('edit.shape') }, h('h3', { text: t('edit.shape') }), facts, actions, hint, wrong);
  let settledGeometry = state.geometry;
  let vertices = null;
  let many = false;

  function change(geometry, settled) {
    state.geometry = geometry;
    paint();
    if (!settled) return;
    steps.push(settledGeometry);
    settledGeometry = geometry;
    told();
    onChange();
  }

  function paint() {
    const feature = { type: 'Feature', id: 'edited', properties: {}, geometry: state.geometry };
    if (state.geometry) overlay.setFeatures(feature, { style: () => ({ color: cssColor('--accent'), fill: cssColor('--accent'), width: 3, fillOpacity: 0.14, size: 8 }) });
    else overlay.clear();
  }

  function told() {
    const rows = rowsOf(state.geometry);
    const count = rows.reduce((sum, row) => sum + row.positions.length, 0);
    const position = kind === 'point' && rows[0]?.positions[0];
    facts.textContent = !state.geometry
      ? t('edit.shape.none')
      : position
        ? `${position[0].toFixed(6)}, ${position[1].toFixed(6)}`
        : [t('edit.shape.count', { n: number(count) }), rows.length === 1 && tells[kind]?.(rows[0].positions)].filter(Boolean).join(' · ');
    hint.textContent = !state.geometry ? '' : many ? t('edit.shape.many') : t(kind === 'point' ? 'edit.shape.point' : 'edit.shape.vertices');
    const crossing = kind === 'polygon' && rows.some((row) => row.positions.length < 400 && crossesItself([...row.positions, row.positions[0]]));
    fail(crossing ? t('edit.shape.crossing') : null);
    show(
      actions,
      kind && button({ text: t(state.geometry ? 'edit.shape.again' : `edit.shape.draw.${kind}`), icon: kind === 'point' ? 'pin' : kind === 'line' ? 'route' : 'polygon', small: true, kind: state.geometry ? '' : 'primary', onClick: draw }),
      steps.length > 0 && button({ text: t('edit.shape.undo'), icon: 'undo', small: true, onClick: back }),
    );
  }

  async function draw() {
    vertices?.stop();
    vertices = null;
    const shape = await sketch(app, kind);
    if (shape) change(digits(shape), true);
    handles();
  }

  function back() {
    state.geometry = settledGeometry = steps.pop();
    paint();
    told();
    handles();
    onChange();
  }

  function handles() {
    vertices?.stop();
    vertices = createVertices(app.map, {
      geometry: () => state.geometry,
      change,
      tooMany: (is) => {
        if (is === many) return;
        many = is;
        told();
      },
      tooFew: () => notify(t('edit.shape.few')),
    });
  }

  function fail(text) {
    wrong.hidden = !text;
    wrong.textContent = text ?? '';
  }

  paint();
  told();
  handles();
  return {
    element,
    fail,
    draw,
    zoom() {
      const box = state.geometry && boxOf(state.geometry);
      if (box) app.map.fitBox(box, { maxZoom: 18, right: onPhone() ? 0 : CARD });
    },
    stop() {
      vertices?.stop();
      overlay.clear();
    },
  };
}

/** What was drawn with as many digits as are written. */
function digits(shape) {
  return rowsOf(shape).reduce((made, row, index) => withRow(made, index, row.positions.map(rounded)), shape);
}
