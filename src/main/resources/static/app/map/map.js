import * as L from '../lib.js';
import { t } from '../i18n.js';
import { onPhone, reducedMotion } from '../ui/index.js';
import { createDrawing } from './draw.js';
import { boxFromLeaflet, boxToLeaflet, fromLeaflet, joinBoxes, toLeaflet } from './lonlat.js';
import { createOverlays } from './overlay.js';
import { readView, writeView } from './view.js';
import { createSides } from './swipe.js';
import { VectorLayer } from './vector-layer.js';
import { LabelLayer } from './label-layer.js';

const CHINA = [73, 18, 135, 54];

/** The map as the rest of the portal sees it: lon, lat and boxes w, s, e, n in degrees; zoom as in web maps. */
export function createMap(element, { layers, state }) {
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    minZoom: 4,
    maxZoom: 21,
    zoomAnimation: !reducedMotion(),
    fadeAnimation: false,
    inertia: !reducedMotion(),
    wheelPxPerZoomLevel: 90,
    wheelDebounceTime: 30,
    maxBoundsViscosity: 0.8,
  });
  element.setAttribute('aria-label', t('map.label'));
  element.setAttribute('role', 'application');
  // The layers that a new visitor sees make up the city; an import from far away must not move it.
  const extent = (some) => some.reduce((box, layer) => joinBoxes(box, layer.bbox), null);
  const city = () =>
    extent(layers.all().filter((layer) => layer.initial)) ?? extent(layers.all()) ?? CHINA;
  const start = readView(state.get('view'));
  if (start) map.setView(toLeaflet([start.lon, start.lat]), start.zoom);
  else map.fitBounds(boxToLeaflet(middle(city())));

  const tiles = new VectorLayer(layers).addTo(map);
  const labels = new LabelLayer(layers, tiles).addTo(map);
  const sides = createSides(map, layers, tiles, labels);
  const overlays = createOverlays(map);
  const drawing = createDrawing(map, element);
  const clicks = new Set();

  map.on('moveend', () => state.set({ view: writeView(facade.view()) }));
  state.onChange((keys) => {
    const view = keys.has('view') && readView(state.get('view'));
    if (view) map.setView(toLeaflet([view.lon, view.lat]), view.zoom);
  });
  map.on('click', (event) => !drawing.active && click(event.latlng));
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target === element && !drawing.active) click(map.getCenter());
  });

  function click(at) {
    const [lon, lat] = fromLeaflet(at);
    const event = { lon, lat, zoom: map.getZoom() };
    for (const fn of [...clicks].reverse()) if (fn(event) === true) return;
  }

  const facade = {
    leaflet: map,
    tiles,
    sides,
    /** {lon, lat, zoom, box: [w, s, e, n]} */
    view() {
      const [lon, lat] = fromLeaflet(map.getCenter());
      return { lon, lat, zoom: map.getZoom(), box: boxFromLeaflet(map.getBounds()) };
    },
    flyTo(at, zoom = Math.max(map.getZoom(), 16)) {
      const shifted = shift(at, zoom);
      if (reducedMotion()) map.setView(shifted, zoom);
      else map.flyTo(shifted, zoom, { duration: 0.8 });
    },
    /** right: pixels that a card covers there. */
    fitBox(box, { maxZoom = 17, right = 0 } = {}) {
      const options = {
        padding: [40, 40],
        maxZoom,
        paddingBottomRight: [40 + right, onPhone() ? element.offsetHeight * 0.5 : 40],
      };
      if (reducedMotion()) map.fitBounds(boxToLeaflet(box), options);
      else map.flyToBounds(boxToLeaflet(box), { ...options, duration: 0.8 });
    },
    home: () => facade.fitBox(middle(city())),
    zoomIn: () => map.zoomIn(),
    zoomOut: () => map.zoomOut(),
    /** fn(view) after each movement; answers off(). */
    onMoveEnd(fn) {
      const run = () => fn(facade.view());
      map.on('moveend', run);
      return () => map.off('moveend', run);
    },
    /** fn({lon, lat, zoom}); the newest listener is asked first, and one that answers true keeps the click. */
    onClick(fn) {
      clicks.add(fn);
      return () => clicks.delete(fn);
    },
    /** fn({lon, lat}) as the pointer moves. */
    onPointer(fn) {
      map.on('mousemove', (event) => fn(fromLeaflet(event.latlng)));
      map.on('mouseout', () => fn(null));
    },
    draw: (kind) => drawing.start(kind),
    cancelDraw: () => drawing.cancel(),
    overlay: (name) => overlays.get(name),
    setLayer: (id, change) => layers.set(id, change),
    async refreshLayer(id) {
      await layers.renew(id);
      tiles.refresh(id);
    },
    resize: () => map.invalidateSize({ pan: false, debounceMoveend: true }),
    /** Theme or language changed: draw with other colours and words. */
    restyle() {
      element.setAttribute('aria-label', t('map.label'));
      tiles.restyle();
      labels.restyle();
      sides.restyle();
      overlays.restyle();
    },
    onTileFailure: (fn) => tiles.onFailure(fn),
  };

  /** On a phone the sheet covers the lower half: what is flown to goes to the middle of the rest. */
  function shift(at, zoom) {
    const target = L.latLng(toLeaflet(at));
    if (!onPhone()) return target;
    const point = map.project(target, zoom).add([0, element.offsetHeight * 0.2]);
    return map.unproject(point, zoom);
  }
  return facade;
}

/** The inner half of the city: where people are. */
function middle([west, south, east, north]) {
  const [w, h] = [(east - west) / 4, (north - south) / 4];
  return [west + w, south + h, east - w, north - h];
}
