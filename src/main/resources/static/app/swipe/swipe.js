import './texts.js';
import { onLang, pick, t } from '../i18n.js';
import { append, h, iconButton, select, show } from '../ui/index.js';
import { createLine } from './line.js';

/** Two layers side by side, parted by a line; `swipe=left,right,percent` in the address. Gives `app.swipe(right id)`. */
export function createSwipe(app, stage) {
  const { state, layers, map } = app;
  const line = createLine((share) => {
    map.sides.place(share);
    keep();
  });
  const bar = h('section', { class: 'swipe-bar', hidden: true });
  append(stage, line.element, bar);
  let now = null;

  const keep = () =>
    state.set({ swipe: now && `${now.left ?? ''},${now.right},${Math.round(line.share * 100)}` });

  function open(left, right) {
    now = { left, right };
    for (const id of [left, right]) if (id && !layers.isVisible(id)) layers.set(id, { visible: true });
    map.sides.show(left, right);
    map.sides.place(line.share);
    line.element.hidden = bar.hidden = false;
    draw();
    keep();
  }

  function close() {
    if (now === null) return;
    now = null;
    map.sides.hide();
    line.element.hidden = bar.hidden = true;
    keep();
  }

  function draw() {
    if (now === null) return;
    const drawn = layers.visible().filter((layer) => layer.geometry !== 'none');
    const options = drawn.map((layer) => ({ value: layer.id, text: pick(layer.title) }));
    const others = options.filter((it) => it.value !== now.right);
    bar.setAttribute('aria-label', t('swipe.title'));
    line.label(t('swipe.line'));
    show(
      bar,
      select([{ value: '', text: t('swipe.without') }, ...others], {
        value: now.left ?? '',
        'aria-label': t('swipe.left'),
        onChange: (id) => open(id || null, now.right),
      }),
      select(options, {
        value: now.right,
        'aria-label': t('swipe.right'),
        onChange: (id) => open(id === now.left ? null : now.left, id),
      }),
      iconButton({ icon: 'close', label: t('swipe.close'), small: true, onClick: close }),
    );
  }

  function fromState() {
    const [left, right, percent] = (state.get('swipe') ?? '').split(',');
    if (!right || !layers.get(right)) return close();
    line.set(Number(percent) / 100);
    open(layers.get(left) ? left : null, right);
  }

  app.swipe = (id) => {
    open(null, id);
    line.element.focus();
  };
  layers.onChange(() => {
    if (now && !layers.isVisible(now.right)) close();
    else if (now && now.left && !layers.isVisible(now.left)) open(null, now.right);
    else if (now && !bar.contains(document.activeElement)) draw();
  });
  state.onChange((keys) => keys.has('swipe') && fromState());
  onLang(draw);
  if (state.get('swipe')) fromState();
}
