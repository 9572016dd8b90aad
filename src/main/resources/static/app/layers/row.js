import { newFeature } from '../edit/edit.js';
import { date, number, pick, t } from '../i18n.js';
import { button, freshId, h, icon, iconButton, show } from '../ui/index.js';
import { inRange } from '../map/vector-layer.js';
import { drawSymbols } from './symbols.js';

/** One layer in the tree: switch, name, and on demand what it is, its symbols and how strongly it shows. */
export function createRow(app, layer) {
  const { layers, map } = app;
  const title = pick(layer.title);
  const id = freshId('layer');
  const toggle = h('input', {
    id,
    type: 'checkbox',
    class: 'switch',
    role: 'switch',
    'aria-label': t('layers.show', { title }),
    on: { change: () => layers.set(layer.id, { visible: toggle.checked }) },
  });
  const hint = h(
    'button',
    { type: 'button', class: 'zoom-hint', title: t('layers.zoomto'), hidden: true, on: { click: zoomTo } },
    t('layers.zoomin'),
  );
  const more = iconButton({
    icon: 'down',
    label: t('layers.details', { title }),
    small: true,
    onClick: unfold,
    'aria-expanded': 'false',
  });
  const details = h('div', { class: 'layer-details', hidden: true });
  const exporting = h('div');
  const styling = h('div');
  let stopExport = null;
  let stopStyle = null;
  const lock =
    layer.visibility === 'public'
      ? null
      : h(
          'span',
          { class: 'lock', title: t(`layers.${layer.visibility}`) },
          icon('lock', 'small'),
          h('span', { class: 'visually-hidden', text: t(`layers.${layer.visibility}`) }),
        );
  const element = h(
    'li',
    { class: 'layer', dataset: { layer: layer.id } },
    h(
      'div',
      { class: 'layer-line' },
      toggle,
      h('label', { class: 'layer-title', htmlFor: id }, h('span', { text: title }), lock),
      hint,
      more,
    ),
    details,
  );

  function zoomTo() {
    const view = map.view();
    map.flyTo([view.lon, view.lat], layer.zoom.min);
  }

  function unfold() {
    details.hidden = !details.hidden;
    more.setAttribute('aria-expanded', String(!details.hidden));
    closeExport();
    closeStyle();
    if (!details.hidden) fill();
  }

  function fill() {
    const symbols = h('div', { class: 'layer-symbols' });
    const percent = h('output', { class: 'fine number' });
    const strength = h('input', {
      type: 'range',
      class: 'range',
      min: 0,
      max: 100,
      step: 5,
      value: 100 * layers.opacity(layer.id),
      'aria-label': t('layers.opacity'),
    });
    strength.addEventListener('input', () => {
      layers.set(layer.id, { visible: true, opacity: strength.value / 100 });
      tell();
    });
    const tell = () => (percent.textContent = `${strength.value}%`);
    tell();
    show(
      details,
      layer.abstract && h('p', { class: 'quiet', text: pick(layer.abstract) }),
      symbols,
      h('label', { class: 'opacity' }, h('span', { class: 'label', text: t('layers.opacity') }), strength, percent),
      h(
        'p',
        { class: 'fine' },
        [
          pick(layer.attribution),
          layer.updated && t('layers.updated', { date: date(layer.updated) }),
          layer.count != null && t('layers.features', { count: number(layer.count) }),
        ]
          .filter(Boolean)
          .join(' · '),
      ),
      h(
        'div',
        { class: 'row' },
        layer.bbox &&
          button({ text: t('layers.extent'), icon: 'extent', small: true, onClick: () => map.fitBox(layer.bbox) }),
        button({ text: t('layers.table'), icon: 'table', small: true, onClick: () => app.openTable(layer.id) }),
        layer.links?.items &&
          h(
            'a',
            { class: 'button small', href: layer.links.items, target: '_blank', rel: 'noopener' },
            icon('share', 'small'),
            t('layers.items'),
          ),
        layer.geometry !== 'none' &&
          button({ text: t('swipe.start'), icon: 'columns', small: true, onClick: () => app.swipe(layer.id) }),
        layer.editable &&
          button({ text: t('edit.new'), icon: 'plus', small: true, onClick: () => newFeature(layer.id) }),
        mayStyle() &&
          button({ text: t('layers.style'), icon: 'sliders', small: true, 'aria-expanded': 'false', onClick: openStyle }),
        button({ text: t('layers.export'), icon: 'download', small: true, 'aria-expanded': 'false', onClick: openExport }),
      ),
      exporting,
      styling,
    );
    layers.style(layer.style).then(
      (style) =>
        show(
          symbols,
          drawSymbols(
            style.rules.map((rule) => ({ rule })),
            { title },
          ),
        ),
      () => symbols.remove(),
    );
  }

  /** Loaded when it is asked for: most readers only look. */
  async function openExport({ currentTarget }) {
    const open = stopExport === null;
    currentTarget.setAttribute('aria-expanded', String(open));
    if (!open) return closeExport();
    stopExport = () => {};
    const { exportPanel } = await import('../data/export/export-panel.js');
    if (stopExport) stopExport = exportPanel(exporting, app, layer).stop;
  }

  /** Who publishes a layer decides how it is drawn. */
  function mayStyle() {
    const { user } = app.session;
    return app.session.has('administrator') || (app.session.has('publisher') && user?.department === layer.department);
  }

  async function openStyle({ currentTarget }) {
    const open = stopStyle === null;
    currentTarget.setAttribute('aria-expanded', String(open));
    if (!open) return closeStyle();
    stopStyle = () => {};
    layers.set(layer.id, { visible: true });
    const { styleEditor } = await import('../style/editor.js');
    if (stopStyle) stopStyle = styleEditor(styling, app, layer).stop;
  }

  function closeStyle() {
    stopStyle?.();
    stopStyle = null;
    show(styling);
  }

  function closeExport() {
    stopExport?.();
    stopExport = null;
    show(exporting);
  }

  function refresh() {
    const on = layers.isVisible(layer.id);
    toggle.checked = on;
    hint.hidden = !on || layer.geometry === 'none' || inRange(layer, map.view().zoom);
    element.classList.toggle('is-off', !on);
  }

  const close = () => {
    closeExport();
    closeStyle();
  };
  return { element, refresh, close };
}
