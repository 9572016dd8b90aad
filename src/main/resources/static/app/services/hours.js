// Opening hours: {"mon":[["09:00","12:00"],["13:30","17:00"]],…,"sun":[]}, in the hall's own (Beijing) time.

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const HOUR = 3_600_000;

/** The weekday in Beijing at an instant. */
export function weekday(instant) {
  const beijing = new Date(+instant + 8 * HOUR);
  return DAYS[(beijing.getUTCDay() + 6) % 7];
}

/** The spans of one day as texts, none when the hall is shut that day. */
export const spans = (hours, day) => (hours?.[day] ?? []).map(([opens, closes]) => `${opens}–${closes}`);

/** Days in a row with the same hours as one line: [{first, last, spans}], Monday first. */
export function week(hours) {
  const lines = [];
  for (const day of DAYS) {
    const of = spans(hours, day);
    const line = lines.at(-1);
    if (line && line.spans.join() === of.join()) line.last = day;
    else lines.push({ first: day, last: day, spans: of });
  }
  return lines;
}

/** "17:00" of an answer's closes_at or opens_at, whether it is a time of day or an instant. */
export function clock(value) {
  if (!value) return '';
  if (/^\d{2}:\d{2}/.test(value)) return value.slice(0, 5);
  return new Date(Date.parse(value) + 8 * HOUR).toISOString().slice(11, 16);
}

/** How many days after `now` an instant lies, by Beijing's calendar: 0 today, 1 tomorrow. */
export function daysAhead(value, now) {
  if (!value || !value.includes('T')) return 0;
  const day = (instant) => Math.floor((+instant + 8 * HOUR) / (24 * HOUR));
  return day(Date.parse(value)) - day(now);
}
