// How a data set stands, in the four aspects that staff ask about: good, look (worth a look), bad (must be decided).

const SURE = 0.8;
const LIKELY = 0.6;

const sum = (counts = {}, names) => names.reduce((total, name) => total + (counts[name] ?? 0), 0);

/** A number of the geometry part of the report; nothing said counts as none. */
export const shapeCount = (dataset, name) => Number(dataset.shapes?.[name] ?? (name === 'invalid' ? dataset.invalid : name === 'missing' ? dataset.withoutGeometry : 0) ?? 0);

function encoding({ encoding: found, problemCounts }) {
  if (!found?.name) return { light: 'good', key: 'data.encoding.none' };
  const broken = sum(problemCounts, ['text_undecodable', 'TEXT_UNDECODABLE']);
  if (broken > 0) return { light: 'look', key: 'data.encoding.broken', params: { name: found.name, n: broken } };
  return found.confidence != null && found.confidence < LIKELY ? { light: 'look', key: 'data.encoding.guess', params: { name: found.name } } : { light: 'good', key: 'data.encoding.sure', params: { name: found.name } };
}

function crs({ geometry, crs: found, shift }) {
  if (geometry === 'none') return { light: 'good', key: 'data.crs.none' };
  if (!found?.code) return { light: 'bad', key: 'data.crs.unknown' };
  if (found.swapped) return { light: 'look', key: 'data.crs.swapped', params: { code: found.code } };
  if (shift?.suspect && !shift.corrected) return { light: 'look', key: 'data.crs.shifted', params: { code: found.code } };
  return found.confidence != null && found.confidence < SURE ? { light: 'look', key: 'data.crs.guess', params: { code: found.code } } : { light: 'good', key: 'data.crs.sure', params: { code: found.code } };
}

function geometry(dataset) {
  if (dataset.geometry === 'none') return { light: 'good', key: 'data.geometry.absent' };
  const faulty = sum(Object.fromEntries(['missing', 'empty', 'invalid', 'duplicates', 'slivers', 'outside'].map((name) => [name, shapeCount(dataset, name)])), ['missing', 'empty', 'invalid', 'duplicates', 'slivers', 'outside']);
  return faulty > 0 ? { light: 'look', key: 'data.geometry.faulty', params: { n: faulty } } : { light: 'good', key: 'data.geometry.sound' };
}

function attributes({ fields = [], codes = [], keys = [] }) {
  const violations = codes.reduce((all, it) => all + it.violations.reduce((rows, { count }) => rows + count, 0), 0);
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
