import * as L from '../lib.js';

/**
 * Features in longitude and latitude as a Leaflet layer that can show one of them more strongly.
 * Colours are the page's own; they are read once, since canvas knows no CSS variables.
 */
export function fromGeoJson(features, { onChoose, onHover }) {
  const style = getComputedStyle(document.documentElement);
  const accent = style.getPropertyValue('--accent').trim() || '#0b6468';
  const strong = style.getPropertyValue('--orange').trim() || '#e2740c';
  const plain = { color: accent, weight: 1.5, fillColor: accent, fillOpacity: 0.25 };
  const usual = (feature) => (feature.geometry.type.endsWith('LineString') ? { ...plain, weight: 4 } : plain);
  const chosen = { color: strong, weight: 5, fillColor: strong, fillOpacity: 0.4 };
  const byFid = new Map();
  let shown = null;

  const layer = L.geoJSON(features.filter((feature) => feature.geometry), {
    style: usual,
    pointToLayer: (feature, at) => L.circleMarker(at, { ...plain, radius: 5, fillOpacity: 0.7 }),
    onEachFeature: (feature, shape) => {
      const fid = String(feature.id);
      byFid.set(fid, shape);
      shape.on('mouseover', () => onHover(fid, true));
      shape.on('mouseout', () => onHover(fid, false));
      shape.bindPopup(() => onChoose(fid) ?? document.createTextNode(fid));
    },
  });

  layer.highlight = (fid) => {
    if (shown) shown.setStyle(usual(shown.feature));
    shown = fid === null ? null : byFid.get(fid);
    shown?.setStyle(chosen).bringToFront();
  };
  return layer;
}

/** Where the shapes are; a single point gets a little room. */
export function toBounds(layer) {
  const bounds = layer.getBounds();
  return bounds.isValid() ? bounds : L.latLngBounds([[-85, -180], [85, 180]]);
}
