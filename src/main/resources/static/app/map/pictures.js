import * as L from '../lib.js';
import { lang } from '../i18n.js';
import { toGcj02 } from './gcj02.js';
import { fromLeaflet, toLeaflet } from './lonlat.js';

const displaced = (at) => L.latLng(toLeaflet(toGcj02(...fromLeaflet(L.latLng(at)))));

/**
 * Pictures in GCJ-02, put back where they belong: the layer looks at the displaced middle of the view, anew after each
 * movement. Within a view the displacement differs by centimetres to a few metres.
 */
const inPlace = (Layer) =>
  Layer.extend({
    _setZoomTransform(level, center, zoom) {
      Layer.prototype._setZoomTransform.call(this, level, displaced(center), zoom);
    },

    _getTiledPixelBounds(center) {
      return Layer.prototype._getTiledPixelBounds.call(this, displaced(center));
    },

    _update(center) {
      Layer.prototype._update.call(this, center);
      const map = this._map;
      if (map && !map._animatingZoom) this._setZoomTransforms(map.getCenter(), map.getZoom());
    },
  });

const Tiles = { wgs84: L.TileLayer, gcj02: inPlace(L.TileLayer) };
const Wms = { wgs84: L.TileLayer.WMS, gcj02: inPlace(L.TileLayer.WMS) };

/** A Leaflet layer of one sheet of a base map as /api/base-maps describes it. */
export function pictures(base, sheet, pane) {
  const options = {
    pane,
    minNativeZoom: base.minZoom,
    maxNativeZoom: base.maxZoom,
    maxZoom: 22,
    updateWhenZooming: false,
    // Services that are keyed to a site have to hear which one asks.
    referrerPolicy: 'origin',
  };
  if (base.subdomains.length > 0) options.subdomains = base.subdomains;
  if (base.kind === 'tiles') return new Tiles[base.coordinates](sheet.url, options);
  return new Wms[base.coordinates](sheet.url, {
    ...options,
    layers: sheet.layers,
    format: 'image/png',
    version: '1.3.0',
    // Our own writes names in the reader's language.
    ...(sheet.url.startsWith('/') && { lang: lang() }),
  });
}
