// Land-use statistics as a tree of classes: the server answers by code as surveyed, the planner reads
// by first class (R, A, B …) and by second class (R1, R2 …).

/** One 亩 is a fifteenth of a hectare. */
export const SQUARE_METRES_PER_MU = 10000 / 15;

/** The chain from the first class down to the code itself; an unknown code stands alone. */
export function ancestry(code, entries) {
  const chain = [];
  for (let at = entries.get(code); at && !chain.includes(at); at = entries.get(at.parent)) chain.unshift(at);
  return chain.length > 0 ? chain : [{ code, title: null, color: null }];
}

/**
 * First classes with their second classes, both by falling area. Shares are of the whole area.
 *
 * @param groups as answered by /api/statistics, area in square metres
 * @param codeList the layer's code list, or null when it has none
 */
export function classTree(groups, codeList) {
  const entries = new Map((codeList?.entries ?? []).map((entry) => [entry.code, entry]));
  const total = groups.reduce((sum, group) => sum + group.area_m2, 0);
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  const firsts = new Map();
  for (const group of groups) {
    const chain = ancestry(group.code, entries);
    const first = rowFor(firsts, chain[0], group);
    add(first, group);
    add(rowFor(first.children, chain[1] ?? chain[0], group), group);
  }
  return { total: { area: total, count }, rows: finish(firsts, total) };
}

function rowFor(rows, entry, group) {
  if (!rows.has(entry.code)) {
    rows.set(entry.code, {
      code: entry.code,
      title: entry.title ?? group.title,
      color: entry.color ?? group.color,
      codes: [],
      area: 0,
      count: 0,
      children: new Map(),
    });
  }
  return rows.get(entry.code);
}

function add(row, group) {
  row.codes.push(group.code);
  row.area += group.area_m2;
  row.count += group.count;
}

function finish(rows, total) {
  return [...rows.values()]
    .map((row) => ({ ...row, share: total > 0 ? row.area / total : 0, children: finish(row.children, total) }))
    .sort((a, b) => b.area - a.area);
}

/** All second classes in one list, by falling area: what the chart and the file show at that grouping. */
export const secondClasses = (tree) => tree.rows.flatMap((row) => row.children).sort((a, b) => b.area - a.area);
