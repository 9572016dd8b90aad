// Cuts CQL2 text into words, and walks along them.

const TOKEN = /\s*(?:'((?:''|\\'|[^'])*)'|"([^"]*)"|([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([\p{L}_:][\p{L}\p{Mn}\w:.]*)|(<>|<=|>=|[=<>(),]))/uy;

/** [{type: text|name|number|word|sign, value}], or null when something is no word of CQL2. */
export function scan(source) {
  const tokens = [];
  TOKEN.lastIndex = 0;
  const end = source.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const found = TOKEN.exec(source);
    if (!found) return null;
    const [, text, name, number, word, sign] = found;
    if (text !== undefined) tokens.push({ type: 'text', value: text.replace(/''|\\'/g, "'") });
    else if (name !== undefined) tokens.push({ type: 'name', value: name });
    else if (number !== undefined) tokens.push({ type: 'number', value: Number(number) });
    else if (word !== undefined) tokens.push({ type: 'word', value: word });
    else tokens.push({ type: 'sign', value: sign });
  }
  return tokens;
}

/** What is written is nothing that the form can show: not an error, only beyond it. */
export class Beyond extends Error {}

/** A reader of tokens; words are compared without regard to case. */
export function walk(tokens) {
  let at = 0;
  const is = (value) => tokens[at] !== undefined && tokens[at].type !== 'text' && tokens[at].type !== 'name' && String(tokens[at].value).toUpperCase() === value;
  const walker = {
    get done() {
      return at >= tokens.length;
    },
    /** Steps over the words if they stand here. */
    take(...values) {
      const before = at;
      for (const value of values) {
        if (!is(value)) {
          at = before;
          return false;
        }
        at++;
      }
      return true;
    },
    expect(...values) {
      if (!walker.take(...values)) throw new Beyond(`no ${values.join(' ')}`);
    },
    next(...types) {
      const token = tokens[at++];
      if (!token || !types.includes(token.type)) throw new Beyond(`no ${types.join(' or ')}`);
      return token.value;
    },
  };
  return walker;
}
