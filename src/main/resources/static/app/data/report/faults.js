// The faulty places of a data set, read as they come: enough for the map, however many the server tells.

import { lang, t } from '../../i18n.js';
import { ApiProblem, withParams } from '../../api.js';

/** Answers {features, more}: the first of them, and whether there are others. */
export async function readFaults(path, { limit, signal }) {
  const response = await fetch(withParams(`${path}/faults.geojson`, { lang: lang() }), { signal, headers: { Accept: 'application/geo+json, application/problem+json' } });
  if (!response.ok) throw new ApiProblem(response.status, await response.json().catch(() => ({})));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const features = [];
  const scan = scanner((text) => features.push(JSON.parse(text)));
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { features, more: false };
    scan(value);
    if (features.length > limit) {
      await reader.cancel();
      return { features: features.slice(0, limit), more: true };
    }
  }
}

/** Finds the objects of the first array in a stream of JSON and tells each as text. */
export function scanner(tell) {
  let depth = 0;
  let inside = false;
  let quoted = false;
  let escaped = false;
  let text = '';
  return (chunk) => {
    let from = text === '' ? -1 : 0;
    for (let i = 0; i < chunk.length; i++) {
      const c = chunk[i];
      if (quoted) {
        if (escaped) escaped = false;
        else if (c === '\\') escaped = true;
        else if (c === '"') quoted = false;
      } else if (c === '"') quoted = true;
      else if (!inside) inside = c === '[';
      else if (c === '{') {
        if (depth++ === 0) from = i;
      } else if (c === '}' && --depth === 0) {
        tell(text + chunk.slice(from, i + 1));
        text = '';
        from = -1;
      }
    }
    if (from >= 0) text += chunk.slice(from);
  };
}

/** A fault as the table and the map show it. */
export function faultOf({ properties = {}, geometry }, index) {
  const kind = properties.code ?? 'other';
  const [lon, lat] = place(geometry?.coordinates) ?? [];
  return {
    id: index,
    kind,
    row: properties.row || null,
    message: properties.message || kindName(kind),
    repair: MENDS.includes(properties.repair) ? t(`data.mend.${properties.repair}`) : '',
    change: properties.area_change ?? null,
    lon,
    lat,
  };
}

const place = (coordinates) => (!coordinates ? null : typeof coordinates[0] === 'number' ? coordinates : place(coordinates[0]));

const NAMED = ['geometry_invalid', 'geometry_missing', 'geometry_empty', 'geometry_other_kind', 'geometry_duplicate', 'geometry_sliver', 'geometry_outside_city', 'geometry_lost', 'row_duplicate', 'value_beyond', 'value_unparsed', 'value_not_number', 'value_not_date', 'value_cut_to_integer', 'value_unfit', 'code_unknown', 'key_empty', 'key_duplicate', 'text_undecodable', 'ring_not_closed', 'part_too_small', 'shape_empty', 'other'];
const MENDS = ['fixed', 'lost', 'type_changed'];

/** A kind of fault in words; one that is not known by name shows its code. */
export function kindName(kind) {
  const name = kind.replaceAll('-', '_');
  return NAMED.includes(name) ? t(`data.fault.${name}`) : kind.replaceAll('-', ' ');
}
