// Reading and writing one feature by OGC API Features Part 4. A change always says which state it was made from.

const GEOJSON = 'application/geo+json';

export const itemsAddress = (layer) => `/ogc/collections/${encodeURIComponent(layer.id)}/items`;
export const itemAddress = (layer, fid) => `${itemsAddress(layer)}/${fid}`;

/** {fid, etag, values by field, geometry in lon, lat}. */
export async function readFeature(app, layer, fid) {
  const { body, header } = await app.api.get(itemAddress(layer, fid), { whole: true, headers: { Accept: GEOJSON, 'Cache-Control': 'no-cache' } });
  return { fid, etag: header('ETag'), values: body.properties, geometry: body.geometry };
}

/** Answers the number of the new feature. */
export async function addFeature(app, layer, values, geometry) {
  const { header } = await app.api.post(itemsAddress(layer), { type: 'Feature', geometry, properties: values }, { whole: true, headers: { 'Content-Type': GEOJSON } });
  return Number(header('Location').split('/').at(-1));
}

/** values: the changed fields; geometry: left out where it stays. */
export const changeFeature = (app, layer, { fid, etag }, values, geometry) =>
  app.api.patch(itemAddress(layer, fid), { properties: values, ...(geometry === undefined ? {} : { geometry }) }, { headers: { 'If-Match': etag } });

export const deleteFeature = (app, layer, { fid, etag }) => app.api.delete(itemAddress(layer, fid), { headers: { 'If-Match': etag } });
