// The stream of incidents. The browser reconnects by itself; when it gave up, we begin again.

const AGAIN = 5_000;

/**
 * @param onIncident told {change: 'created' | 'updated', incident}
 * @param onState told 'live' | 'waiting'
 * @param onGap told when the connection is back after a break, so that the list can be asked again
 */
export function follow({ onIncident, onState, onGap }) {
  let source = null;
  let timer = 0;
  let broken = false;

  function connect() {
    source = new EventSource('/api/incidents/stream');
    source.addEventListener('open', () => {
      onState('live');
      if (broken) onGap();
      broken = false;
    });
    source.addEventListener('incident', (event) => onIncident(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      broken = true;
      onState('waiting');
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(connect, AGAIN);
    });
  }

  connect();
  return {
    stop() {
      clearTimeout(timer);
      source.close();
    },
  };
}
