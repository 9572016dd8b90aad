import { t } from '../i18n.js';
import { h, iconButton, show } from '../ui/index.js';

/** What comes up from the foot of the map: tables, time lines, charts. Hidden until someone shows something. */
export function createDrawer(onResize) {
  const title = h('h2');
  const tools = h('div', { class: 'drawer-tools' });
  const body = h('div', { class: 'drawer-body scroll' });
  const close = h('span');
  const grip = h('div', { class: 'drawer-grip', role: 'separator', tabIndex: 0, 'aria-orientation': 'horizontal', 'aria-valuenow': 280 });
  const element = h(
    'section',
    { class: 'drawer', hidden: true },
    grip,
    h('div', { class: 'drawer-head' }, title, tools, close),
    body,
  );
  let tall = 280;
  let closed = null;
  let gone = null;

  const setHeight = (next) => {
    tall = Math.max(120, Math.min(next, window.innerHeight * 0.7));
    element.style.setProperty('--drawer', `${tall}px`);
    grip.setAttribute('aria-valuenow', Math.round(tall));
    onResize();
  };
  grip.addEventListener('pointerdown', (event) => {
    const from = event.clientY + tall;
    grip.setPointerCapture(event.pointerId);
    grip.onpointermove = (move) => setHeight(from - move.clientY);
    grip.onpointerup = () => (grip.onpointermove = null);
  });
  grip.addEventListener('keydown', (event) => {
    const by = { ArrowUp: 20, ArrowDown: -20 }[event.key];
    if (!by) return;
    event.preventDefault();
    setHeight(tall + by);
  });

  const drawer = {
    element,
    get isOpen() {
      return !element.hidden;
    },
    /**
     * title, content (nodes), tools (nodes beside the title), className of the drawer, onClose() when the reader closes
     * it, onGone() whenever the content makes way, for whatever reason.
     */
    show({ title: text, content = [], tools: extra = [], className = '', onClose = null, onGone = null, height }) {
      leave();
      closed = onClose;
      gone = onGone;
      element.className = `drawer ${className}`.trim();
      title.textContent = text;
      element.setAttribute('aria-label', text);
      grip.setAttribute('aria-label', t('drawer.height'));
      show(tools, extra);
      show(body, content);
      show(close, iconButton({ icon: 'close', label: t('action.close'), onClick: dismiss }));
      element.hidden = false;
      if (height) setHeight(height);
      else onResize();
    },
    /** Another title for the same content. */
    title(text) {
      title.textContent = text;
      element.setAttribute('aria-label', text);
    },
    hide() {
      if (element.hidden) return;
      element.hidden = true;
      leave();
      closed = null;
      show(body);
      onResize();
    },
    body,
  };

  function leave() {
    const tell = gone;
    gone = null;
    tell?.();
  }

  function dismiss() {
    const tell = closed;
    drawer.hide();
    tell?.();
  }
  return drawer;
}
