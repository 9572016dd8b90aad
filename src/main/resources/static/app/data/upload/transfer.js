// Files to the server in chunks, each confirmed: may pause, survives a lost connection, goes on after a reload.

import { checksum } from './checksum.js';
import { markOf, total } from './files.js';
import { remembered } from './remembered.js';

const CHUNK = 8 * 1024 * 1024;
const WAITS = [1, 2, 4, 8, 15, 30];
const SPOILT = 3;

/**
 * on.progress(sent, all), on.waiting(seconds), on.going(), on.done(upload id), on.failed(failure).
 * The one who calls pause() must call go() to continue.
 */
export function createTransfer(api, files, on) {
  const all = total(files);
  const mark = markOf(files);
  let upload = null;
  let abort = new AbortController();
  let state = 'idle';
  let wake = () => {};

  const known = () => upload.files.reduce((sum, file) => sum + file.received, 0);
  const keep = () => remembered.keep({ id: upload.id, mark, names: files.map((file) => file.name), size: all, received: known(), expires: upload.expires_at });

  async function open() {
    const before = upload ?? remembered.find(mark);
    if (before) {
      try {
        upload = await api.get(`/api/uploads/${encodeURIComponent(before.id)}`, { signal: abort.signal });
        return keep();
      } catch (failure) {
        // Expired or swept: it begins anew.
        if (failure.status !== 404) throw failure;
        remembered.drop(before.id);
      }
    }
    upload = await api.post('/api/uploads', { files: files.map(({ name, size }) => ({ name, size, sha256: null })) }, { signal: abort.signal });
    keep();
  }

  async function run() {
    for (let failures = 0; ; ) {
      try {
        await open();
        on.going();
        on.progress(known(), all);
        for (const part of upload.files) await sendFile(part, () => (failures = 0));
        remembered.drop(upload.id);
        state = 'done';
        return on.done(upload.id);
      } catch (failure) {
        if (abort.signal.aborted) return;
        if (!passing(failure)) {
          state = 'failed';
          return on.failed(failure);
        }
        await pauseFor(WAITS[Math.min(failures++, WAITS.length - 1)]);
        if (abort.signal.aborted) return;
      }
    }
  }

  async function sendFile(part, confirmed) {
    // The server lists the files in the order they were named.
    const file = files[part.index];
    let spoilt = 0;
    while (part.received < file.size) {
      const from = part.received;
      const buffer = await file.slice(from, from + (upload.chunk || CHUNK)).arrayBuffer();
      const sum = await checksum(buffer);
      const before = known();
      try {
        const header = await api.chunk(`/api/uploads/${encodeURIComponent(upload.id)}/files/${part.index}`, buffer, {
          signal: abort.signal,
          progress: (sent) => on.progress(before + Math.min(sent, buffer.byteLength), all),
          headers: { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(from), ...(sum && { 'Upload-Checksum': sum }) },
        });
        part.received = Number(header('Upload-Offset') ?? from + buffer.byteLength);
        confirmed();
        keep();
        on.progress(known(), all);
      } catch (failure) {
        if (failure.status === 409 && Number.isFinite(failure.problem?.offset) && failure.problem.offset !== from) part.received = failure.problem.offset;
        else if (failure.status === 422 && ++spoilt < SPOILT) continue;
        else throw failure;
      }
    }
  }

  function pauseFor(seconds) {
    return new Promise((resolve) => {
      let left = seconds;
      const tick = () => (left <= 0 ? wake() : on.waiting(left--));
      const timer = setInterval(tick, 1000);
      wake = () => {
        clearInterval(timer);
        removeEventListener('online', wake);
        resolve();
      };
      addEventListener('online', wake);
      tick();
    });
  }

  function halt() {
    abort.abort();
    wake();
  }

  return {
    get state() {
      return state;
    },
    go() {
      if (state === 'running' || state === 'done') return;
      state = 'running';
      abort = new AbortController();
      run();
    },
    /** Tries at once instead of waiting for the connection. */
    retryNow: () => wake(),
    pause() {
      state = 'paused';
      halt();
    },
    /** Leaves what was sent on the server, where it waits for the same files. */
    leave: halt,
    /** Gives up for good. */
    async cancel() {
      state = 'cancelled';
      halt();
      if (!upload) return;
      remembered.drop(upload.id);
      await api.delete(`/api/uploads/${encodeURIComponent(upload.id)}`).catch((failure) => console.warn(failure));
    },
  };
}

/** A failure that time may heal: no connection, a server that starts again, too many at once. */
const passing = (failure) => failure.name === 'ApiProblem' && (failure.status === 0 || [408, 423, 429].includes(failure.status) || failure.status >= 500);
