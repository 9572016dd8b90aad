import * as L from '../lib.js';
import { markPath } from './symbols.js';

/** A point of an overlay: a shape of fixed size on the shared canvas, with an optional letter and a ring when chosen. */
export const Mark = L.CircleMarker.extend({
  _updatePath() {
    const renderer = this._renderer;
    if (!renderer._drawing || this._empty()) return;
    const { radius, shape, fillColor, fillOpacity, opacity, color, weight, ring, text } = this.options;
    const ctx = renderer._ctx;
    const at = this._point;
    ctx.save();
    // A pin points at its place with its tip.
    ctx.translate(at.x, shape === 'pin' ? at.y - 1.15 * radius : at.y);
    // A dashed line drawn before on the same canvas must not fray the outline.
    ctx.setLineDash([]);
    if (ring) {
      ctx.beginPath();
      ctx.arc(0, 0, radius + 5, 0, 2 * Math.PI);
      ctx.lineWidth = 3;
      ctx.strokeStyle = ring;
      ctx.stroke();
    }
    const path = markPath(shape, 2 * radius);
    ctx.globalAlpha = fillOpacity;
    ctx.fillStyle = fillColor;
    ctx.fill(path);
    ctx.globalAlpha = opacity;
    ctx.lineWidth = weight;
    ctx.lineJoin = 'round';
    ctx.strokeStyle = color;
    if (weight > 0) ctx.stroke(path);
    if (text) {
      ctx.fillStyle = '#fff';
      ctx.font = `600 ${Math.max(9, Math.round(radius * 1.1))}px ${getComputedStyle(document.body).fontFamily}`;
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      ctx.fillText(text, 0, 0.5);
    }
    ctx.restore();
  },
});
