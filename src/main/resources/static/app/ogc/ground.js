import { setLang } from '../i18n.js';
import { createCatalogue } from '../layers/catalogue.js';
import { LabelLayer } from '../map/label-layer.js';
import { VectorLayer } from '../map/vector-layer.js';

/** A page has no address of layers: it shows those that the portal shows to a new visitor. */
const usual = { get: () => null, set() {}, onChange() {} };

/**
 * The city below the page's own shapes, from our own tiles and in the portal's symbols.
 * @param own the id of the layer that the page is about: its features are on the map already
 */
export async function addGround(map, own) {
  setLang(document.documentElement.lang.startsWith('en') ? 'en' : 'zh');
  const catalogue = createCatalogue(usual);
  await catalogue.load();
  catalogue.set(own, { visible: false });
  const tiles = new VectorLayer(catalogue).addTo(map);
  new LabelLayer(catalogue, tiles).addTo(map);
}
