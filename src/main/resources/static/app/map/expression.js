/**
 * Compiles a style expression to a function of (properties, scene), scene being {lang, zoom}.
 * Literals are themselves; an unknown operator throws here, not while drawing.
 */
export function compile(expression) {
  if (!Array.isArray(expression)) return () => expression ?? null;
  const [name, ...args] = expression;
  const build = operators[name];
  if (!build) throw new Error(`no operator ${JSON.stringify(name)} in style expressions`);
  return build(args);
}

/** A compiled condition: true when the expression is absent. */
export const condition = (expression) =>
  expression === null || expression === undefined ? () => true : compile(expression);

const own = (properties, name) => (Object.hasOwn(properties, name) ? properties[name] : null);

/** Text equals text, numbers equal numbers; a number and the text of it are the same, as in a filter of OGC. */
const same = (a, b) => a === b || (a !== null && b !== null && typeof a !== typeof b && String(a) === String(b));

function order(a, b) {
  if (a === null || b === null) return NaN;
  const [x, y] = [Number(a), Number(b)];
  if (a !== '' && b !== '' && !Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

const each = (args) => args.map(compile);
const compare = (test) => (args) => {
  const [a, b] = each(args);
  return (p, s) => test(order(a(p, s), b(p, s)));
};
const compute = (step) => (args) => {
  const parts = each(args);
  return (p, s) => parts.slice(1).reduce((sum, part) => step(sum, Number(part(p, s))), Number(parts[0](p, s)));
};
const words = (value) => (value === null || value === undefined ? '' : String(value));

/** % any text, _ one character, a backslash before either means itself; case counts, as in SQL. */
function pattern(text) {
  const source = text.replace(/\\(.)|[\s\S]/gu, (it, escaped) => {
    if (escaped !== undefined) return quoted(escaped);
    return it === '%' ? '.*' : it === '_' ? '.' : quoted(it);
  });
  return new RegExp(`^${source}$`, 'su');
}

const quoted = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const operators = {
  literal:
    ([value]) =>
    () =>
      value,
  get:
    ([name]) =>
    (p) =>
      own(p, name),
  has:
    ([name]) =>
    (p) =>
      own(p, name) !== null,
  lang:
    ([zh, en]) =>
    (p, s) =>
      s.lang === 'en' ? own(p, en) || own(p, zh) : own(p, zh) || own(p, en),
  zoom: () => (p, s) => s.zoom,
  '==': (args) => {
    const [a, b] = each(args);
    return (p, s) => same(a(p, s), b(p, s));
  },
  '!=': (args) => {
    const [a, b] = each(args);
    return (p, s) => !same(a(p, s), b(p, s));
  },
  '<': compare((it) => it < 0),
  '<=': compare((it) => it <= 0),
  '>': compare((it) => it > 0),
  '>=': compare((it) => it >= 0),
  between: (args) => {
    const [value, low, high] = each(args);
    return (p, s) => order(value(p, s), low(p, s)) >= 0 && order(value(p, s), high(p, s)) <= 0;
  },
  all: (args) => {
    const parts = each(args);
    return (p, s) => parts.every((it) => it(p, s));
  },
  any: (args) => {
    const parts = each(args);
    return (p, s) => parts.some((it) => it(p, s));
  },
  '!': (args) => {
    const [it] = each(args);
    return (p, s) => !it(p, s);
  },
  in: (args) => {
    const [value, list] = each(args);
    return (p, s) => {
      const found = value(p, s);
      return found !== null && (list(p, s) ?? []).some((it) => same(it, found));
    };
  },
  like: ([value, text]) => {
    const read = compile(value);
    const test = pattern(words(Array.isArray(text) ? text[1] : text));
    return (p, s) => {
      const found = read(p, s);
      return found !== null && test.test(String(found));
    };
  },
  concat: (args) => {
    const parts = each(args);
    return (p, s) => parts.map((it) => words(it(p, s))).join('');
  },
  coalesce: (args) => {
    const parts = each(args);
    return (p, s) => parts.reduce((found, it) => found ?? it(p, s), null);
  },
  case: (args) => {
    const parts = each(args);
    return (p, s) => {
      for (let i = 0; i + 1 < parts.length; i += 2) if (parts[i](p, s)) return parts[i + 1](p, s);
      return parts.length % 2 === 1 ? parts.at(-1)(p, s) : null;
    };
  },
  lower: (args) => {
    const [it] = each(args);
    return (p, s) => {
      const found = it(p, s);
      return found === null ? null : String(found).toLowerCase();
    };
  },
  'to-string': (args) => {
    const [it] = each(args);
    return (p, s) => words(it(p, s));
  },
  'to-number': (args) => {
    const [it] = each(args);
    return (p, s) => Number(it(p, s));
  },
  '+': compute((a, b) => a + b),
  '-': compute((a, b) => a - b),
  '*': compute((a, b) => a * b),
  '/': compute((a, b) => a / b),
};
