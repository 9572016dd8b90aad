import * as L from '../lib.js';
import { lang } from '../i18n.js';
import { perFrame, signal } from '../signal.js';
import { condition } from './expression.js';
import { paint, planTile } from './painter.js';
import { placing } from './paths.js';
import { classify, compileStyle } from './style.js';
import { TileSource } from './tile-source.js';
import { darkTone } from './tone.js';

/** The side of a canvas tile; one step larger than the grid of the tiles' zoom, which halves the requests each way. */
export const SIDE = 512;
const DEEPEST = 18;

/**
 * All vector layers in one grid of canvas tiles. For each tile every visible layer is asked for on its own, in
 * parallel; what has come is drawn in the order of the layers.
 */
export const VectorLayer = L.GridLayer.extend({
  options: { tileSize: SIDE, updateWhenZooming: false, keepBuffer: 1, className: 'vector-tiles' },

  initialize(catalogue, options = {}) {
    L.setOptions(this, options);
    this.catalogue = catalogue;
    this.source = new TileSource();
    this.styles = new Map();
    this.previews = new WeakMap();
    this.live = new Set();
    /** Ids of layers that are left out here. */
    this.skip = new Set();
    this.dirty = new Set();
    this.changed = signal();
    this.failures = signal();
    this.redrawSoon = perFrame(() => this.redrawDirty());
    catalogue.onChange((id) => this.layersChanged(id));
    catalogue.onReload(() => this.source.clear());
    catalogue.onStyleForgotten((id) => this.renewStyle(id));
    this.on('tileunload', ({ tile }) => this.drop(tile));
  },

  createTile(coords, done) {
    const canvas = L.DomUtil.create('canvas', 'vector-tile');
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    canvas.width = canvas.height = SIDE * ratio;
    const tile = { canvas, coords, ratio, parts: new Map(), abort: new AbortController() };
    canvas.tile = tile;
    this.live.add(tile);
    const asked = this.wanted(coords.z).map((layer) => this.fetch(tile, layer));
    const ready = () => {
      if (!this.live.has(tile)) return;
      this.drawTile(tile);
      done(null, canvas);
      this.changed.emit();
    };
    // A slow layer does not hold the others back.
    const all = Promise.allSettled(asked).then(() => true);
    Promise.race([all, pause(400)]).then((complete) => {
      ready();
      if (!complete) all.then(() => this.soil(tile));
    });
    return canvas;
  },

  drop(canvas) {
    const { tile } = canvas;
    tile.abort.abort();
    this.live.delete(tile);
    this.dirty.delete(tile);
    canvas.width = canvas.height = 0;
    this.changed.emit();
  },

  /** Layers shown and in their zoom range, lowest first. */
  wanted(zoom) {
    const drawn = (layer) => layer.geometry !== 'none' && inRange(layer, zoom) && !this.skip.has(layer.id);
    return this.catalogue.visible().filter(drawn);
  },

  /** Fetches a layer's part of a tile; failures are counted, not thrown. */
  async fetch(tile, layer) {
    const { x, y, z } = tile.coords;
    const over = Math.max(0, z - 1 - DEEPEST);
    const at = { z: z - 1 - over, x: x >> over, y: y >> over };
    const asked = this.catalogue.previewFields(layer.id);
    const part = { data: null, plan: null, etag: layer.etag, asked: asked.join(), at, over: 2 ** over };
    tile.parts.set(layer.id, part);
    try {
      const [data] = await Promise.all([
        this.source.get(layer, asked, at.z, at.x, at.y, tile.abort.signal),
        this.style(layer),
      ]);
      part.data = data;
      this.failures.emit(layer.id, false);
    } catch (failure) {
      if (failure.name === 'AbortError') return;
      tile.parts.delete(layer.id);
      this.failures.emit(layer.id, true);
    }
  },

  async style(layer) {
    if (!this.styles.has(layer.style))
      this.styles.set(layer.style, compileStyle(await this.catalogue.style(layer.style)));
    return this.styles.get(layer.style);
  },

  /** The compiled style that a layer is drawn in now: one that is tried out, or its own; undefined until it is there. */
  styleOf(layer) {
    const tried = this.catalogue.previewOf(layer.id);
    if (!tried) return this.styles.get(layer.style);
    if (!this.previews.has(tried)) this.previews.set(tried, compileStyle(tried));
    return this.previews.get(tried);
  },

  async renewStyle(id) {
    this.styles.delete(id);
    const users = this.catalogue.visible().filter((layer) => layer.style === id);
    await Promise.allSettled(users.map((layer) => this.style(layer)));
    this.restyle();
  },

  /** The rules with their features of a part, worked out once for a style, zoom, language and filter. */
  classes(layer, part, zoom) {
    const filter = this.catalogue.filter(layer.id);
    const style = this.styleOf(layer);
    if (!part.classes || part.style !== style || part.filter !== filter || part.lang !== lang()) {
      const scene = { lang: lang(), zoom, lat: latOf(part.at) };
      part.classes = style ? classify(part.data.features, style, scene, condition(filter)) : [];
      part.plan = null;
      part.style = style;
      part.filter = filter;
      part.lang = lang();
    }
    return part.classes;
  },

  placing(tile, part) {
    const { x, y } = tile.coords;
    return placing(part.data.extent, SIDE, part.over, x - part.at.x * part.over, y - part.at.y * part.over);
  },

  drawTile(tile) {
    const { canvas, ratio, coords } = tile;
    const ctx = canvas.getContext('2d');
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    for (const layer of this.wanted(coords.z)) {
      const part = tile.parts.get(layer.id);
      if (!part?.data) continue;
      const classes = this.classes(layer, part, coords.z);
      part.plan ??= planTile(classes, this.placing(tile, part), part.data.extent);
      if (part.plan.length === 0) continue;
      const opacity = this.catalogue.opacity(layer.id);
      if (opacity === 1) paint(ctx, part.plan, ratio, tone());
      else this.paintThrough(ctx, part.plan, ratio, opacity);
    }
  },

  /** A layer let through as a whole, so that what overlaps within it does not show twice. */
  paintThrough(ctx, plan, ratio, opacity) {
    const glass = (this.glass ??= document.createElement('canvas'));
    glass.width = glass.height = SIDE * ratio;
    paint(glass.getContext('2d'), plan, ratio, tone());
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.globalAlpha = opacity;
    ctx.drawImage(glass, 0, 0);
    ctx.globalAlpha = 1;
  },

  layersChanged() {
    for (const tile of this.live) {
      const missing = this.wanted(tile.coords.z).filter((layer) => !this.holds(tile.parts.get(layer.id), layer));
      for (const layer of missing) this.fetch(tile, layer).then(() => this.soil(tile));
      this.soil(tile);
    }
  },

  /** Whether a part is of the layer's present data and has what its rules look at. */
  holds(part, layer) {
    return part?.etag === layer.etag && part.asked === this.catalogue.previewFields(layer.id).join();
  },

  /** Asks for a layer again, after its data changed. */
  refresh(id) {
    this.source.clear();
    for (const tile of this.live) if (tile.parts.has(id)) tile.parts.get(id).etag = null;
    this.layersChanged();
  },

  restyle() {
    for (const tile of this.live) this.soil(tile);
  },

  soil(tile) {
    if (!this.live.has(tile)) return;
    this.dirty.add(tile);
    this.redrawSoon();
  },

  /** Redraws for some milliseconds, then lets the frame go on. */
  redrawDirty() {
    const until = performance.now() + 10;
    for (const tile of this.dirty) {
      this.dirty.delete(tile);
      this.drawTile(tile);
      if (performance.now() > until) break;
    }
    if (this.dirty.size > 0) this.redrawSoon();
    else this.changed.emit();
  },

  /** fn() when what is drawn has changed. */
  onChanged(fn) {
    return this.changed.on(fn);
  },

  /** fn(layer id, failed) after each request. */
  onFailure(fn) {
    return this.failures.on(fn);
  },
});

export const inRange = (layer, zoom) => zoom >= (layer.zoom?.min ?? 0) && zoom <= (layer.zoom?.max ?? 99);
export const tone = () => (document.documentElement.dataset.theme === 'dark' ? darkTone : same);
const same = (color) => color;

/** The latitude of the middle of a tile. */
const latOf = ({ y, z }) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * (y + 0.5)) / 2 ** z))) * 180) / Math.PI;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
