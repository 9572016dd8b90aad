// Writes a filter as CQL2 text (OGC 21-065r2).

import { finished, GEOMETRY, isGroup, kindOf } from './model.js';
import { daysAgo, toInstant } from './times.js';

const KEYWORDS = new Set(('AND OR NOT LIKE BETWEEN IN IS NULL TRUE FALSE CASEI ACCENTI DIV DATE TIMESTAMP INTERVAL BBOX POINT LINESTRING POLYGON '
  + 'MULTIPOINT MULTILINESTRING MULTIPOLYGON GEOMETRYCOLLECTION').split(' '));
const COMPARED = { equals: '=', differs: '<>', less: '<', most: '<=', more: '>', least: '>=', before: '<', since: '>=' };

/**
 * @param root group or condition; what is unfinished in it is left out
 * @param fields of the layer, which decide how values are written
 * @returns the text, empty when it asks for nothing
 */
export function cql2(root, fields, now = Date.now()) {
  const kinds = new Map(fields.map((it) => [it.name, kindOf(it)]));
  const whole = finished(root);
  return whole ? part(whole, kinds, now, true) : '';
}

function part(it, kinds, now, outermost = false) {
  if (!isGroup(it)) return predicate(it, kinds.get(it.field), now);
  const parts = it.parts.map((each) => part(each, kinds, now));
  const text = parts.join(it.join === 'any' ? ' OR ' : ' AND ');
  if (it.not) return `NOT (${text})`;
  return outermost || parts.length === 1 ? text : `(${text})`;
}

function predicate({ field, op, values, ignoreCase }, kind, now) {
  const name = identifier(field);
  switch (op) {
    case 'empty': return `${name} IS NULL`;
    case 'filled': return `${name} IS NOT NULL`;
    case 'yes': return `${name} = TRUE`;
    case 'no': return `${name} = FALSE`;
    case 'in': return `${name} IN (${values.map(text).join(', ')})`;
    case 'out': return `${name} NOT IN (${values.map(text).join(', ')})`;
    case 'between': return `${name} BETWEEN ${literal(values[0], kind)} AND ${literal(values[1], kind)}`;
    case 'last': return `${name} >= ${lastDays(Number(values[0]), kind, now)}`;
    case 'contains': return folded(name, 'LIKE', `%${pattern(values[0])}%`, ignoreCase);
    case 'starts': return folded(name, 'LIKE', `${pattern(values[0])}%`, ignoreCase);
    case 'meets': return spatial('S_INTERSECTS', values);
    case 'within': return spatial('S_WITHIN', values);
    default: return kind === 'text' ? folded(name, COMPARED[op], values[0], ignoreCase) : `${name} ${COMPARED[op]} ${literal(values[0], kind)}`;
  }
}

const folded = (name, operator, value, ignoreCase) =>
  ignoreCase ? `CASEI(${name}) ${operator} CASEI(${text(value)})` : `${name} ${operator} ${text(value)}`;

function lastDays(days, kind, now) {
  const day = daysAgo(days, now);
  return literal(kind === 'date' ? day : `${day}T00:00`, kind);
}

function literal(value, kind) {
  if (kind === 'number') return String(Number(value));
  if (kind === 'date') return `DATE('${value}')`;
  if (kind === 'datetime') return `TIMESTAMP('${toInstant(value)}')`;
  return text(value);
}

/** Any of several shapes is enough: a corridor is written as one shape for each of its segments. */
function spatial(name, shapes) {
  const all = shapes.map((shape) => `${name}(${GEOMETRY}, ${wkt(shape)})`);
  return all.length === 1 ? all[0] : `(${all.join(' OR ')})`;
}

/** A polygon in longitude, latitude, to a tenth of a metre. */
export const wkt = ({ coordinates }) => `POLYGON(${coordinates.map((ring) => `(${ring.map((at) => at.map(degrees).join(' ')).join(',')})`).join(',')})`;

const degrees = (value) => String(Number(value.toFixed(6)));

export const identifier = (name) => (/^[A-Za-z_]\w*$/.test(name) && !KEYWORDS.has(name.toUpperCase()) ? name : `"${name}"`);

/** A quote is doubled; behind a backslash, which would take the first of the two, it is escaped itself. */
export const text = (value) => `'${String(value).replace(/\\'|'/g, (it) => (it === "'" ? "''" : "\\\\'"))}'`;

const pattern = (value) => value.replace(/[\\%_]/g, '\\$&');
