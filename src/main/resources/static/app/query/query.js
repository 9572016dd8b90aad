// Asking by drawing: an area on the map, and what each layer has there. Point and radius, along a line, box, polygon.

import * as L from '../lib.js';
import { number, onLang, t } from '../i18n.js';
import { boxOf } from '../map/lonlat.js';
import { announce, button, field, h, iconButton, input, notify, onPhone, segments, show } from '../ui/index.js';
import { areaOf, boxAround, filterOf, fromAddress, MOST_SEGMENTS, polygonsOf, toAddress } from './area.js';
import { createLayerLine } from './layer-line.js';
import './texts.js';

const KINDS = [['circle', 'circle'], ['line', 'route'], ['box', 'box'], ['polygon', 'polygon']];
const WIDTH = 200;

export function createQuery(app, stage) {
  const { map, layers, state } = app;
  const overlay = map.overlay('query');
  const lit = map.overlay('query-hit');
  const run = app.api.latest();
  const card = h('section', { class: 'float-card query-card', hidden: true });
  L.DomEvent.disableClickPropagation(card);
  L.DomEvent.disableScrollPropagation(card);
  stage.append(card);
  let area = null;
  let chosen = null;
  let lines = [];

  function open() {
    app.float.emit('query');
    if (onPhone()) app.panel.height('peek');
    chosen ??= new Set(layers.visible().filter((layer) => layer.geometry !== 'none').map((layer) => layer.id));
    card.hidden = false;
    draw();
  }

  async function drawArea(kind) {
    card.hidden = true;
    const shape = await map.draw(kind);
    card.hidden = false;
    if (!shape) return draw();
    if (kind === 'line' && shape.coordinates.length > MOST_SEGMENTS + 1) return notify(t('query.tooMany', { count: MOST_SEGMENTS }), 'error');
    take(areaOf(kind, shape, area?.kind === 'line' ? area.metres : WIDTH));
  }

  function take(next) {
    area = next;
    state.set({ ask: area && toAddress(area), 'ask.layers': area && [...chosen].join(',') });
    draw();
    ask();
    // The card covers the lower half of a phone.
    if (area && onPhone()) map.fitBox(boxAround(area));
  }

  function draw() {
    card.setAttribute('aria-label', t('query.title'));
    const kinds = segments(KINDS.map(([value, icon]) => ({ value, icon, text: t(`query.${value}`) })), { value: area?.kind, label: t('query.shape'), onChange: drawArea });
    lines = layers.all().filter((layer) => layer.geometry !== 'none' && (chosen.has(layer.id) || layers.isVisible(layer.id))).sort((a, b) => b.order - a.order)
      .map((layer) => createLayerLine(app, layer, { checked: chosen.has(layer.id), toggle: (on) => toggle(layer.id, on), table: () => openTable(layer.id), choose: (fid) => light(layer.id, fid) }));
    show(
      card,
      h('header', { class: 'float-head' }, h('h2', { text: t('query.title') }), iconButton({ icon: 'close', label: t('action.close'), small: true, onClick: close })),
      h('div', { class: 'query-body stack scroll' },
        kinds,
        !area && h('p', { class: 'quiet', text: t('query.hint') }),
        area?.metres && width(),
        lines.length > 0 ? h('ul', { class: 'query-layers' }, lines.map((line) => line.element)) : h('p', { class: 'quiet', text: t('query.noLayers') }),
        area && h('div', { class: 'row' }, button({ text: t('action.clear'), kind: 'plain', small: true, onClick: () => take(null) }))),
    );
    if (!area) return overlay.clear();
    const shapes = polygonsOf(area).map((geometry, id) => ({ type: 'Feature', id, properties: {}, geometry }));
    if (area.kind === 'line') shapes.push({ type: 'Feature', id: 'line', properties: {}, geometry: { type: 'LineString', coordinates: area.points } });
    overlay.setFeatures({ type: 'FeatureCollection', features: shapes }, { style: () => (area.kind === 'line' ? { width: 1.5, fillOpacity: 0.06 } : { width: 2.5, dash: '6 4', fillOpacity: 0.06 }) });
  }

  /** The radius, or the distance from the line, to be typed. */
  function width() {
    const metres = input({ type: 'number', min: 1, max: 100_000, step: 1, required: true, value: Math.round(area.metres), on: { change: () => {
      if (!metres.reportValidity()) return;
      take({ ...area, metres: Number(metres.value) });
      card.querySelector('.query-distance input').focus();
    } } });
    return h('div', { class: 'query-distance' }, field(t(area.kind === 'circle' ? 'query.radius' : 'query.width'), metres));
  }

  function toggle(id, on) {
    if (on) chosen.add(id);
    else chosen.delete(id);
    state.set({ 'ask.layers': area && [...chosen].join(',') });
    ask();
  }

  /** All layers at once; each tells as its answer comes. */
  async function ask() {
    for (const line of lines) line.clear();
    if (!area) return run.abort();
    // The box says nothing new, but leads the database straight to the place.
    const question = { filter: filterOf(area), bbox: boxAround(area) };
    const wanted = lines.filter((line) => line.checked);
    const counts = await run((signal) => Promise.all(wanted.map(async (line) => {
      line.wait();
      try {
        return await line.ask(question, signal);
      } catch (failure) {
        if (!signal.aborted) line.failed(failure);
        return 0;
      }
    })));
    if (counts) announce(t('query.found', { count: number(counts.reduce((sum, it) => sum + it, 0)), layers: wanted.length }));
  }

  function openTable(id) {
    if (onPhone()) close(false);
    app.openTable(id, { filter: filterOf(area) });
  }

  async function light(id, fid) {
    try {
      const { geometry } = await app.api.get(`/ogc/collections/${encodeURIComponent(id)}/items/${fid}`);
      if (!geometry) return;
      lit.setFeatures({ type: 'Feature', id: fid, properties: {}, geometry });
      lit.select(fid);
      map.fitBox(boxOf(geometry), { maxZoom: 18 });
    } catch (failure) {
      notify(t('query.gone'), 'error');
      console.warn(failure);
    }
  }

  function close(forget = true) {
    run.abort();
    card.hidden = true;
    lit.clear();
    if (!forget) return;
    area = chosen = null;
    overlay.clear();
    state.set({ ask: null, 'ask.layers': null });
  }

  function fromState() {
    const found = fromAddress(state.get('ask'));
    if (!found) return card.hidden || close();
    chosen = new Set((state.get('ask.layers') ?? '').split(',').filter((id) => layers.get(id)));
    open();
    take(found);
  }

  card.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  app.float.on((who) => who !== 'query' && !card.hidden && close(false));
  state.onChange((keys) => keys.has('ask') && fromState());
  onLang(() => {
    if (card.hidden) return;
    draw();
    ask();
  });
  if (state.get('ask')) fromState();
  return { start: () => (card.hidden ? open() : close()) };
}
