// A filter as rows of a form: {join: all|any, not, parts: [condition | group]}, groups one level deep.
// A condition is {field, op, values, ignoreCase}; dates are written as the form writes them, in Beijing time.

/** The name by which a filter means the shape of a feature. */
export const GEOMETRY = 'geometry';

const PRESENCE = ['empty', 'filled'];

/** What may be asked of a field of each kind. */
export const OPERATORS = {
  text: ['contains', 'starts', 'equals', 'differs', ...PRESENCE],
  number: ['equals', 'differs', 'less', 'most', 'more', 'least', 'between', ...PRESENCE],
  date: ['since', 'before', 'between', 'last', ...PRESENCE],
  datetime: ['since', 'before', 'between', 'last', ...PRESENCE],
  boolean: ['yes', 'no', ...PRESENCE],
  codes: ['in', 'out', ...PRESENCE],
  geometry: ['meets', 'within'],
};

/** How many values an operator takes; Infinity for a list. */
export const arity = (op) => ({ between: 2, in: Infinity, out: Infinity, meets: Infinity, within: Infinity, yes: 0, no: 0, empty: 0, filled: 0 })[op] ?? 1;

export function kindOf(field) {
  if (field.name === GEOMETRY) return 'geometry';
  if (field.codes) return 'codes';
  return field.type === 'integer' ? 'number' : field.type;
}

/** The fields that can be asked for, the shape last. */
export const fieldsOf = (layer) => [...(layer.fields ?? []), ...(layer.geometry === 'none' ? [] : [{ name: GEOMETRY, type: 'geometry' }])];

export const group = (parts = [], join = 'all', not = false) => ({ join, not, parts });
export const isGroup = (part) => Array.isArray(part.parts);

export function condition(field) {
  const op = OPERATORS[kindOf(field)][0];
  return { field: field.name, op, values: [], ...(kindOf(field) === 'text' ? { ignoreCase: true } : {}) };
}

/** Whether a condition says enough to be asked. */
export function isComplete({ op, values }) {
  const needed = arity(op);
  if (needed === Infinity) return values.length > 0;
  return Array.from({ length: needed }, (_, i) => values[i]).every((it) => it !== undefined && it !== null && it !== '');
}

/** The same without what is unfinished, or null when nothing is left. */
export function finished(part) {
  if (!isGroup(part)) return isComplete(part) ? part : null;
  const parts = part.parts.map(finished).filter(Boolean);
  return parts.length > 0 ? { ...part, parts } : null;
}

/** How many conditions stand in it. */
export const countOf = (part) => (isGroup(part) ? part.parts.reduce((sum, it) => sum + countOf(it), 0) : 1);
