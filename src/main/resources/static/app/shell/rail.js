import { lang, t } from '../i18n.js';
import { h, icon, show } from '../ui/index.js';

/** The work places at the edge, and under them language, light and sign-in. */
export function createRail({ places, current, onWork, onLanguage, onTheme, onShare, onAccount, user, theme }) {
  const list = h('nav', { class: 'rail-list' });
  const tools = h('div', { class: 'rail-list tools', role: 'group' });
  const element = h(
    'header',
    { class: 'rail' },
    h('a', { class: 'rail-brand', href: '/', title: t('app.title') }, h('img', { src: '/favicon.svg', alt: t('app.title') })),
    list,
    h('div', { class: 'rail-space' }),
    tools,
  );

  const entry = (id, name, text, run, props = {}) =>
    h('button', { type: 'button', class: `rail-button ${props.className ?? ''}`.trim(), dataset: { id }, title: text, ...props.attributes, on: { click: run } }, icon(name), h('span', { class: 'text', text }));

  function draw() {
    list.setAttribute('aria-label', t('nav.label'));
    tools.setAttribute('aria-label', t('nav.tools'));
    show(list, places.map((place) => entry(place.id, place.icon, t(place.titleKey), () => onWork(place.id))));
    const dark = theme() === 'dark';
    const who = user();
    show(
      tools,
      entry('share', 'share', t('tool.share'), onShare),
      entry('theme', dark ? 'sun' : 'moon', t(dark ? 'tool.light' : 'tool.dark'), onTheme),
      entry('language', 'language', t('tool.language'), onLanguage, { attributes: { lang: lang() === 'zh' ? 'en' : 'zh-CN' }, className: 'on-phone' }),
      entry('account', who ? 'user' : 'lock', who ? who.name : t('session.signin'), onAccount, { className: 'on-phone' }),
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
  return { element, draw, mark };
}
