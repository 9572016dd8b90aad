// What a publication must say, checked before it is sent; the server checks again.

const ID = /^[a-z][a-z0-9_]{1,47}$/;
const RESERVED = /_v\d+$/;

/** A layer id out of a file's name, or nothing when the name has no Latin letters to make one of. */
export function layerId(name) {
  const id = name.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+|_+$/g, '').slice(0, 48);
  return ID.test(id) && !RESERVED.test(id) ? id : '';
}

/** Keys of the texts that say what is wrong, by field; empty when all is well. */
export function wrongIn(draft, known) {
  if (draft.mode === 'existing') return draft.existing ? {} : { existing: 'data.wrong.existing' };
  const wrong = {};
  if (!ID.test(draft.layer) || RESERVED.test(draft.layer)) wrong.layer = 'data.wrong.layer';
  else if (known.some((layer) => layer.id === draft.layer)) wrong.layer = 'data.wrong.taken';
  if (!draft.zh.trim()) wrong.zh = 'data.wrong.title';
  return wrong;
}
