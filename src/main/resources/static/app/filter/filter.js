// <city-filter>: asks for conditions in rows and says what it asks as CQL2 text; who knows CQL2 writes it himself.

import { t } from '../i18n.js';
import { quietly } from '../signal.js';
import { h, segments, show } from '../ui/index.js';
import { showAreas } from './area.js';
import { cql2 } from './cql2.js';
import { createCql2Box } from './cql2-box.js';
import { readCql2 } from './cql2-read.js';
import { createGroup } from './group.js';
import { fieldsOf, finished, group } from './model.js';
import './texts.js';

/** Emits `change` with detail.text, the CQL2 text, whenever what it asks for is another. */
export class CityFilter extends HTMLElement {
  #app;
  #fields = [];
  #root = group();
  /** The text where the form cannot show it, or where the reader prefers it; null while the form rules. */
  #written = null;
  #told = '';
  #body = h('div', { class: 'filter-body' });
  #box;
  #later = quietly(() => this.#tell(), 350);

  /** @param text CQL2 that it starts with */
  open(app, layer, text = '') {
    this.#app = app;
    this.setAttribute('layer', layer.id);
    this.#fields = fieldsOf(layer);
    this.#box = createCql2Box({ onWrite: (next) => this.#write(next) });
    this.value = text;
    return this;
  }

  get value() {
    return this.#written ?? cql2(this.#root, this.#fields);
  }

  /** Shows another text without emitting. */
  set value(text) {
    const root = readCql2(text, this.#fields);
    this.#written = root ? null : text;
    this.#root = root ?? group();
    this.#told = this.value;
    this.#draw();
  }

  /** The rows, or null when the text says more than they can. */
  get root() {
    return this.#written === null ? finished(this.#root) ?? group() : readCql2(this.#written, this.#fields);
  }

  /** Shows what the server had to say about the text, null for nothing. */
  refuse(problem) {
    this.#box.refuse(problem);
  }

  disconnectedCallback() {
    // What was typed a moment ago counts, even when the form is closed at once.
    this.#later.cancel();
    this.#tell();
    showAreas(this.#app, null);
  }

  #draw() {
    const mode = this.#written === null ? 'form' : 'text';
    const modes = segments(['form', 'text'].map((value) => ({ value, text: t(`filter.${value}`) })), { value: mode, label: t('filter.mode'), onChange: (next) => this.#switch(next) });
    show(this.#body, mode === 'form' && createGroup(this.#app, this.#fields, this.#root, { onChange: () => this.#changed() }));
    show(this, h('div', { class: 'filter-head' }, modes, this.#beyond()), this.#body, this.#box.element);
    this.#box.tell(this.value, mode === 'text');
    showAreas(this.#app, this.root);
  }

  /** Why the form cannot be had. */
  #beyond() {
    return this.#written !== null && !readCql2(this.#written, this.#fields) && h('span', { class: 'fine', text: t('filter.beyond') });
  }

  #switch(mode) {
    if (mode === 'text') this.#written = cql2(this.#root, this.#fields);
    else {
      const root = readCql2(this.#written, this.#fields);
      if (root) [this.#root, this.#written] = [root, null];
    }
    this.#draw();
    if (mode === 'text') this.#box.choose();
  }

  #write(text) {
    this.#written = text.trim();
    this.#draw();
    this.#tell();
  }

  #changed() {
    this.#box.tell(this.value, false);
    showAreas(this.#app, this.root);
    this.#later();
  }

  #tell() {
    const text = this.value;
    if (text === this.#told) return;
    this.#told = text;
    this.#box.refuse(null);
    this.dispatchEvent(new CustomEvent('change', { detail: { text } }));
  }
}

customElements.define('city-filter', CityFilter);

/** A filter of a layer; onChange(text) when it asks for something else. */
export function createFilter(app, layer, { text = '', onChange }) {
  const element = new CityFilter().open(app, layer, text);
  // Inputs inside tell of changes of their own, which are not those of the filter.
  element.addEventListener('change', (event) => event.target === element && event.detail && onChange(event.detail.text));
  return element;
}
