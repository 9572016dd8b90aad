import { number, t } from '../i18n.js';
import { button, explain, h, note, show } from '../ui/index.js';

/** What is to know of a style that is tried out: what is not drawn, with its lines,. */
export function report(host, { found, dirty, goTo }) {
  const { unsupported, unknownFields } = found;
  show(
    host,
    dirty && h('p', { class: 'fine', text: t('style.preview') }),
    unknownFields.length > 0 && note(t('style.unknownFields', { fields: unknownFields.join(', ') }), 'warning'),
    unsupported.length > 0 &&
      h(
        'div',
        { class: 'stack' },
        note(t('style.unsupported', { count: number(unsupported.length) }), 'warning'),
        h(
          'ul',
          { class: 'style-unsupported' },
          unsupported.slice(0, 50).map(({ line, what }) => h('li', {}, button({ text: t('style.line', { line }), kind: 'plain', small: true, onClick: () => goTo(line) }), ' ', h('code', { text: what.split('/').slice(-2).join('/') }))),
        ),
      ),
  );
}

/** Why the server refused, as a note. */
export function refusal(failure) {
  const { title, text } = explain(failure);
  return note(text ?? title, 'error');
}
