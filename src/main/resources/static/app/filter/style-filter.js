// A filter as an expression of the map's styles, so that the map shows the same features without asking the server.

import { finished, isGroup, kindOf } from './model.js';

const SIGNS = { equals: '==', differs: '!=', less: '<', most: '<=', more: '>', least: '>=', before: '<', since: '>=' };

/**
 * @returns the expression, or null when tiles cannot answer it: they hold no exact shapes, and nothing to tell unknown
 *   from false where one of several unknowns is negated
 */
export function styleFilter(root, fields) {
  const kinds = new Map(fields.map((it) => [it.name, kindOf(it)]));
  const whole = finished(root);
  try {
    return whole && of(whole, kinds);
  } catch (failure) {
    if (failure instanceof Unanswerable) return null;
    throw failure;
  }
}

class Unanswerable extends Error {}

function of(part, kinds) {
  if (!isGroup(part)) return predicate(part, kinds.get(part.field));
  const parts = part.parts.map((it) => of(it, kinds));
  const inner = [part.join, ...parts];
  if (!part.not) return inner;
  const nested = part.parts.some(isGroup) || (part.join === 'all' && parts.length > 1);
  if (nested) throw new Unanswerable();
  const asked = part.parts.filter((it) => it.op !== 'empty' && it.op !== 'filled').map((it) => ['has', it.field]);
  return ['all', ...asked, ['!', inner]];
}

function predicate({ field, op, values, ignoreCase }, kind) {
  if (kind === 'geometry' || kind === 'datetime' || op === 'last') throw new Unanswerable();
  const fold = (it) => (ignoreCase ? ['lower', it] : it);
  const found = fold(['get', field]);
  switch (op) {
    case 'empty': return ['!', ['has', field]];
    case 'filled': return ['has', field];
    case 'yes': return ['==', ['get', field], true];
    case 'no': return ['==', ['get', field], false];
    case 'in': return ['in', ['get', field], ['literal', values]];
    case 'out': return ['all', ['has', field], ['!', ['in', ['get', field], ['literal', values]]]];
    case 'between': return ['between', ['get', field], ...values];
    case 'contains': return ['like', found, `%${escaped(values[0], ignoreCase)}%`];
    case 'starts': return ['like', found, `${escaped(values[0], ignoreCase)}%`];
    default: return ['all', ['has', field], [SIGNS[op], found, ignoreCase ? values[0].toLowerCase() : values[0]]];
  }
}

const escaped = (value, ignoreCase) => (ignoreCase ? value.toLowerCase() : value).replace(/[\\%_]/g, '\\$&');
