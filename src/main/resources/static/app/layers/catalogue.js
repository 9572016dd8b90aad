import { api } from '../api.js';
import { pick } from '../i18n.js';
import { signal } from '../signal.js';

/** The layers this user may see, with what is shown and how strongly; the address follows it. */
export function createCatalogue(state) {
  const changed = signal();
  const reloaded = signal();
  const forgotten = signal();
  let departments = [];
  let byId = new Map();
  let codes = new Map();
  let shown = new Map();
  let filters = new Map();
  let refused = [];
  const styles = new Map();
  const previews = new Map();

  function take(layers) {
    byId = new Map(layers.map((layer) => [layer.id, layer]));
    fromAddress();
  }

  function fromAddress() {
    const text = state.get('layers');
    refused = [];
    if (text === null) {
      shown = new Map([...byId.values()].filter((layer) => layer.initial).map((layer) => [layer.id, 1]));
      return;
    }
    shown = new Map();
    for (const part of text.split(',').filter(Boolean)) {
      const [id, percent] = part.split('*');
      if (!byId.has(id)) refused.push(id);
      else shown.set(id, percent ? clamp(Number(percent) / 100) : 1);
    }
  }

  function toAddress(push = false) {
    const usual = [...byId.values()].filter((layer) => layer.initial);
    const same = shown.size === usual.length && usual.every((layer) => shown.get(layer.id) === 1);
    state.set({ layers: same ? null : catalogue.inAddress() }, { push });
  }

  state.onChange((keys) => {
    if (!keys.has('layers')) return;
    fromAddress();
    changed.emit(null);
  });

  const catalogue = {
    async load() {
      const [places, list, lists] = await Promise.all([
        api.get('/api/departments'),
        api.get('/api/layers'),
        api.get('/api/codes'),
      ]);
      departments = [...places.departments].sort((a, b) => a.order - b.order);
      codes = new Map(lists.codes.map((it) => [it.id, it]));
      take(list.layers);
    },
    /** After sign-in, sign-out or a new import. */
    async reload() {
      const kept = [...shown];
      await catalogue.load();
      for (const [id, opacity] of kept) if (byId.has(id)) shown.set(id, opacity);
      reloaded.emit();
      changed.emit(null);
    },
    /** One layer again, when its data changed. */
    async renew(id) {
      const layer = await api.get(`/api/layers/${encodeURIComponent(id)}`);
      byId.set(id, layer);
      reloaded.emit();
      return layer;
    },
    /** One layer again, when only its look changed: what shows the catalogue stays as it is. */
    async restyled(id) {
      byId.set(id, await api.get(`/api/layers/${encodeURIComponent(id)}`));
      changed.emit(id);
    },
    departments: () => departments,
    all: () => [...byId.values()],
    get: (id) => byId.get(id) ?? null,
    title: (id) => pick(byId.get(id)?.title) || id,
    /** Layers shown, lowest first. */
    visible: () =>
      [...byId.values()]
        .filter((layer) => shown.has(layer.id))
        .sort((a, b) => a.order - b.order || a.id.localeCompare(b.id)),
    /** What is shown as an address says it: id or id*percent, '-' for nothing. */
    inAddress: () =>
      catalogue
        .visible()
        .map((layer) => (shown.get(layer.id) < 1 ? `${layer.id}*${Math.round(shown.get(layer.id) * 100)}` : layer.id))
        .join(',') || '-',
    isVisible: (id) => shown.has(id),
    opacity: (id) => shown.get(id) ?? 1,
    filter: (id) => filters.get(id) ?? null,
    /** {visible, opacity 0..1, filter: style expression or null}; what is not given stays. */
    set(id, { visible, opacity, filter } = {}) {
      if (!byId.has(id)) return;
      if (visible === false) shown.delete(id);
      else if (visible === true) shown.set(id, opacity ?? shown.get(id) ?? 1);
      if (opacity !== undefined && shown.has(id)) shown.set(id, clamp(opacity));
      if (filter !== undefined) filter === null ? filters.delete(id) : filters.set(id, filter);
      toAddress();
      changed.emit(id);
    },
    reset() {
      state.set({ layers: null });
      filters = new Map();
      fromAddress();
      changed.emit(null);
    },
    /** Ids in the address that this user may not see. */
    refused: () => refused.filter((id) => id !== '-'),
    /** {code, title, color, parent} of a code list's entry, or null. */
    code: (list, code) => codes.get(list)?.entries.find((it) => it.code === code) ?? null,
    codes: (list) => codes.get(list)?.entries ?? [],
    style(id) {
      if (!styles.has(id)) {
        const asked = api.get(`/api/styles/${encodeURIComponent(id)}`);
        asked.catch(() => styles.delete(id));
        styles.set(id, asked);
      }
      return styles.get(id);
    },
    /** Draws a layer in rules that are not saved, or with null again in its own style. */
    preview(id, style) {
      style === null ? previews.delete(id) : previews.set(id, style);
      changed.emit(id);
    },
    previewOf: (id) => previews.get(id) ?? null,
    /** Fields that rules which are tried out look at; the tiles have to bring them. */
    previewFields(id) {
      const known = new Set((byId.get(id)?.fields ?? []).map((it) => it.name));
      return [...fieldsOf(previews.get(id)?.rules ?? [])].filter((it) => known.has(it)).sort().slice(0, 8);
    },
    /** After a style was saved: it is asked for again. */
    forgetStyle(id) {
      styles.delete(id);
      forgotten.emit(id);
    },
    /** fn(style id) when a style is to be read again. */
    onStyleForgotten: forgotten.on,
    /** fn(layer id or null for many) when visibility, opacity or filter changed. */
    onChange: changed.on,
    /** fn() when the catalogue itself is new. */
    onReload: reloaded.on,
  };
  return catalogue;
}

/** The fields that expressions name. */
function fieldsOf(value, found = new Set()) {
  if (Array.isArray(value) && ['get', 'has'].includes(value[0])) found.add(value[1]);
  else if (Array.isArray(value) && value[0] === 'lang') value.slice(1).forEach((it) => found.add(it));
  else if (value !== null && typeof value === 'object') Object.values(value).forEach((it) => fieldsOf(it, found));
  return found;
}

const clamp = (value) => (Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 1);
