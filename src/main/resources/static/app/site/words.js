import { announce } from '../ui/index.js';

let last = '';

/** Says a sentence to screen readers, but not again when it is only drawn again. */
export function announceOnce(text) {
  if (text === last) return;
  last = text;
  announce(text);
}
