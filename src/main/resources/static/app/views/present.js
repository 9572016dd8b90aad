import { lang } from '../i18n.js';
import { writeView } from '../map/view.js';
import { address, read } from '../state.js';

/**
 * The query of what is seen now, with what an address otherwise leaves to the reader: his layers, language and place.
 * A view saved so shows the same later and to others.
 */
export function presentQuery({ state, layers, map }) {
  const values = read(new URL(state.link()).search);
  values.set('layers', layers.inAddress());
  values.set('lang', lang());
  values.set('view', writeView(map.view()));
  values.delete('lost');
  return address(values, { pathname: '' }).slice(1);
}

const EMBEDDED = ['layers', 'view', 'base', 'lang', 'theme'];

/** The code for a page that shows the present map in a frame. */
export function frameCode(app, title) {
  const values = read(presentQuery(app));
  for (const key of [...values.keys()]) if (!EMBEDDED.includes(key)) values.delete(key);
  const url = new URL(address(values, { pathname: '/embed' }), location.href).href;
  const safe = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${safe(url)}" title="${safe(title)}" width="640" height="420" loading="lazy" allowfullscreen></iframe>`;
}
