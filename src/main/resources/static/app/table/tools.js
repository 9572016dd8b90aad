import { t } from '../i18n.js';
import { countOf } from '../filter/model.js';
import { button, h, onPhone, show } from '../ui/index.js';

/** The buttons beside the title of a table. */
export function createTools({ layer, asked, side, selection, onMap, root, drawer, onView, onZoom }) {
  const element = h('div', { class: 'row tight table-tools', role: 'toolbar' });
  const hasShape = layer.geometry !== 'none';

  function draw() {
    element.setAttribute('aria-label', t('table.tools'));
    const focused = element.contains(document.activeElement) ? document.activeElement.dataset.tool : null;
    show(
      element,
      selection.size > 0 && hasShape && tool('zoom', 'extent', { onClick: onZoom }),
      unfolds('filter', 'filter'),
      hasShape && tool('view', 'eye', { 'aria-pressed': String(asked.inView), onClick: () => onView(!asked.inView) }),
      hasShape && onMap.usable && tool('map', 'map', { 'aria-pressed': String(onMap.on), onClick: () => {
        onMap.toggle();
        draw();
      } }),
      unfolds('columns', 'columns'),
      unfolds('export', 'download'),
      onPhone() && tool('half', isHalf() ? 'up' : 'down', { onClick: () => half(!isHalf()) }),
    );
    if (focused) element.querySelector(`[data-tool="${focused}"]`)?.focus();
  }

  /** On a phone: the lower half, so that the map is seen above, or all of the screen. */
  function half(on) {
    drawer.classList.toggle('is-half', on);
    draw();
  }

  const isHalf = () => drawer.classList.contains('is-half');

  const tool = (name, icon, { onClick, ...rest }) => {
    const text = t(`table.${name}`);
    return button({ text: onPhone() ? '' : text, icon, small: true, title: t(`table.${name}.hint`), 'aria-label': text, dataset: { tool: name }, onClick, ...rest });
  };

  function unfolds(name, icon) {
    const pressed = side.opened === name;
    const it = tool(name, icon, { 'aria-pressed': String(pressed), 'aria-expanded': String(pressed), onClick: () => {
      side.open(name);
      draw();
    } });
    if (name === 'filter' && asked.filter) it.append(h('span', { class: 'badge number', text: badge() }));
    return it;
  }

  /** How many conditions there are, where that can be told. */
  function badge() {
    const rows = root();
    return rows ? countOf(rows) : '•';
  }

  draw();
  return { element, draw, half };
}
