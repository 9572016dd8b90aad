import { Reader } from './protobuf.js';

export const POINT = 1;
export const LINE = 2;
export const POLYGON = 3;

/**
 * Decodes a Mapbox vector tile (version 2).
 * @returns Map of layer name to {extent, features: [{id, type, properties, parts}]}; parts are arrays x, y, x, y … in
 *   tile units, one per line or ring (rings without the closing point; outer rings have positive area, y pointing down).
 */
export function decode(bytes) {
  const layers = new Map();
  const reader = new Reader(bytes);
  reader.fields((field, type) => {
    if (field !== 3 || type !== 2) return;
    const layer = readLayer(reader.inner());
    layers.set(layer.name, layer);
  });
  return layers;
}

function readLayer(reader) {
  const layer = { name: '', extent: 4096, features: [] };
  const keys = [];
  const values = [];
  const raw = [];
  reader.fields((field) => {
    if (field === 1) layer.name = reader.string();
    else if (field === 2) raw.push(reader.inner());
    else if (field === 3) keys.push(reader.string());
    else if (field === 4) values.push(readValue(reader.inner()));
    else if (field === 5) layer.extent = reader.varint();
  });
  layer.features = raw.map((it) => readFeature(it, keys, values));
  return layer;
}

function readValue(reader) {
  let value = null;
  reader.fields((field) => {
    if (field === 1) value = reader.string();
    else if (field === 2) value = reader.float();
    else if (field === 3) value = reader.double();
    else if (field === 4) value = reader.signedVarint();
    else if (field === 5) value = reader.varint();
    else if (field === 6) value = reader.zigzag();
    else if (field === 7) value = reader.varint() !== 0;
  });
  return value;
}

function readFeature(reader, keys, values) {
  const feature = { id: null, type: 0, properties: {}, parts: [] };
  reader.fields((field) => {
    if (field === 1) feature.id = reader.varint();
    else if (field === 2) {
      const tags = reader.inner();
      while (tags.at < tags.end) {
        const key = keys[tags.varint()];
        feature.properties[key] = values[tags.varint()];
      }
    } else if (field === 3) feature.type = reader.varint();
    else if (field === 4) feature.parts = readGeometry(reader.inner());
  });
  return feature;
}

const MOVE_TO = 1;
const LINE_TO = 2;

function readGeometry(reader) {
  const parts = [];
  let part = null;
  let x = 0;
  let y = 0;
  while (reader.at < reader.end) {
    const command = reader.varint();
    const id = command & 7;
    if (id !== MOVE_TO && id !== LINE_TO) continue;
    for (let times = command >>> 3; times > 0; times--) {
      x += reader.zigzag();
      y += reader.zigzag();
      if (id === MOVE_TO) parts.push((part = [x, y]));
      else part.push(x, y);
    }
  }
  return parts;
}
