import * as L from '../lib.js';
import { lang } from '../i18n.js';
import { quietly } from '../signal.js';
import { collect } from './candidates.js';
import { drawIcon } from './icon.js';
import { arrange } from './placement.js';
import { paintFill, paintStroke } from './painter.js';
import { isOpen, markPath } from './symbols.js';
import { SIDE, tone } from './vector-layer.js';

const MARGIN = 128;
const FAMILY = '"PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", system-ui, sans-serif';

/** Marks and names of all layers on one canvas over the tiles, laid out together and again when the tiles change. */
export const LabelLayer = L.Layer.extend({
  initialize(catalogue, tiles, pane = 'labels') {
    this.paneName = pane;
    this.catalogue = catalogue;
    this.tiles = tiles;
    this.laid = { marks: [], labels: [] };
    this.widths = new Map();
    this.layoutSoon = quietly(() => this.layout(), 30);
    tiles.onChanged(() => this.layoutSoon());
  },

  onAdd(map) {
    this.canvas = L.DomUtil.create('canvas', 'label-canvas leaflet-zoom-animated');
    this.ctx = this.canvas.getContext('2d');
    this.pane = this.paneOf(map);
    this.pane.append(this.canvas);
    map.on('moveend resize', this.draw, this);
    map.on('move', this.follow, this);
    map.on('zoom', this.zoomed, this);
    map.on('zoomanim', this.animate, this);
  },

  onRemove(map) {
    this.canvas.remove();
    map.off('moveend resize', this.draw, this);
    map.off('move', this.follow, this);
    map.off('zoom', this.zoomed, this);
    map.off('zoomanim', this.animate, this);
  },

  paneOf(map) {
    const pane = map.getPane(this.paneName) ?? map.createPane(this.paneName);
    pane.style.zIndex = 350;
    pane.style.pointerEvents = 'none';
    return pane;
  },

  /** Works the layout out anew from the tiles of the zoom shown. */
  layout() {
    if (!this._map) return;
    const zoom = this._map.getZoom();
    const scene = { lang: lang(), zoom: Math.round(zoom) };
    const parts = [];
    for (const tile of this.tiles.live) {
      if (tile.coords.z !== scene.zoom) continue;
      for (const layer of this.tiles.wanted(scene.zoom)) {
        const part = tile.parts.get(layer.id);
        if (!part?.data) continue;
        const origin = [tile.coords.x * SIDE, tile.coords.y * SIDE];
        const classes = this.tiles.classes(layer, part, scene.zoom);
        parts.push({
          layer: layer.id,
          order: layer.order,
          classes,
          place: this.tiles.placing(tile, part),
          side: SIDE,
          origin,
        });
      }
    }
    if (parts.length === 0 && this.tiles.isLoading()) return;
    this.laid = arrange(collect(parts, scene), (font, text) => this.width(font, text), fontOf);
    this.zoom = scene.zoom;
    this.draw();
  },

  width(font, text) {
    const key = `${font}|${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      if (this.widths.size > 20_000) this.widths.clear();
      this.ctx.font = font;
      width = this.ctx.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  },

  draw() {
    const map = this._map;
    if (this.zoom === undefined || map.getZoom() !== this.zoom) return;
    const size = map.getSize();
    const ratio = Math.min(3, window.devicePixelRatio || 1);
    const origin = map.getPixelBounds().min.subtract([MARGIN, MARGIN]);
    const [wide, tall] = [size.x + 2 * MARGIN, size.y + 2 * MARGIN];
    if (this.canvas.width !== Math.round(wide * ratio) || this.canvas.height !== Math.round(tall * ratio)) {
      this.canvas.width = Math.round(wide * ratio);
      this.canvas.height = Math.round(tall * ratio);
      this.canvas.style.width = `${wide}px`;
      this.canvas.style.height = `${tall}px`;
    } else {
      this.ctx.setTransform(1, 0, 0, 1, 0, 0);
      this.ctx.clearRect(0, 0, this.canvas.width, this.canvas.height);
    }
    this.corner = map.unproject(origin, this.zoom);
    this.drawn = origin;
    L.DomUtil.setTransform(this.canvas, map.containerPointToLayerPoint([-MARGIN, -MARGIN]), 1);
    const seen = (x, y) =>
      x > origin.x - 40 && y > origin.y - 40 && x < origin.x + wide + 40 && y < origin.y + tall + 40;
    const colors = tone();
    for (const mark of this.laid.marks) {
      if (seen(mark.x, mark.y))
        drawMark(this.ctx, mark, mark.x - origin.x, mark.y - origin.y, ratio, this.catalogue.opacity(mark.layer));
    }
    for (const label of this.laid.labels) {
      if (seen(label.box[0], label.box[1]))
        drawLabel(this.ctx, label, origin, ratio, colors, this.catalogue.opacity(label.layer));
    }
  },

  /** While dragging the canvas moves along; it is drawn anew when its margin is used up. */
  follow() {
    if (!this.drawn || this._map.getZoom() !== this.zoom) return;
    const now = this._map.getPixelBounds().min.subtract([MARGIN, MARGIN]);
    if (Math.abs(now.x - this.drawn.x) > MARGIN * 0.8 || Math.abs(now.y - this.drawn.y) > MARGIN * 0.8) this.draw();
  },

  animate(event) {
    this.place(event.center, event.zoom);
  },

  zoomed() {
    this.place(this._map.getCenter(), this._map.getZoom());
  },

  /** Scales what was drawn to another zoom, until the layout of that zoom is there. */
  place(center, zoom) {
    if (!this.corner) return;
    const scale = this._map.getZoomScale(zoom, this.zoom);
    L.DomUtil.setTransform(this.canvas, this._map._latLngToNewLayerPoint(this.corner, zoom, center), scale);
  },

  restyle() {
    this.layoutSoon();
  },
});

const fontOf = ({ font = {} }) =>
  `${font.style === 'italic' ? 'italic ' : ''}${font.weight ?? 400} ${font.size ?? 12}px ${FAMILY}`;

const plain = (color) => color;

export function drawMark(ctx, { symbolizer }, x, y, ratio, opacity = 1) {
  const { mark = 'circle', size = 8, rotation = 0, fill, stroke, offset = [0, 0] } = symbolizer;
  ctx.setTransform(ratio, 0, 0, ratio, (x + offset[0]) * ratio, (y - offset[1]) * ratio);
  if (rotation) ctx.rotate((rotation * Math.PI) / 180);
  const through = opacity * (symbolizer.opacity ?? 1);
  if (symbolizer.icon) {
    drawIcon(ctx, symbolizer.icon, size, through);
    return;
  }
  const path = markPath(mark.replace('shape://', ''), size);
  // Marks are data: they keep their colours in the dark.
  if (fill && !isOpen(mark)) paintFill(ctx, path, { ...fill, opacity: (fill.opacity ?? 1) * through }, ratio, plain);
  if (stroke) paintStroke(ctx, path, { ...stroke, opacity: (stroke.opacity ?? 1) * through }, plain);
}

function drawLabel(ctx, label, origin, ratio, colors, opacity) {
  ctx.globalAlpha = opacity;
  const { fill, halo } = label.symbolizer;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.font = label.font;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.fillStyle = colors(fill?.color ?? '#333333', 'text');
  if (halo) {
    ctx.strokeStyle = colors(halo.color ?? '#ffffff', 'halo');
    ctx.lineWidth = 2 * (halo.width ?? 1.5);
  }
  // The difference is taken here: a canvas counts in single precision, which at zoom 18 is some pixels of the world.
  const pass = (draw) => {
    for (const line of label.lines ?? []) draw(line.text, line.x - origin.x, line.y - origin.y);
    for (const letter of label.letters ?? []) {
      ctx.save();
      ctx.translate(letter.x - origin.x, letter.y - origin.y);
      ctx.rotate(letter.angle);
      draw(letter.text, 0, 0);
      ctx.restore();
    }
  };
  if (halo) pass((text, x, y) => ctx.strokeText(text, x, y));
  pass((text, x, y) => ctx.fillText(text, x, y));
}
