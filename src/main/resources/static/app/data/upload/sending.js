// The upload at work. It goes on while its person looks at other pages; the page that comes back to it finds it here.

import { signal } from '../../signal.js';
import { total } from './files.js';
import { createSpeed } from './speed.js';
import { createTransfer } from './transfer.js';

let current = null;

/** The upload that is at work, or null. */
export const running = () => current;

/**
 * Starts sending; phase: going, waiting, paused, starting, done, failed, cancelled.
 * .on(fn) tells every change; .imported is the answer of the check's start, .failure what ended it.
 */
export function startSending(app, files) {
  const changed = signal();
  const speed = createSpeed();
  const sending = { names: files.map((file) => file.name), size: total(files), sent: 0, phase: 'going', seconds: 0, imported: null, failure: null, on: changed.on };
  const turn = (part) => {
    Object.assign(sending, part);
    if (['done', 'failed', 'cancelled'].includes(sending.phase)) end();
    changed.emit(sending);
  };

  const transfer = createTransfer(app.api, files, {
    progress(sent) {
      speed.add(sent);
      turn({ sent, rate: speed.rate });
    },
    waiting(seconds) {
      speed.restart();
      turn({ phase: 'waiting', seconds, rate: null });
    },
    going: () => turn({ phase: 'going' }),
    done: check,
    failed: (failure) => turn({ phase: 'failed', failure }),
  });

  /** The bytes are there: reading and checking them is a job of the server. */
  async function check(upload) {
    turn({ phase: 'starting' });
    try {
      const imported = await app.api.post('/api/imports', { upload, encoding: null, crs: null, layer: null, reference: null });
      turn({ phase: 'done', imported });
    } catch (failure) {
      turn({ phase: 'failed', failure });
    }
  }

  // A closed tab loses nothing that was confirmed, but it goes on only when the files are chosen again.
  const warn = (event) => event.preventDefault();
  function end() {
    removeEventListener('beforeunload', warn);
    if (current === sending) current = null;
  }

  Object.assign(sending, {
    tryNow: transfer.retryNow,
    pause() {
      speed.restart();
      transfer.pause();
      turn({ phase: 'paused', rate: null });
    },
    resume: transfer.go,
    async cancel() {
      await transfer.cancel();
      turn({ phase: 'cancelled' });
    },
  });
  current = sending;
  addEventListener('beforeunload', warn);
  transfer.go();
  return sending;
}
