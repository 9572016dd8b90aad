import { t } from '../i18n.js';
import { h, show, textarea } from '../ui/index.js';

/** The text of a style with the numbers of its lines. changed(text) as it is typed. */
export function sourceView(host, changed) {
  const numbers = h('pre', { class: 'style-lines', 'aria-hidden': 'true' });
  const box = textarea({ class: 'textarea style-text', rows: 18, spellcheck: false, wrap: 'off', 'aria-label': t('style.source'), on: { input, scroll } });
  let wrong = null;

  function input() {
    count();
    changed(box.value);
  }

  function scroll() {
    numbers.scrollTop = box.scrollTop;
  }

  function count() {
    const lines = box.value.split('\n').length;
    show(
      numbers,
      Array.from({ length: lines }, (_, i) => h('span', { class: i + 1 === wrong ? 'wrong' : '', text: `${i + 1}` })),
    );
  }

  show(host, h('div', { class: 'style-source' }, numbers, box));
  return {
    set(text) {
      if (box.value !== text) box.value = text;
      count();
    },
    /** Marks a line and goes to it, so that the fault is in sight; null for none. */
    mark(line, go = false) {
      wrong = line;
      count();
      if (!line || !go) return;
      const start = box.value.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
      const end = box.value.indexOf('\n', start);
      box.focus();
      box.setSelectionRange(start, end < 0 ? box.value.length : end);
      box.scrollTop = Math.max(0, (line - 6) * (box.scrollHeight / box.value.split('\n').length));
    },
  };
}
