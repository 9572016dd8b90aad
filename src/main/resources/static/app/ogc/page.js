import * as L from '../lib.js';
import { addGround } from './ground.js';
import { fromGeoJson, toBounds } from './shapes.js';

/** Puts a map to move about in where the page has a sketch, from the page's own GeoJSON; the sketch stays when that fails. */
const place = document.querySelector('.page-map');
if (place) show(place).catch((error) => console.warn('the page keeps its sketch:', error));

async function show(element) {
  const answer = await fetch(element.dataset.items, {
    headers: { Accept: 'application/geo+json' },
    credentials: 'same-origin',
  });
  if (!answer.ok) throw new Error(`${answer.status} for the features of the page`);
  const document_ = await answer.json();
  const features = document_.features ?? [document_];
  element.hidden = false;
  const map = L.map(element, { attributionControl: false, preferCanvas: features.length > 500 });
  const shapes = fromGeoJson(features, { onChoose: open, onHover: mark }).addTo(map);
  map.fitBounds(toBounds(shapes), { padding: [24, 24], maxZoom: 17 });
  document.querySelector('.sketch')?.remove();
  addGround(map, element.dataset.layer).catch((error) => console.warn('the map has no ground:', error));
  for (const row of document.querySelectorAll('tr[data-fid]')) {
    row.addEventListener('mouseenter', () => shapes.highlight(row.dataset.fid));
    row.addEventListener('mouseleave', () => shapes.highlight(null));
    row.addEventListener('focusin', () => shapes.highlight(row.dataset.fid));
  }
}

function row(fid) {
  return document.querySelector(`tr[data-fid="${CSS.escape(String(fid))}"]`);
}

/** The table's row of a shape under the pointer. */
function mark(fid, on) {
  row(fid)?.classList.toggle('is-marked', on);
}

/** A name that leads to the feature's page and brings its row into view. */
function open(fid) {
  const found = row(fid);
  const link = found?.querySelector('a');
  if (!link) return null;
  const label = document.createElement('a');
  label.href = link.href;
  label.textContent = found.dataset.title;
  found.scrollIntoView({ block: 'nearest' });
  return label;
}
