// How a data set stands, in the four aspects that staff ask about: good, look (worth a look), bad (must be decided).

const SURE = 0.8;
const LIKELY = 0.6;

/** A number of the geometry part of the report; nothing said counts as none. */
export const shapeCount = (dataset, name) => Number(dataset.shapes?.[name] ?? (name === 'invalid' ? dataset.invalid : name === 'missing' ? dataset.withoutGeometry : 0) ?? 0);

/** A system may be told with what the file does to it: EPSG:4547;axes=yx;unit=ft. */
export const plainCode = (code) => code.split(';')[0];
export const isSwapped = (code) => code.includes(';axes=yx');

function encoding({ encoding: found, problemCounts }) {
  if (!found?.name) return { light: 'good', key: 'data.encoding.none' };
  const broken = problemCounts['text-undecodable'] ?? 0;
  if (broken > 0) return { light: 'look', key: 'data.encoding.broken', params: { name: found.name, n: broken } };
  return found.confidence != null && found.confidence < LIKELY ? { light: 'look', key: 'data.encoding.guess', params: { name: found.name } } : { light: 'good', key: 'data.encoding.sure', params: { name: found.name } };
}

function crs({ geometry, crs: found, shift }) {
  if (geometry === 'none') return { light: 'good', key: 'data.crs.none' };
  if (!found?.code) return { light: 'bad', key: 'data.crs.unknown' };
  const code = plainCode(found.code);
  if (found.swapped && !isSwapped(found.code)) return { light: 'look', key: 'data.crs.swapped', params: { code } };
  if (shift?.suspect) return { light: 'look', key: 'data.crs.shifted', params: { code } };
  return found.confidence != null && found.confidence < SURE ? { light: 'look', key: 'data.crs.guess', params: { code } } : { light: 'good', key: 'data.crs.sure', params: { code } };
}

function geometry(dataset) {
  if (dataset.geometry === 'none') return { light: 'good', key: 'data.geometry.absent' };
  const faulty = ['missing', 'empty', 'invalid', 'duplicates', 'same', 'slivers', 'outside'].reduce((all, name) => all + shapeCount(dataset, name), 0);
  return faulty > 0 ? { light: 'look', key: 'data.geometry.faulty', params: { n: faulty } } : { light: 'good', key: 'data.geometry.sound' };
}

function attributes({ fields = [], codes = [], keys = [] }) {
  const violations = codes.reduce((all, it) => all + it.count, 0);
  if (violations > 0) return { light: 'look', key: 'data.attributes.violations', params: { n: violations } };
  if (keys.some((it) => !it.unique)) return { light: 'look', key: 'data.attributes.keys' };
  const bad = fields.reduce((all, it) => all + (it.beyond ?? 0) + (it.unparsed ?? 0), 0);
  return bad > 0 ? { light: 'look', key: 'data.attributes.values', params: { n: bad } } : { light: 'good', key: 'data.attributes.sound', params: { n: fields.length } };
}

/** {encoding, crs, geometry, attributes}, each {light, key of a text, params}. */
export const lightsOf = (dataset) => ({ encoding: encoding(dataset), crs: crs(dataset), geometry: geometry(dataset), attributes: attributes(dataset) });

/** The first thing to be said: {light, key, params}. */
export function verdictOf(dataset) {
  if (!dataset) return { light: 'bad', key: 'data.verdict.nothing' };
  if (dataset.count === 0) return { light: 'bad', key: 'data.verdict.empty' };
  const lights = Object.values(lightsOf(dataset));
  if (!dataset.publishable) return dataset.geometry !== 'none' && !dataset.crs?.code ? { light: 'look', key: 'data.verdict.choice' } : { light: 'bad', key: 'data.verdict.bad' };
  const looks = lights.filter(({ light }) => light !== 'good').length;
  if (dataset.faultyRows > 0) return { light: 'look', key: 'data.verdict.faulty', params: { n: dataset.faultyRows } };
  return looks > 0 ? { light: 'look', key: 'data.verdict.look', params: { n: looks } } : { light: 'good', key: 'data.verdict.good' };
}
