// What the operator asks for, as one plain object, and its two forms: the request and the address bar.

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const RANGES = { '24h': DAY, '7d': 7 * DAY, '30d': 30 * DAY, '365d': 365 * DAY };
export const MANY = ['class', 'kind', 'level', 'status'];

export const emptyQuery = () => ({
  range: '30d', from: '', to: '', class: [], kind: [], level: [], status: [], q: '', area: null,
});

/**
 * The period asked for. Quick ranges end at the present, or at the newest incident when that is older
 * (an archive is read from its end); they have no upper bound, so an incident that arrives now is inside.
 *
 * @param now milliseconds
 * @param newest milliseconds of the newest incident, or null
 */
export function period(query, now, newest) {
  if (query.range === 'custom') {
    return { from: dayStart(query.from), to: dayEnd(query.to) };
  }
  const end = newest != null && now - newest > DAY ? newest : now;
  return { from: new Date(end - RANGES[query.range]), to: null };
}

/** The first instant of a day in Beijing, or null when the text is no day. */
const dayStart = (day) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00+08:00`) : null);

const dayEnd = (day) => {
  const start = dayStart(day);
  return start && new Date(start.getTime() + DAY - 1);
};

/** The request's parameters; what is null or empty is left out by the caller's api. */
export function parameters(query, { from, to }, limit) {
  const { area } = query;
  return {
    from: from?.toISOString(),
    to: to?.toISOString(),
    ...Object.fromEntries(MANY.map((name) => [name, query[name].join(',')])),
    q: query.q.trim(),
    polygon: area?.ring && wkt(area.ring),
    ...(area?.radius ? { lon: area.lon, lat: area.lat, radius: Math.round(area.radius) } : {}),
    limit,
  };
}

const wkt = (ring) => `POLYGON((${ring.map(([lon, lat]) => `${lon} ${lat}`).join(',')}))`;

/** Short text for the address bar; what stands at its default is left out. */
export function toAddress(query) {
  const out = new URLSearchParams();
  if (query.range !== '30d') out.set('range', query.range);
  if (query.range === 'custom') for (const name of ['from', 'to']) if (query[name]) out.set(name, query[name]);
  for (const name of MANY) if (query[name].length > 0) out.set(name, query[name].join(','));
  if (query.q.trim()) out.set('q', query.q.trim());
  const { area } = query;
  if (area?.radius) out.set('circle', [area.lon.toFixed(5), area.lat.toFixed(5), Math.round(area.radius)].join(','));
  if (area?.ring) out.set('ring', area.ring.map((point) => point.map((d) => d.toFixed(5)).join(' ')).join(','));
  return out.toString();
}

export function fromAddress(text) {
  const parts = new URLSearchParams(text ?? '');
  const query = emptyQuery();
  const range = parts.get('range');
  if (range === 'custom' || range in RANGES) query.range = range;
  query.from = parts.get('from') ?? '';
  query.to = parts.get('to') ?? '';
  for (const name of MANY) query[name] = (parts.get(name) ?? '').split(',').filter(Boolean);
  query.q = parts.get('q') ?? '';
  const circle = (parts.get('circle') ?? '').split(',').map(Number);
  if (circle.length === 3 && circle.every(Number.isFinite) && circle[2] > 0) {
    query.area = { lon: circle[0], lat: circle[1], radius: circle[2] };
  }
  const ring = (parts.get('ring') ?? '').split(',').map((point) => point.split(' ').map(Number));
  if (ring.length > 3 && ring.every((point) => point.length === 2 && point.every(Number.isFinite))) query.area = { ring };
  return query;
}

/** May this incident stand in a list asked for by the query? The area is left to the server. */
export function admits(query, { from, to }, incident) {
  const at = Date.parse(incident.occurred_at);
  if ((from && at < from) || (to && at > to)) return false;
  const text = query.q.trim().toLowerCase();
  if (text && !`${incident.title} ${incident.address} ${incident.description}`.toLowerCase().includes(text)) return false;
  return MANY.every((name) => query[name].length === 0 || query[name].includes(String(incident[name])));
}
