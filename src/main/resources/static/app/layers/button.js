import { onLang, t } from '../i18n.js';
import { h, icon, iconButton, onPhone, show } from '../ui/index.js';
import { createTree } from './tree.js';

/** The layers, at hand in every work place: a card that unfolds from a button on the map. */
export function createLayersButton(app) {
  const card = h('section', { class: 'float-card layers-card scroll', hidden: true });
  const button = h('button', {
    type: 'button',
    class: 'map-button',
    'aria-expanded': 'false',
    on: { click: () => (card.hidden ? open() : close()) },
  });
  const element = h('div', { class: 'layers-corner' }, button, card);
  let tree = null;

  function open() {
    tree = createTree(app);
    show(
      card,
      h(
        'header',
        { class: 'float-head' },
        h('h2', { text: t('map.layers') }),
        iconButton({ icon: 'close', label: t('action.close'), small: true, onClick: () => close() }),
      ),
      tree.element,
    );
    card.setAttribute('aria-label', t('map.layers'));
    card.hidden = false;
    app.float.emit('layers');
    button.setAttribute('aria-expanded', 'true');
    // On a phone the focus would call up the keyboard.
    if (onPhone()) app.panel.height('peek');
    else card.querySelector('input')?.focus({ preventScroll: true });
  }

  function close(refocus = true) {
    if (card.hidden) return;
    tree?.close();
    tree = null;
    card.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (refocus) button.focus({ preventScroll: true });
  }

  const draw = () => show(button, icon('layers'), h('span', { text: t('map.layers') }));
  element.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  onLang(() => {
    draw();
    if (!card.hidden) open();
  });
  app.float.on((who) => who !== 'layers' && close(false));
  draw();
  return element;
}
