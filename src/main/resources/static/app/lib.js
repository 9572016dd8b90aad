// The one place that names the libraries of others.
export * from '../webjars/leaflet/dist/leaflet-src.esm.js';
