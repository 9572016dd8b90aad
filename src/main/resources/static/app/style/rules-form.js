import { pick, t } from '../i18n.js';
import { field, h, input, select, show } from '../ui/index.js';
import { rulesOf, setTitle, setZoom, textOf, titleOf, valuesOf, zoomsOf } from './sheet.js';

/** The rules of a style, each unfolding to what can be changed without writing XML. changed(text) after each change. */
export function rulesForm(host, layer, changed) {
  let doc = null;
  let open = null;

  const tell = () => changed(textOf(doc));

  function draw(next) {
    doc = next;
    show(host, h('ol', { class: 'style-rules' }, rulesOf(doc).map(row)));
  }

  function row({ rule, title, symbols }, i) {
    const body = h('div', { class: 'stack style-rule-body' });
    const name = h('span', { class: 'grow', text: shown(title, i) });
    const details = h(
      'details',
      { open: open === i, on: { toggle: () => details.open && unfold() } },
      h('summary', {}, colors(symbols), name),
      body,
    );
    function unfold() {
      open = i;
      if (body.children.length > 0) return;
      show(body, titleField(rule, i, name), zoomFields(rule), symbols.map(symbolForm));
    }
    if (open === i) unfold();
    return h('li', {}, details);
  }

  const shown = (title, i) => title || t('style.rule', { n: i + 1 });

  /** The colours of a rule, so that it is found at a glance. */
  function colors(symbols) {
    const found = symbols.flatMap(valuesOf).filter((it) => it.kind === 'color' && it.key !== 'font.fill');
    return found.slice(0, 2).map(({ value }) => h('span', { class: 'swatch', style: { background: value }, 'aria-hidden': 'true' }));
  }

  function titleField(rule, i, name) {
    const box = input({ value: titleOf(rule), on: { change: () => { setTitle(rule, box.value); name.textContent = shown(box.value, i); tell(); } } });
    return field(t('style.title'), box);
  }

  function zoomFields(rule) {
    const zooms = zoomsOf(rule);
    const one = (side, text) => {
      const box = input({
        type: 'number',
        min: 0,
        max: 24,
        step: 0.5,
        value: zooms[side] ?? '',
        on: { change: () => { setZoom(rule, side, box.value === '' ? null : Number(box.value)); tell(); } },
      });
      return field(text, box);
    };
    return h('div', { class: 'row style-pair' }, one('min', t('style.minZoom')), one('max', t('style.maxZoom')));
  }

  function symbolForm(symbol) {
    const values = valuesOf(symbol);
    return h(
      'fieldset',
      { class: 'style-symbol' },
      h('legend', { class: 'label', text: t(`style.symbol.${symbol.type}`) }),
      values.length === 0 && h('p', { class: 'fine', text: t('style.noValues') }),
      h('div', { class: 'style-values' }, values.map(control)),
    );
  }

  function control({ key, kind, value, set }) {
    const change = (text) => { set(text); tell(); };
    return field(t(`style.value.${key}`), controls[kind](value, change));
  }

  const controls = {
    color: (value, change) => {
      const box = h('input', { type: 'color', class: 'style-color', value, on: { input: () => change(box.value) } });
      return box;
    },
    share: (value, change) => {
      const box = input({ type: 'number', min: 0, max: 1, step: 0.05, value, on: { change: () => change(box.value) } });
      return box;
    },
    length: (value, change) => {
      const box = input({ type: 'number', min: 0, max: 1000, step: 0.5, value, on: { change: () => change(box.value) } });
      return box;
    },
    field: (value, change) =>
      select((layer.fields ?? []).map((it) => ({ value: it.name, text: pick(it.alias) || it.name })), { value, onChange: change }),
  };

  return { draw };
}
