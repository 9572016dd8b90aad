// Measuring by hand: drawn, told, and kept on the map until closed. On the ellipsoid, not in the plane of the screen.

import * as L from '../lib.js';
import { addTexts, onLang } from '../i18n.js';
import { toLeaflet } from '../map/lonlat.js';
import { onPhone } from '../ui/index.js';
import { createCard } from './card.js';
import en from './en.js';
import { figuresOf } from './figures.js';
import { withUnit } from './units.js';
import zh from './zh.js';

addTexts({ zh, en });

/** Above so many segments their lengths stand in the list only. */
const NAMED = 30;

export function createMeasure(app, stage) {
  const { map } = app;
  const shape = map.overlay('measure');
  const names = L.featureGroup().addTo(map.leaflet);
  const card = createCard({ onAgain: run, onClose: close, onUnit: name });
  stage.append(card.element);
  L.DomEvent.disableClickPropagation(card.element);
  L.DomEvent.disableScrollPropagation(card.element);
  let found = null;

  async function run(kind) {
    close();
    app.float.emit('measure');
    if (onPhone()) app.panel.height('peek');
    const geometry = await map.draw(kind);
    if (!geometry) return;
    found = figuresOf(geometry);
    shape.setFeatures({ type: 'Feature', id: 'measure', properties: {}, geometry });
    tell();
  }

  const tell = () => name(card.tell(found));

  /** Writes the length of each segment beside it. */
  function name(unit) {
    names.clearLayers();
    if (found.segments.length > NAMED) return;
    for (const { from, to, metres } of found.segments) {
      const middle = toLeaflet([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
      L.tooltip({ permanent: true, direction: 'center', className: 'measure-name', interactive: false }).setLatLng(middle).setContent(label(withUnit(metres, unit))).addTo(names);
    }
  }

  function close() {
    found = null;
    card.hide();
    shape.clear();
    names.clearLayers();
  }

  card.element.addEventListener('keydown', (event) => event.key === 'Escape' && close());
  app.float.on((who) => who !== 'measure' && onPhone() && close());
  onLang(() => found && tell());
  return { start: () => run('line') };
}

function label(text) {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
}
