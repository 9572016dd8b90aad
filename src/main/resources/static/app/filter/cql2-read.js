// Reads CQL2 text back into rows of the form, as far as the form can say it.

import { boxPolygon } from '../map/shapes.js';
import { Beyond, scan, walk } from './cql2-scan.js';
import { arity, GEOMETRY, group, isGroup, kindOf } from './model.js';
import { toLocal } from './times.js';

/**
 * @param fields of the layer
 * @returns the root group, or null when the text asks for more than the form can show
 */
export function readCql2(source, fields) {
  if (source.trim() === '') return group();
  const tokens = scan(source);
  if (!tokens) return null;
  try {
    const words = walk(tokens);
    const root = either(words, new Map(fields.map((it) => [it.name, kindOf(it)])));
    if (!words.done) return null;
    const whole = isGroup(root) ? root : group([root]);
    return whole.parts.every((it) => !isGroup(it) || it.parts.every((inner) => !isGroup(inner))) ? whole : null;
  } catch (failure) {
    if (failure instanceof Beyond) return null;
    throw failure;
  }
}

const either = (words, kinds) => joined(words, 'OR', 'any', () => both(words, kinds));
const both = (words, kinds) => joined(words, 'AND', 'all', () => negated(words, kinds));

function joined(words, keyword, join, read) {
  const parts = [read()];
  while (words.take(keyword)) parts.push(read());
  if (parts.length === 1) return parts[0];
  // Several shapes, any of which is enough, are one condition.
  const [first] = parts;
  if (join === 'any' && parts.every((it) => it.field === GEOMETRY && it.op === first.op)) return { ...first, values: parts.flatMap((it) => it.values) };
  return group(parts, join);
}

function negated(words, kinds) {
  if (!words.take('NOT')) return primary(words, kinds);
  const inner = primary(words, kinds);
  return isGroup(inner) ? { ...inner, not: !inner.not } : group([inner], 'all', true);
}

function primary(words, kinds) {
  if (words.take('(')) {
    const inner = either(words, kinds);
    words.expect(')');
    return inner;
  }
  for (const [name, op] of [['S_INTERSECTS', 'meets'], ['S_WITHIN', 'within']]) if (words.take(name)) return spatial(words, op);
  const ignoreCase = words.take('CASEI', '(');
  const field = words.next('word', 'name');
  if (ignoreCase) words.expect(')');
  const kind = kinds.get(field);
  if (!kind || kind === 'geometry') throw new Beyond(field);
  const found = predicate(words, kind, ignoreCase);
  if (kind === 'text') return { field, ...found, ignoreCase: ignoreCase || arity(found.op) === 0 };
  return { field, ...found };
}

function predicate(words, kind, ignoreCase) {
  if (words.take('IS', 'NULL')) return { op: 'empty', values: [] };
  if (words.take('IS', 'NOT', 'NULL')) return { op: 'filled', values: [] };
  if (words.take('LIKE')) return like(value(words, 'text', ignoreCase), kind);
  if (words.take('IN')) return { op: need(kind === 'codes', 'in'), values: list(words) };
  if (words.take('NOT', 'IN')) return { op: need(kind === 'codes', 'out'), values: list(words) };
  if (words.take('BETWEEN')) {
    const low = value(words, kind);
    words.expect('AND');
    return { op: need(['number', 'date', 'datetime'].includes(kind), 'between'), values: [low, value(words, kind)] };
  }
  const sign = words.next('sign');
  if (kind === 'boolean') return { op: need(sign === '=', words.take('TRUE') ? 'yes' : (words.expect('FALSE'), 'no')), values: [] };
  const found = value(words, kind, ignoreCase);
  if (kind === 'codes') return { op: need(sign === '=' || sign === '<>', sign === '=' ? 'in' : 'out'), values: [found] };
  const op = SIGNS[kind]?.[sign];
  return { op: need(op, op), values: [found] };
}

const SIGNS = {
  text: { '=': 'equals', '<>': 'differs' },
  number: { '=': 'equals', '<>': 'differs', '<': 'less', '<=': 'most', '>': 'more', '>=': 'least' },
  date: { '<': 'before', '>=': 'since' },
  datetime: { '<': 'before', '>=': 'since' },
};

function need(fact, result) {
  if (!fact) throw new Beyond('beyond the form');
  return result;
}

/** A literal as the form writes it. */
function value(words, kind, ignoreCase = false) {
  if (kind === 'number') return String(words.next('number'));
  if (kind === 'date' || kind === 'datetime') {
    words.expect(kind === 'date' ? 'DATE' : 'TIMESTAMP', '(');
    const found = words.next('text');
    words.expect(')');
    return kind === 'date' ? found : toLocal(found);
  }
  if (ignoreCase) words.expect('CASEI', '(');
  const found = words.next('text');
  if (ignoreCase) words.expect(')');
  return found;
}

function list(words) {
  words.expect('(');
  const values = [words.next('text')];
  while (words.take(',')) values.push(words.next('text'));
  words.expect(')');
  return values;
}

/** Only patterns that the form can say: something anywhere, or at the start. */
function like(pattern, kind) {
  const found = pattern.match(/^(%?)((?:\\[\s\S]|[^\\%_])+)%$/);
  need(kind === 'text' && found, true);
  return { op: found[1] ? 'contains' : 'starts', values: [found[2].replace(/\\([\s\S])/g, '$1')] };
}

function spatial(words, op) {
  words.expect('(');
  need(words.next('word', 'name') === GEOMETRY, true);
  words.expect(',');
  const shape = words.take('BBOX') ? boxPolygon(numbers(words)) : (words.expect('POLYGON', '('), { type: 'Polygon', coordinates: rings(words) });
  words.expect(')');
  return { field: GEOMETRY, op, values: [shape] };
}

function numbers(words) {
  words.expect('(');
  const found = [words.next('number')];
  while (words.take(',')) found.push(words.next('number'));
  words.expect(')');
  return need(found.length === 4, found);
}

/** ((lon lat, …), …), the outer bracket being open already. */
function rings(words) {
  const all = [];
  do {
    words.expect('(');
    const ring = [];
    do ring.push([words.next('number'), words.next('number')]);
    while (words.take(','));
    words.expect(')');
    all.push(ring);
  } while (words.take(','));
  words.expect(')');
  return all;
}
