// Opening hours as sentences.

import { t } from '../i18n.js';
import { clock, daysAhead, DAYS, spans, weekday } from './hours.js';

/** "Open until 17:00", "opens tomorrow 09:00". */
export function openLine(hall, at) {
  if (hall.open) return hall.closes_at ? t('services.until', { time: clock(hall.closes_at) }) : '';
  if (!hall.opens_at) return '';
  const ahead = daysAhead(hall.opens_at, at);
  const time = clock(hall.opens_at);
  if (ahead === 0) return t('services.opensToday', { time });
  if (ahead === 1) return t('services.opensTomorrow', { time });
  return t('services.opensOn', { day: t(`services.day.${weekday(Date.parse(hall.opens_at))}`), time });
}

export const today = (hall, at) => join(spans(hall.hours, weekday(at)));

/** Spans in the language's own list form, or "closed". */
export const join = (texts) => (texts.length > 0 ? texts.join(t('services.and')) : t('services.closedDay'));

/** "Mon–Fri", "Sat". */
export function dayRange({ first, last }) {
  const name = (day) => t(`services.day.${day}`);
  return first === last ? name(first) : t('services.dayRange', { first: name(first), last: name(last) });
}

export const covers = ({ first, last }, day) =>
  DAYS.indexOf(first) <= DAYS.indexOf(day) && DAYS.indexOf(day) <= DAYS.indexOf(last);

/** A number as a link that a phone dials. */
export const telephone = (number) => `tel:${number.replace(/[^\d+]/g, '')}`;
