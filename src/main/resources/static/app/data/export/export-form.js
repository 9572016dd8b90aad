// What an export asks for, as an address for a direct download and as the body of a job.

import { withParams } from '../../api.js';
import { lang } from '../../i18n.js';

export const FORMATS = ['geojson', 'shapefile', 'geopackage', 'csv', 'flatgeobuf'];
/** Up to so many features a layer is written while one waits; above it is a job. */
export const DIRECT = 20_000;

/** GeoJSON has a reference system of its own; others take any. */
export const firstChoice = (layer) => ({ f: layer.geometry === 'none' ? 'csv' : 'shapefile', crs: '', encoding: 'UTF-8', scope: 'all', properties: null });

export const hasEncoding = ({ f }) => f === 'shapefile' || f === 'csv';

const box = (view) => view.map((degrees) => degrees.toFixed(6));

/** @param view [w, s, e, n] in degrees, used when only what is in view is wanted */
export function directAddress(layer, choice, view) {
  return withParams(`/api/layers/${encodeURIComponent(layer.id)}/export`, {
    f: choice.f, crs: choice.crs, encoding: hasEncoding(choice) ? choice.encoding : null,
    bbox: choice.scope === 'view' ? box(view) : null, properties: choice.properties, lang: lang(),
  });
}

export function exportBody(layer, choice, view) {
  return {
    layer: layer.id, f: choice.f, crs: choice.crs || null, encoding: hasEncoding(choice) ? choice.encoding : null,
    bbox: choice.scope === 'view' ? box(view).map(Number) : null, properties: choice.properties, conditions: {},
  };
}
