// Which files are taken, how they are told apart, and how their sizes read.

import { number } from '../../i18n.js';

/** The kinds a person may choose; companions of a shapefile come along with it. */
export const KINDS = ['.zip', '.shz', '.kmz', '.shp', '.shx', '.dbf', '.prj', '.cpg', '.geojson', '.json', '.ndjson', '.geojsonl', '.jsonl', '.gpkg', '.csv', '.tsv', '.txt', '.fgb', '.kml'];

const COMPANIONS = ['.shx', '.prj', '.cpg'];

/** What is wrong with a choice of files: {key, name}; null when they can be sent. */
export function wrongWith(files) {
  const strange = files.find((file) => !KINDS.includes(ending(file.name)));
  if (strange) return { key: 'data.strange', name: strange.name };
  const empty = files.find((file) => file.size === 0 && ending(file.name) !== '.cpg');
  if (empty) return { key: 'data.emptyFile', name: empty.name };
  if (files.every((file) => COMPANIONS.includes(ending(file.name)))) return { key: 'data.onlyCompanions', name: files[0].name };
  return null;
}

const ending = (name) => name.toLowerCase().slice(Math.max(0, name.lastIndexOf('.')));

/** The same files, chosen again, have the same mark. */
export const markOf = (files) => [...files].map((file) => `${file.name}|${file.size}|${file.lastModified}`).sort().join('\n');

export const total = (files) => [...files].reduce((sum, file) => sum + file.size, 0);

export function bytes(size) {
  if (size < 1e6) return `${number(Math.max(1, size / 1e3))} KB`;
  return size < 1e9 ? `${number(size / 1e6, 1)} MB` : `${number(size / 1e9, 2)} GB`;
}
