import { t } from '../i18n.js';
import { button, h } from '../ui/index.js';

const EXAMPLES = ['113.40, 30.58', '30°34′48″N 113°24′E', 'X=3384564 Y=442447', '高德 113.406,30.578'];

/** Nothing was found: what to try instead, to be pressed; type(text) puts it into the box. */
export function nothing(query, type) {
  const examples = EXAMPLES.map((text) => button({ text, small: true, onClick: () => type(text) }));
  return h(
    'div',
    { class: 'search-none' },
    h('strong', { text: t('search.none', { query }) }),
    h('p', { class: 'fine', text: t('search.none.text') }),
    h('div', { class: 'row search-examples' }, examples),
  );
}
