import { decode } from './mvt.js';

const KEPT = 600;

/** Tiles of all layers: fetched once, shared while fetched, aborted when nobody waits, the latest kept decoded. */
export class TileSource {
  #kept = new Map();
  #running = new Map();

  /**
   * The features of a layer's tile: {extent, features}.
   * @param layer of the catalogue; its links.tiles names the version
   * @param fields that the tile is to carry beside the usual ones
   */
  get(layer, fields, z, x, y, signal) {
    const usual = layer.links.tiles.replace('{z}', z).replace('{x}', x).replace('{y}', y);
    const url = fields.length === 0 ? usual : `${usual}&fields=${fields.map(encodeURIComponent).join()}`;
    const known = this.#kept.get(url);
    if (known) {
      this.#kept.delete(url);
      this.#kept.set(url, known);
      return Promise.resolve(known);
    }
    let run = this.#running.get(url);
    if (!run) {
      run = { waiting: 0, abort: new AbortController() };
      run.promise = this.#fetch(url, layer.id, run.abort.signal).finally(() => this.#running.delete(url));
      this.#running.set(url, run);
    }
    run.waiting++;
    return new Promise((resolve, reject) => {
      signal.addEventListener(
        'abort',
        () => {
          if (--run.waiting === 0) run.abort.abort();
          reject(new DOMException('out of view', 'AbortError'));
        },
        { once: true },
      );
      run.promise.then(resolve, reject);
    });
  }

  async #fetch(url, id, signal) {
    const response = await fetch(url, { signal });
    if (response.status === 404 || response.status === 204) return this.#keep(url, { extent: 4096, features: [] });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    const layers = decode(new Uint8Array(await response.arrayBuffer()));
    return this.#keep(url, layers.get(id) ?? { extent: 4096, features: [] });
  }

  #keep(url, data) {
    this.#kept.set(url, data);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value);
    return data;
  }

  /** Forgets all, as after a sign-in. */
  clear() {
    this.#kept.clear();
  }
}
