// Days and times of the form, which are Beijing's, and instants as CQL2 writes them.

const DAY = 86_400_000;
const OFFSET = 8 * 3_600_000;

/** '2026-01-31T08:30' in Beijing as '2026-01-31T00:30:00Z'. */
export const toInstant = (local) => `${new Date(Date.parse(`${local.length === 16 ? `${local}:00` : local}Z`) - OFFSET).toISOString().slice(0, 19)}Z`;

/** The other way; seconds stay when there are any. */
export const toLocal = (instant) => new Date(Date.parse(instant) + OFFSET).toISOString().slice(0, 19).replace(/:00$/, '');

/** The day in Beijing that began so many days before today. */
export const daysAgo = (days, now = Date.now()) => new Date(now + OFFSET - days * DAY).toISOString().slice(0, 10);
