// How fast bytes go up, over the last seconds, and how long the rest takes at that speed.

import { t } from '../../i18n.js';

const WINDOW = 8_000;

export function createSpeed(now = () => performance.now()) {
  let marks = [];
  return {
    /** After a pause the time without bytes does not count. */
    restart: () => (marks = []),
    add(sent) {
      const at = now();
      marks.push({ at, sent });
      marks = marks.filter((mark) => at - mark.at <= WINDOW);
    },
    /** Bytes per second; null until there is something to reckon with. */
    get rate() {
      const [first, last] = [marks[0], marks.at(-1)];
      return marks.length > 1 && last.at - first.at > 400 ? Math.max(0, (1000 * (last.sent - first.sent)) / (last.at - first.at)) : null;
    },
  };
}

/** Seconds in words that do not jump: 3 s, 2 min, 1 h 20 min. */
export function duration(seconds) {
  if (seconds < 60) return t('data.seconds', { n: Math.max(1, Math.round(seconds)) });
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? t('data.minutes', { n: minutes }) : t('data.hours', { h: Math.floor(minutes / 60), n: minutes % 60 });
}
