// The extent of a file's features, drawn on the map before anything is published.

/** @param box [w, s, e, n] in degrees, or null */
export function showExtent(app, overlay, box) {
  if (!box) return overlay.clear();
  const [west, south, east, north] = box;
  const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
  overlay.setFeatures({ type: 'FeatureCollection', features: [{ type: 'Feature', id: 'extent', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }] },
    { style: () => ({ width: 2.5, dash: '6 4', fillOpacity: 0 }) });
  app.map.fitBox(box);
}
