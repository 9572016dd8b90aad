import { date, t } from '../i18n.js';
import { button, confirm, h, icon, iconButton, input, notify, show } from '../ui/index.js';

/** A saved view in the list: its link, and what its owner may do; again() draws the list anew. */
export function viewItem(api, view, again) {
  const params = { name: view.name };
  const path = `/api/views/${view.id}`;
  const url = new URL(view.link, location.href).href;
  const element = h('li', { class: 'view-item' });

  async function change(body) {
    await api.patch(path, body);
    await again();
  }

  async function remove() {
    const sure = await confirm({
      title: t('views.delete.ask', params),
      text: t('views.delete.text'),
      yes: t('action.delete'),
      danger: true,
    });
    if (!sure) return;
    await api.delete(path);
    notify(t('views.deleted'), 'success');
    await again();
  }

  function rename() {
    const name = input({ value: view.name, maxLength: 100, 'aria-label': t('views.name') });
    const form = h(
      'form',
      { class: 'row', on: { submit: save, keydown: (event) => event.key === 'Escape' && draw() } },
      name,
      button({ text: t('action.save'), small: true, type: 'submit' }),
    );
    function save(event) {
      event.preventDefault();
      if (name.value.trim()) change({ name: name.value.trim() });
    }
    show(element, form);
    name.select();
  }

  function draw() {
    const tool = (name, key, onClick) => iconButton({ icon: name, label: t(key, params), small: true, onClick });
    show(
      element,
      h('a', { class: 'view-name', href: view.link, text: view.name }),
      h(
        'div',
        { class: 'row tight spread' },
        h(
          'span',
          { class: 'fine' },
          icon(view.open ? 'share' : 'lock', 'small'),
          ` ${t(view.open ? 'views.public' : 'views.private')} · ${date(view.saved_at)}`,
        ),
        h(
          'span',
          { class: 'row tight' },
          tool('copy', 'views.copy', () => copy(url, 'views.copied')),
          tool('edit', 'views.rename', rename),
          tool(view.open ? 'hidden' : 'eye', view.open ? 'views.unpublish' : 'views.publish', () =>
            change({ open: !view.open }),
          ),
          tool('trash', 'views.delete', remove),
        ),
      ),
    );
  }

  draw();
  return element;
}

/** Puts a text on the clipboard, or shows it where that is not allowed. */
export async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    notify(t(done), 'success');
  } catch {
    notify(t('views.copy.failed', { text }), 'error');
  }
}
