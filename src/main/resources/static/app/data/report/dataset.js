// A data set as the report tells it, with the names that these pages use.

/** @param told a member of report.datasets; what an older report leaves out counts as not looked at */
export function readDataset(told) {
  const { faulty_rows: faultyRows = 0, ...rest } = told;
  return { shapes: null, fields: [], codes: [], keys: [], faults: 0, problemCounts: {}, ...rest, faultyRows };
}

/** What stands before the files of a data set's faults. */
export const faultsPath = (imported, dataset) => `/api/imports/${encodeURIComponent(imported.id)}/datasets/${dataset.index}`;
