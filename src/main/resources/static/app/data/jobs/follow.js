// A job as it goes on: by server-sent events, and by asking now and then where those do not come through.

const POLL = 1_000;
const ENDED = ['done', 'failed', 'cancelled'];

export const hasEnded = (job) => ENDED.includes(job.state);

/** onChange(job) at once and on every change, onLost(failure) when nothing is heard; answers a function that stops. */
export function followJob(app, id, { onChange, onLost = () => {} }) {
  const path = `/api/jobs/${encodeURIComponent(id)}`;
  const abort = new AbortController();
  let stream = null;
  let timer = 0;

  function take(job) {
    if (abort.signal.aborted) return;
    if (hasEnded(job)) stop();
    onChange(job);
  }

  function listen() {
    stream = new EventSource(`${path}/events`);
    stream.addEventListener('job', (event) => take(JSON.parse(event.data)));
    stream.onerror = () => {
      // A proxy that holds streams back, a server that restarts: asking still works, or says what is wrong.
      stream.close();
      ask();
    };
  }

  async function ask() {
    clearTimeout(timer);
    if (abort.signal.aborted) return;
    try {
      take(await app.api.get(path, { signal: abort.signal }));
      if (!abort.signal.aborted) timer = setTimeout(ask, POLL);
    } catch (failure) {
      if (abort.signal.aborted) return;
      onLost(failure);
      if (failure.status === 0 || failure.status >= 500) timer = setTimeout(ask, 3 * POLL);
    }
  }

  function stop() {
    abort.abort();
    stream?.close();
    clearTimeout(timer);
  }

  listen();
  return stop;
}
