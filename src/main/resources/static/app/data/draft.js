// What a person chose and typed for one import, kept in this browser until it is published or discarded.

const KEY = 'citygis.import.draft';

/** The draft of an import: .values, and .keep(part), which also writes it down. */
export function draftOf(id) {
  const values = { import: id, ...(read()?.import === id ? read() : {}) };
  return {
    values,
    keep(part) {
      Object.assign(values, part);
      write(values);
    },
  };
}

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function write(values) {
  try {
    localStorage.setItem(KEY, JSON.stringify(values));
  } catch {
    // A full or forbidden store costs the draft, not the work.
  }
}

export function dropDraft() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept, so nothing is left behind.
  }
}
