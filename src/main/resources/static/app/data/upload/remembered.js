// Uploads that were begun in this browser and not finished: chosen again, the same files go on where they stopped.

const KEY = 'citygis.uploads';

function read() {
  try {
    const list = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(list) ? list.filter((it) => !(Date.parse(it.expires) < Date.now())) : [];
  } catch {
    return [];
  }
}

function write(list) {
  try {
    localStorage.setItem(KEY, JSON.stringify(list.slice(-10)));
  } catch {
    // A full or forbidden store costs the resumption after a reload, not the upload.
  }
}

export const remembered = {
  list: read,
  find: (mark) => read().find((it) => it.mark === mark) ?? null,
  /** @param upload {id, mark, names, size, received, expires} */
  keep: (upload) => write([...read().filter((it) => it.id !== upload.id), upload]),
  drop: (id) => write(read().filter((it) => it.id !== id)),
};
