// A data set as the report tells it, with the names that these pages use.

/** @param told a member of report.datasets; what an older report leaves out counts as not looked at */
export function readDataset(told) {
  const shapes = typeof told.geometry === 'object' ? told.geometry : (told.shapes ?? null);
  return {
    ...told,
    geometry: typeof told.geometry === 'string' ? told.geometry : (told.geometry?.kind ?? 'none'),
    shapes,
    fields: told.fields ?? [],
    codes: told.codes ?? [],
    keys: told.keys ?? [],
    faults: Number(told.faults ?? 0),
    faultyRows: Number(told.faulty_rows ?? told.faultyRows ?? 0),
  };
}

/** What stands before the files of a data set's faults. */
export const faultsPath = (imported, dataset) => `/api/imports/${encodeURIComponent(imported.id)}/datasets/${dataset.index}`;
