import { h } from '../ui/index.js';

/** A text as nodes, its ranges [start, end) marked. */
export function marked(text, ranges) {
  const nodes = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start < at || end > text.length || start >= end) continue;
    nodes.push(text.slice(at, start), h('mark', { text: text.slice(start, end) }));
    at = end;
  }
  nodes.push(text.slice(at));
  return nodes.filter((it) => it !== '');
}

/** Where the words of a query stand in a text, for what the server did not search. */
export function rangesOf(text, query) {
  const lower = text.toLowerCase();
  const ranges = [];
  for (const word of query.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = lower.length === text.length ? lower.indexOf(word) : -1;
    if (at >= 0) ranges.push([at, at + word.length]);
  }
  return ranges.sort((a, b) => a[0] - b[0]);
}
