// A report that was begun and not sent, kept for this browser session.

const KEY = 'citygis.emergency.draft';

export function readDraft() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

/** @param draft null forgets it */
export function saveDraft(draft) {
  try {
    if (draft) sessionStorage.setItem(KEY, JSON.stringify(draft));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Without a store the form still works; only the draft is lost.
  }
}
