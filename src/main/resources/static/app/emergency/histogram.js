// Incidents over time as bars: by hour for two days, by day for two months, by week beyond.

import { DAY, HOUR } from './query.js';

const BEIJING = 8 * HOUR;

/** Every step present, oldest first: {step, bars: [{at, count}]}; days begin at midnight in Beijing. */
export function histogram(incidents, from, to) {
  const step = to - from <= 2 * DAY ? HOUR : to - from <= 62 * DAY ? DAY : 7 * DAY;
  const first = Math.floor((+from + BEIJING) / step) * step - BEIJING;
  const bars = [];
  for (let at = first; at <= to && bars.length < 400; at += step) bars.push({ at, count: 0 });
  for (const incident of incidents) {
    const bar = bars[Math.floor((Date.parse(incident.occurred_at) - first) / step)];
    if (bar) bar.count += 1;
  }
  return { step, bars };
}
