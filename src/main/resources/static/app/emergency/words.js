// The code lists that incidents use, and how their codes are said and shown.

import { pick } from '../i18n.js';
import { badge, s } from '../ui/index.js';

/** One shape for each class, the same as in the layer's own style, so that colour is never alone. */
const SHAPES = {
  natural: 'M8 1 15 14H1Z',
  accident: 'M2 2h12v12H2Z',
  health: 'M5.5 1h5v4.5H15v5h-4.5V15h-5v-4.5H1v-5h4.5Z',
  security: 'M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1Z',
};
export const MARKS = { natural: 'triangle', accident: 'square', health: 'cross', security: 'circle' };
/** Warning levels I to IV in the four signal colours. */
export const COLOURS = { 1: 'red', 2: 'orange', 3: 'yellow', 4: 'blue' };
const NUMERALS = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' };

/** @param layers the catalogue in the browser */
export function readWords(layers) {
  const list = (id) => new Map(layers.codes(id).map((entry) => [entry.code, entry]));
  return { class: list('incident_class'), kind: list('incident_kind'), level: list('incident_level'), status: list('incident_status') };
}

export const say = (words, list, code) => pick(words[list].get(String(code))?.title) || String(code ?? '');

export const options = (words, list, filter = () => true) =>
  [...words[list].values()].filter(filter).map((entry) => ({ value: entry.code, text: pick(entry.title) }));

export const levelBadge = (words, level) => badge(NUMERALS[level] ?? String(level), COLOURS[level]);

/** The sign of an incident as it stands on the map. */
export function sign(incident) {
  return s('svg', { class: `emergency-sign ${COLOURS[incident.level] ?? 'blue'}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    s('path', { d: SHAPES[incident.class] ?? SHAPES.security }));
}
