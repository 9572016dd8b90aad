import './texts.js';
import { api } from '../api.js';
import { onLang, pick, t } from '../i18n.js';
import { pictures } from '../map/pictures.js';
import { signal } from '../signal.js';
import { notify } from '../ui/index.js';

const FAILURES = 4;

/** The ground that the layers stand on: one of those that are configured, named by `base` in the address. */
export function createBaseMaps(state, layers) {
  const changed = signal();
  let all = [];
  let current = null;
  let shown = [];
  let leaflet = null;

  const asked = () => all.find((it) => it.id === state.get('base')) ?? all[0] ?? null;

  function draw() {
    for (const layer of shown) layer.remove();
    shown = (current?.sheets ?? []).map((sheet) => pictures(current, sheet, 'base').addTo(leaflet));
    for (const layer of shown) watch(layer, current);
    changed.emit();
  }

  /** Says once that pictures do not come. */
  function watch(layer, base) {
    let failures = 0;
    layer.on('tileload', () => (failures = Number.NEGATIVE_INFINITY));
    layer.on('tileerror', () => {
      if (++failures === FAILURES) notify(t('base.failed', { title: pick(base.title) }), 'error');
    });
  }

  /** Our own ground covers pictures: it goes when they come, and comes back with its choice; all in the layers' list. */
  function cover() {
    for (const base of all.filter((it) => it.kind === 'layers'))
      for (const id of base.layers) layers.set(id, { visible: base === current });
  }

  state.onChange((keys) => {
    if (!keys.has('base') || leaflet === null) return;
    current = asked();
    draw();
  });

  onLang(() => leaflet !== null && current?.kind === 'wms' && draw());

  return {
    load: async () => (all = (await api.get('/api/base-maps')).baseMaps),
    attach(map) {
      leaflet = map.leaflet;
      leaflet.createPane('base').style.zIndex = 150;
      current = asked();
      if (current && current.kind !== 'layers' && state.get('layers') === null) cover();
      draw();
    },
    all: () => all,
    get current() {
      return current;
    },
    choose(id) {
      current = all.find((it) => it.id === id) ?? current;
      state.set({ base: current === all[0] ? null : current.id }, { push: true });
      cover();
      draw();
    },
    credit: () => pick(current?.attribution),
    /** fn() when another one is shown. */
    onChange: changed.on,
  };
}
