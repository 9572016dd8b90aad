// The transfer matrix: areas by class before (rows) and after (columns), with sums, for table, chart and file.

import { pick, t } from '../../i18n.js';

export const SQUARE_METRES = { ha: 10_000, mu: 10_000 / 15 };

/**
 * @param matrix {rows: [{code, title}], columns, areas: [[m²]]} of the answer
 * @returns {rows, columns, cells: [[m²]], rowSums, columnSums, total, most: the largest that moved}
 */
export function readMatrix(matrix) {
  const title = (it) => ({ code: it.code ?? '', title: pick(it.title) || (it.code ?? '') || t('data.noClass') });
  const rows = matrix.rows.map(title);
  const columns = (matrix.columns ?? matrix.rows).map(title);
  const cells = rows.map((_, i) => columns.map((__, j) => Number(matrix.areas[i]?.[j] ?? 0)));
  const sum = (list) => list.reduce((all, value) => all + value, 0);
  const moved = cells.flatMap((line, i) => line.filter((_, j) => rows[i].code !== columns[j].code));
  return { rows, columns, cells, rowSums: cells.map(sum), columnSums: columns.map((_, j) => sum(cells.map((line) => line[j]))), total: sum(cells.map(sum)), most: Math.max(0, ...moved) };
}

/** Rows of a file: codes, titles and areas in the unit, sums at the edges. */
export function matrixRows(read, unit) {
  const at = (value) => (value / SQUARE_METRES[unit]).toFixed(unit === 'ha' ? 4 : 2);
  const name = ({ code, title }) => (code && code !== title ? `${code} ${title}` : title);
  return [
    [t('data.matrixCorner', { unit: t(`data.unit.${unit}`) }), ...read.columns.map(name), t('data.sum')],
    ...read.rows.map((row, i) => [name(row), ...read.cells[i].map(at), at(read.rowSums[i])]),
    [t('data.sum'), ...read.columnSums.map(at), at(read.total)],
  ];
}
