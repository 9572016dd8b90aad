// Walks the pages of a collection by the links the server gives; never holds more than the page that is seen.

import { withParams } from '../api.js';
import { conditions, SIZE, sortText } from './asked.js';

/** @param view () => [w, s, e, n] of the map */
export function createPages(api, view) {
  const ask = api.latest();
  const askShapes = api.latest();
  let addresses = [];
  let page = null;

  async function read(trail) {
    const answer = await ask((signal) => api.get(trail.at(-1), { signal }));
    if (!answer) return undefined;
    addresses = trail;
    const next = answer.links?.find((link) => link.rel === 'next')?.href;
    page = {
      rows: answer.features.map((it) => ({ fid: it.id, properties: it.properties })),
      matched: answer.numberMatched ?? null,
      first: (trail.length - 1) * SIZE + 1,
      next: next ? local(next) : null,
      hasPrevious: trail.length > 1,
    };
    return page;
  }

  return {
    /** The first page of a question; undefined when a later one overtook it. */
    first: (it) => read([address(it, view())]),
    next: () => read([...addresses, page.next]),
    previous: () => read(addresses.slice(0, -1)),
    again: () => read(addresses),
    cancel: () => ask.abort(),
    /** The shapes of the rows that are seen, by the number of the feature. @param field any one, for the answer to be short */
    async shapes(field) {
      const url = new URL(addresses.at(-1), location.href);
      url.searchParams.delete('skipGeometry');
      url.searchParams.set('properties', field);
      const answer = await askShapes((signal) => api.get(url.pathname + url.search, { signal }));
      return answer && new Map(answer.features.map((it) => [it.id, it.geometry]));
    },
    get page() {
      return page;
    },
  };
}

function address(it, view) {
  return withParams(`/ogc/collections/${encodeURIComponent(it.layer)}/items`, {
    limit: SIZE,
    ...conditions(it, view),
    sortby: sortText(it.sort),
    properties: it.columns,
    skipGeometry: 'true',
  });
}

/** The server may know itself by another name than the browser does. */
function local(href) {
  const url = new URL(href, location.href);
  return url.pathname + url.search;
}
