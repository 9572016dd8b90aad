import './texts.js';
import { t } from '../i18n.js';
import { button, check, empty, explain, failed, field, h, input, note, notify, show, skeleton, textarea } from '../ui/index.js';
import { frameCode, presentQuery } from './present.js';
import { copy, viewItem } from './view-item.js';

/** The page of the panel that keeps views and tells how to embed the map; signIn() opens the form for that. */
export function viewsPage(app, signIn) {
  const list = h('div', { 'aria-live': 'polite' });
  const element = h(
    'div',
    { class: 'stack loose' },
    app.user
      ? [saving(), h('section', { class: 'stack' }, h('h2', { text: t('views.mine') }), list)]
      : empty({
          icon: 'lock',
          title: t('views.signin'),
          text: t('views.save.text'),
          action: button({ text: t('session.signin'), kind: 'primary', onClick: signIn }),
        }),
    embedding(),
  );

  function saving() {
    const name = input({ name: 'view-name', maxLength: 100 });
    const named = field(t('views.name'), name);
    const open = check(t('views.open'));
    const message = h('div', { 'aria-live': 'assertive' });
    const send = button({ text: t('action.save'), kind: 'primary', type: 'submit' });
    async function save(event) {
      event.preventDefault();
      named.wrong(name.value.trim() ? null : t('views.name.missing'));
      if (!name.value.trim()) return name.focus();
      send.disabled = true;
      show(message);
      try {
        await app.api.post('/api/views', {
          name: name.value.trim(),
          address: presentQuery(app),
          open: open.querySelector('input').checked,
        });
        name.value = '';
        notify(t('views.saved'), 'success');
        await draw();
      } catch (failure) {
        show(message, note(`${explain(failure).title} ${explain(failure).text ?? ''}`, 'error'));
      } finally {
        send.disabled = false;
      }
    }
    return h(
      'form',
      { class: 'stack', noValidate: true, on: { submit: save } },
      h('h2', { text: t('views.save') }),
      h('p', { class: 'quiet', text: t('views.save.text') }),
      named,
      open,
      h('p', { class: 'fine', text: t('views.open.hint') }),
      message,
      send,
    );
  }

  function embedding() {
    const code = textarea({ readOnly: true, rows: 5, class: 'textarea embed-code', spellcheck: false });
    const tell = () => (code.value = frameCode(app, t('views.embed.frame')));
    tell();
    app.map.onMoveEnd(tell);
    app.layers.onChange(tell);
    app.base.onChange(tell);
    return h(
      'section',
      { class: 'stack' },
      h('h2', { text: t('views.embed') }),
      h('p', { class: 'quiet', text: t('views.embed.text') }),
      field(t('views.embed.code'), code),
      button({ text: t('views.embed.copy'), icon: 'copy', onClick: () => copy(code.value, 'views.copied') }),
    );
  }

  async function draw() {
    try {
      const { views } = await app.api.get('/api/views');
      show(
        list,
        views.length
          ? h(
              'ul',
              { class: 'view-list' },
              views.map((view) => viewItem(app.api, view, draw)),
            )
          : empty({ icon: 'share', title: t('views.none'), text: t('views.none.text') }),
      );
    } catch (failure) {
      show(list, failed(failure, draw));
    }
  }

  if (app.user) {
    show(list, skeleton(3));
    draw();
  }
  return element;
}
