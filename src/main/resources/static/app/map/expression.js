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

/** The place of a number among ascending ones: how many are not above it; below decides for those that are equal. */
function placeOf(number, stops, below) {
  let i = 0;
  while (i < stops.length && (below ? number > stops[i] : number >= stops[i])) i++;
  return i;
}

/** Numbers that may come as text; NaN for what is none. */
const numeric = (value) => (value === null || value === undefined || value === '' ? NaN : Number(value));

/** Keys and compiled values in turn. */
const pairs = (args) => {
  const found = { keys: [], values: [] };
  for (let i = 0; i + 1 < args.length; i += 2) {
    found.keys.push(args[i]);
    found.values.push(compile(args[i + 1]));
  }
  return found;
};

const step = (below) => (args) => {
  const input = compile(args[0]);
  const first = compile(args[1]);
  const { keys, values } = pairs(args.slice(2));
  return (p, s) => {
    const number = numeric(input(p, s));
    if (Number.isNaN(number)) return null;
    const at = placeOf(number, keys, below);
    return (at === 0 ? first : values[at - 1])(p, s);
  };
};

/** Between two numbers or two colours #rrggbb. */
function between(from, to, share) {
  if (from === null || to === null) return null;
  if (!String(from).startsWith('#') || !String(to).startsWith('#')) return Number(from) + share * (Number(to) - Number(from));
  const channel = (color, i) => parseInt(color.slice(i, i + 2), 16);
  return `#${[1, 3, 5]
    .map((i) => Math.floor(channel(from, i) + share * (channel(to, i) - channel(from, i)) + 0.5))
    .map((it) => it.toString(16).padStart(2, '0'))
    .join('')}`;
}

/** A number as a reader writes it, and any other value as text. */
const wordsOf = (value) => (typeof value === 'number' ? String(value) : words(value));

const ofText = (make) => (args) => {
  const parts = each(args);
  return (p, s) => {
    const values = parts.map((it) => it(p, s));
    return values.some((it) => it === null) ? null : make(...values.map(wordsOf));
  };
};

const ofNumbers = (make) => (args) => {
  const parts = each(args);
  return (p, s) => {
    const result = make(...parts.map((it) => numeric(it(p, s))));
    return Number.isFinite(result) ? result : null;
  };
};

const operators = {
  step: step(false),
  'step-above': step(true),
  interpolate: ([[curve], ...args]) => {
    const input = compile(args[0]);
    const { keys, values } = pairs(args.slice(1));
    return (p, s) => {
      const number = numeric(input(p, s));
      if (Number.isNaN(number)) return null;
      const above = placeOf(number, keys, false);
      if (above === 0 || above === keys.length) return values[Math.max(0, above - 1)](p, s);
      const share = (number - keys[above - 1]) / (keys[above] - keys[above - 1]);
      const eased = curve === 'cosine' ? (1 - Math.cos(Math.PI * share)) / 2 : share;
      return between(values[above - 1](p, s), values[above](p, s), eased);
    };
  },
  match: ([value, ...args]) => {
    const input = compile(value);
    const { keys, values } = pairs(args.slice(0, -1));
    const otherwise = compile(args.at(-1));
    const at = new Map(keys.map((key, i) => [String(key), i]).reverse());
    return (p, s) => {
      const found = input(p, s);
      const i = found === null ? undefined : at.get(wordsOf(found));
      return (i === undefined ? otherwise : values[i])(p, s);
    };
  },
  missing: (args) => {
    const [it] = each(args);
    return (p, s) => it(p, s) === null;
  },
  upcase: ofText((text) => text.toUpperCase()),
  trim: ofText((text) => text.trim()),
  length: ofText((text) => text.length),
  slice: ofText((text, from, to = 1e9) => text.slice(Math.max(0, Number(from)), Math.max(0, Number(from), Number(to)))),
  starts: ofText((text, start) => text.startsWith(start)),
  ends: ofText((text, end) => text.endsWith(end)),
  abs: ofNumbers(Math.abs),
  ceil: ofNumbers(Math.ceil),
  floor: ofNumbers(Math.floor),
  round: ofNumbers((it) => Math.floor(it + 0.5)),
  sqrt: ofNumbers(Math.sqrt),
  ln: ofNumbers(Math.log),
  exp: ofNumbers(Math.exp),
  '^': ofNumbers((base, power) => base ** power),
  min: ofNumbers(Math.min),
  max: ofNumbers(Math.max),
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
  'to-number': ofNumbers((it) => it),
  '+': ofNumbers((a, b) => a + b),
  '-': ofNumbers((a, b) => a - b),
  '*': ofNumbers((a, b) => a * b),
  '/': ofNumbers((a, b) => a / b),
};
