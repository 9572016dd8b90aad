// What the editor asks the server for.

import { api } from '../api.js';

const XML = { 'Content-Type': 'application/vnd.ogc.sld+xml' };
const layerUrl = (id) => `/api/layers/${encodeURIComponent(id)}`;
const styleUrl = (id) => `/ogc/styles/${encodeURIComponent(id)}`;

export const listStyles = (layer) => api.get(`${layerUrl(layer)}/styles`);
/** The text of a style as it was written. */
export const readStyle = (id) => api.get(styleUrl(id), { params: { f: 'sld' } });
/** {style: rules, unsupported: [{line, what}], unknownFields} of a text that is not kept. */
export const tryStyle = (layer, text, signal) =>
  api.post(`/ogc/collections/${encodeURIComponent(layer)}/styles`, text, { params: { 'dry-run': true }, headers: XML, signal });
export const addStyle = (layer, id, text) =>
  api.post(`/ogc/collections/${encodeURIComponent(layer)}/styles`, text, { params: { id }, headers: XML });
/** Refused where somebody else saved in between. */
export const replaceStyle = (id, text, etag) => api.put(styleUrl(id), text, { headers: { ...XML, 'If-Match': `"${etag}"` } });
export const deleteStyle = (id) => api.delete(styleUrl(id));
export const chooseStyle = (layer, style) => api.put(`${layerUrl(layer)}/style`, { style });
export const choices = () => api.get('/api/style-choices');
/** {sld, style, breaks, counts} */
export const derive = (layer, wish, signal) => api.post(`${layerUrl(layer)}/styles/derive`, wish, { signal });
