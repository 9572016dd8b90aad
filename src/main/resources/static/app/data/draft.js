// What a person typed into the publication form, kept in this browser until it is published or discarded.

const KEY = 'citygis.import.draft';

export function saveDraft(draft) {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // A full or forbidden store costs the draft, not the work.
  }
}

export function readDraft() {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
}

export function dropDraft() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept, so nothing is left behind.
  }
}
