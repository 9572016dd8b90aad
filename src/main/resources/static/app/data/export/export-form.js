// What an export asks for, as an address for a direct download and as the body of a job.

import { withParams } from '../../api.js';
import { lang } from '../../i18n.js';

export const FORMATS = ['geojson', 'shapefile', 'geopackage', 'csv', 'flatgeobuf'];
/** Up to so many features a layer is written while one waits; above it is a job. */
export const DIRECT = 20_000;

export const firstChoice = (layer) => ({ f: layer.geometry === 'none' ? 'csv' : 'shapefile', crs: '', encoding: 'UTF-8', scope: 'all', properties: null, aliases: false, labels: false });

export const hasEncoding = ({ f }) => f === 'shapefile';
/** Formats that people read with their own eyes may name the columns as people do. */
export const hasAliases = ({ f }) => f === 'shapefile' || f === 'csv';
/** What is not said to be in another system is read as degrees in these. */
export const isInDegrees = ({ f }) => f === 'geojson' || f === 'csv';

const words = (choice) => ({ header: hasAliases(choice) && choice.aliases ? 'alias' : null, labels: choice.labels ? 'true' : null });

const box = (view) => view.map((degrees) => degrees.toFixed(6));

/**
 * @param view [w, s, e, n] in degrees, used when only what is in view is wanted
 * @param conditions {filter, bbox} that stand instead of the extent, or null
 */
export function directAddress(layer, choice, view, conditions = null) {
  return withParams(`/api/layers/${encodeURIComponent(layer.id)}/export`, {
    f: choice.f, crs: choice.crs, encoding: hasEncoding(choice) ? choice.encoding : null,
    bbox: choice.scope === 'view' ? box(view) : null, ...conditions, properties: choice.properties, ...words(choice), lang: lang(),
  });
}

export function exportBody(layer, choice, view, conditions = null) {
  return {
    layer: layer.id, f: choice.f, crs: choice.crs || null, encoding: hasEncoding(choice) ? choice.encoding : null,
    bbox: choice.scope === 'view' ? box(view).map(Number) : null, ...filled(conditions), properties: choice.properties, ...words(choice), conditions: {}, lang: lang(),
  };
}

const filled = (conditions) => conditions && { filter: conditions.filter || null, bbox: conditions.bbox?.map(Number) ?? null };
