// What a publication must say, checked before it is sent; the server checks again.

const ID = /^[a-z][a-z0-9_]{1,47}$/;
const RESERVED = /_v\d+$/;

export const MODES = ['create', 'append', 'replace', 'upsert'];
export const POLICIES = ['repair', 'skip', 'reject', 'keep'];

/** A layer id out of a file's name, or nothing when the name has no Latin letters to make one of. */
export function layerId(name) {
  const id = name.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+|_+$/g, '').slice(0, 48);
  return ID.test(id) && !RESERVED.test(id) ? id : '';
}

/** Keys of the texts that say what is wrong, by field; empty when all is well. */
export function wrongIn(draft, known) {
  if (draft.mode !== 'create') {
    if (!draft.existing) return { existing: 'data.wrong.existing' };
    return draft.mode === 'upsert' && !draft.key ? { key: 'data.wrong.key' } : {};
  }
  const wrong = {};
  if (!ID.test(draft.layer) || RESERVED.test(draft.layer)) wrong.layer = 'data.wrong.layer';
  else if (known.some((layer) => layer.id === draft.layer)) wrong.layer = 'data.wrong.taken';
  if (!draft.zh.trim()) wrong.zh = 'data.wrong.title';
  return wrong;
}

/** Values that are to stay empty are not said: they have no code. */
function chosenCodes(codes) {
  const fields = Object.entries(codes).map(([field, values]) => [field, Object.fromEntries(Object.entries(values).filter(([, code]) => code))]);
  return Object.fromEntries(fields.filter(([, values]) => Object.keys(values).length > 0));
}

/** What is sent: old is the layer that stands already, null for a new one; choice is what the check went by. */
export function publicationOf(draft, dataset, choice, old, review) {
  return {
    dataset: dataset.index,
    layer: old?.id ?? draft.layer,
    title: old?.title ?? { zh: draft.zh.trim(), en: draft.en.trim() || draft.zh.trim() },
    department: old?.department ?? draft.department,
    style: old?.style ?? (draft.style || null),
    visibility: old?.visibility ?? draft.visibility,
    encoding: choice.encoding ?? dataset.encoding?.name ?? null,
    crs: choice.crs ?? dataset.crs?.code ?? null,
    shift: choice.shift ?? null,
    mode: draft.mode,
    key: draft.mode === 'upsert' ? draft.key : null,
    faulty: draft.faulty,
    mapping: old ? (draft.mapping?.[old.id] ?? null) : null,
    codes: old ? chosenCodes(draft.codes?.[old.id] ?? {}) : null,
    profile: (old && draft.saveAs?.trim()) || null,
    note: draft.note?.trim() || null,
    review,
  };
}
