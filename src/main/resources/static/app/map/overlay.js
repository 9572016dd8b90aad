import * as L from '../lib.js';
import { reducedMotion } from '../ui/index.js';
import { Mark } from './mark.js';

/**
 * Features that work places put over the map: overlay(name).setFeatures(geojson, {style, onClick, onHover}).
 * style(feature) -> {color, fill, width, opacity, dash, shape: circle|square|triangle|diamond|star|cross|pin, size, text};
 * features are known by their id.
 */
export function createOverlays(map) {
  const renderer = L.canvas({ padding: 0.3, tolerance: 6 });
  const known = new Map();

  function create() {
    const group = L.featureGroup().addTo(map);
    let byId = new Map();
    let style = () => ({});
    let chosen = null;

    const dress = (layer) => {
      const look = { ...usual(layer.feature), ...style(layer.feature) };
      layer.setStyle(path(look, layer.feature.id !== undefined && layer.feature.id === chosen));
      layer.look = look;
    };

    const overlay = {
      setFeatures(geojson, options = {}) {
        group.clearLayers();
        byId = new Map();
        style = options.style ?? (() => ({}));
        const data = L.geoJSON(geojson, {
          renderer,
          pointToLayer: (feature, at) => new Mark(at, { renderer }),
        });
        for (const layer of data.getLayers()) {
          if (layer.feature.id !== undefined) byId.set(layer.feature.id, layer);
          dress(layer);
          if (options.onClick)
            layer.on('click', (event) => {
              // A click that draws belongs to the drawing, whatever lies under it.
              if (map.getContainer().classList.contains('is-drawing')) return;
              L.DomEvent.stopPropagation(event);
              options.onClick(layer.feature);
            });
          if (options.onHover)
            layer.on({ mouseover: () => options.onHover(layer.feature), mouseout: () => options.onHover(null) });
          layer.options.interactive = Boolean(options.onClick || options.onHover);
          group.addLayer(layer);
        }
      },
      /** Marks one feature; null marks none. */
      select(id) {
        const before = byId.get(chosen);
        chosen = id;
        if (before) dress(before);
        const now = byId.get(id);
        if (now) {
          dress(now);
          now.bringToFront?.();
        }
      },
      /** One ring that widens and fades, for what is new. */
      pulse(id) {
        const layer = byId.get(id);
        if (!layer?.getLatLng || reducedMotion()) return;
        const ring = L.marker(layer.getLatLng(), {
          icon: L.divIcon({ className: 'pulse', iconSize: [16, 16] }),
          interactive: false,
          keyboard: false,
        }).addTo(map);
        setTimeout(() => ring.remove(), 1600);
      },
      clear() {
        group.clearLayers();
        byId = new Map();
        chosen = null;
      },
      restyle: () => byId.forEach(dress),
    };
    return overlay;
  }

  return {
    get(name) {
      if (!known.has(name)) known.set(name, create());
      return known.get(name);
    },
    restyle: () => known.forEach((overlay) => overlay.restyle()),
  };
}

function usual(feature) {
  const color = cssColor('--map-select');
  return feature.geometry?.type?.includes('Point')
    ? { color: '#fff', fill: color, width: 1.5, size: 12, shape: 'circle' }
    : { color, fill: color, width: 2, fillOpacity: 0.12 };
}

function path(look, selected) {
  return {
    color: look.color,
    weight: selected ? (look.width ?? 2) + 2 : (look.width ?? 2),
    opacity: look.opacity ?? 1,
    dashArray: look.dash ?? null,
    fillColor: look.fill ?? look.color,
    fillOpacity: look.fillOpacity ?? (look.size ? 1 : 0.15),
    radius: (look.size ?? 12) / 2 + (selected ? 3 : 0),
    shape: look.shape ?? 'circle',
    text: look.text ?? null,
    ring: selected ? cssColor('--map-select') : null,
  };
}

export const cssColor = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
