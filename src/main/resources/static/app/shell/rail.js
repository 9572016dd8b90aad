import { lang, t } from '../i18n.js';
import { button, h, icon, show } from '../ui/index.js';

/** The work places at the edge, and under them language, light and sign-in. */
export function createRail({ places, current, onWork, onLanguage, onTheme, onShare, onViews, onAccount, user, theme }) {
  const list = h('nav', { class: 'rail-list' });
  const tools = h('div', { class: 'rail-list tools', role: 'group' });
  const element = h(
    'header',
    { class: 'rail' },
    h(
      'a',
      { class: 'rail-brand', href: '/', title: t('app.title') },
      h('img', { src: '/favicon.svg', alt: t('app.title') }),
    ),
    list,
    h('div', { class: 'rail-space' }),
    tools,
  );

  const entry = (id, name, text, run, props = {}) =>
    h(
      'button',
      {
        type: 'button',
        class: `rail-button ${props.className ?? ''}`.trim(),
        dataset: { id },
        title: text,
        ...props.attributes,
        on: { click: run },
      },
      icon(name),
      h('span', { class: 'text', text }),
    );

  function draw() {
    list.setAttribute('aria-label', t('nav.label'));
    tools.setAttribute('aria-label', t('nav.tools'));
    show(
      list,
      places.map((place) => entry(place.id, place.icon, t(place.titleKey), () => onWork(place.id))),
    );
    const dark = theme() === 'dark';
    const who = user();
    show(
      tools,
      entry('share', 'share', t('tool.share'), onShare),
      entry('views', 'eye', t('views.short'), onViews),
      entry('theme', dark ? 'sun' : 'moon', t(dark ? 'tool.light' : 'tool.dark'), onTheme),
      entry('language', 'language', t('tool.language'), onLanguage, {
        attributes: { lang: lang() === 'zh' ? 'en' : 'zh-CN' },
      }),
      entry('account', who ? 'user' : 'lock', who ? who.name : t('session.signin'), onAccount),
      entry('more', 'more', t('action.more'), onAccount, { className: 'only-phone' }),
    );
    mark();
  }

  function mark() {
    for (const it of element.querySelectorAll('.rail-button')) {
      if (it.dataset.id === current()) it.setAttribute('aria-current', 'page');
      else it.removeAttribute('aria-current');
    }
  }

  draw();
  /** The tools as buttons, for the page that holds them on a phone. */
  const asButtons = () => [
    button({ text: t('tool.language'), icon: 'language', wide: true, onClick: onLanguage }),
    button({
      text: t(theme() === 'dark' ? 'tool.light' : 'tool.dark'),
      icon: theme() === 'dark' ? 'sun' : 'moon',
      wide: true,
      onClick: onTheme,
    }),
    button({ text: t('tool.share'), icon: 'share', wide: true, onClick: onShare }),
    button({ text: t('views.title'), icon: 'eye', wide: true, onClick: onViews }),
  ];

  return { element, draw, mark, tools: asButtons };
}
