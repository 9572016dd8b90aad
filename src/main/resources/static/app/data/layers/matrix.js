// The transfer matrix: areas by class before (rows) and after (columns), with sums, for table, chart and file.

import { pick, t } from '../../i18n.js';

export const SQUARE_METRES = { ha: 10_000, mu: 10_000 / 15 };

/** The class of ground that was not in the layer before, or is no longer. */
const NOTHING = '∅';

/**
 * @param matrix {rows: [{code, title, color}], columns, areas: [[m²]], to_nothing: [m²], from_nothing: [m²]} of the answer
 * @returns {rows, columns, cells: [[m²]], rowSums, columnSums, total, most: the largest that moved}
 */
export function readMatrix(matrix) {
  const lost = matrix.to_nothing ?? [];
  const won = matrix.from_nothing ?? [];
  const title = (it) => ({ code: it.code ?? '', title: pick(it.title) || (it.code ?? ''), color: it.color ?? null });
  const rows = matrix.rows.map(title);
  const columns = matrix.columns.map(title);
  const cells = matrix.areas.map((line) => [...line]);
  if (lost.some((area) => area > 0)) {
    columns.push({ code: NOTHING, title: t('data.toNothing'), color: null });
    cells.forEach((line, i) => line.push(lost[i]));
  }
  if (won.some((area) => area > 0)) {
    rows.push({ code: NOTHING, title: t('data.fromNothing'), color: null });
    cells.push(columns.map((_, j) => won[j] ?? 0));
  }
  const sum = (list) => list.reduce((all, value) => all + value, 0);
  const moved = cells.flatMap((line, i) => line.filter((_, j) => rows[i].code !== columns[j].code));
  return { rows, columns, cells, rowSums: cells.map(sum), columnSums: columns.map((_, j) => sum(cells.map((line) => line[j]))), total: sum(cells.map(sum)), most: Math.max(0, ...moved) };
}

/** Only the classes that gained or lost ground; all that is left out of their rows and columns is nothing. */
export function onlyMoved(read) {
  const moved = new Set();
  read.cells.forEach((line, i) => line.forEach((area, j) => {
    if (area > 0 && read.rows[i].code !== read.columns[j].code) moved.add(read.rows[i].code).add(read.columns[j].code);
  }));
  const rows = read.rows.map((_, i) => i).filter((i) => moved.has(read.rows[i].code));
  const columns = read.columns.map((_, j) => j).filter((j) => moved.has(read.columns[j].code));
  const rowSums = rows.map((i) => read.rowSums[i]);
  return { ...read, rows: rows.map((i) => read.rows[i]), columns: columns.map((j) => read.columns[j]), cells: rows.map((i) => columns.map((j) => read.cells[i][j])), rowSums, columnSums: columns.map((j) => read.columnSums[j]), total: rowSums.reduce((all, area) => all + area, 0) };
}

/** Code and title as one name, once where they are the same. */
export const className = ({ code, title }) => (code && code !== NOTHING && code !== title ? `${code} ${title}` : title);

/** Rows of a file: codes, titles and areas in the unit, sums at the edges. */
export function matrixRows(read, unit) {
  const at = (value) => (value / SQUARE_METRES[unit]).toFixed(unit === 'ha' ? 4 : 2);
  return [
    [t('data.matrixCorner', { unit: t(`data.unit.${unit}`) }), ...read.columns.map(className), t('data.sum')],
    ...read.rows.map((row, i) => [className(row), ...read.cells[i].map(at), at(read.rowSums[i])]),
    [t('data.sum'), ...read.columnSums.map(at), at(read.total)],
  ];
}
