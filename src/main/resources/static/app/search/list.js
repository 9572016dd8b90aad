import { append, h, icon, show } from '../ui/index.js';

/** The listbox of a combobox: hits in groups, one of them active; the focus stays in the box. */
export function createList({ id, box, onChoose }) {
  const element = h('div', { id, role: 'listbox' });
  let hits = [];
  let active = -1;

  function draw(next) {
    hits = next;
    active = -1;
    const groups = new Map();
    hits.forEach((hit, index) => (groups.get(hit.group) ?? groups.set(hit.group, []).get(hit.group)).push([hit, index]));
    show(element, [...groups.values()].map(group));
    element.inert = false;
    mark(-1);
  }

  function group(found, number) {
    const title = h('div', { class: 'search-group', id: `${id}-group-${number}`, role: 'presentation', text: found[0][0].groupTitle });
    const options = found.map(([hit, index]) => option(hit, index));
    return append(h('div', { role: 'group', 'aria-labelledby': title.id }), title, options);
  }

  function option(hit, index) {
    return h(
      'div',
      {
        class: 'search-hit',
        role: 'option',
        id: `${id}-${index}`,
        dataset: { group: hit.group },
        'aria-selected': 'false',
        on: {
          mousedown: (event) => event.preventDefault(),
          click: () => onChoose(hit),
          mousemove: () => index !== active && mark(index),
        },
      },
      icon(hit.icon),
      h(
        'span',
        { class: 'grow' },
        h('span', { class: 'search-name' }, hit.name),
        hit.detail?.length > 0 && h('span', { class: 'fine search-detail' }, hit.detail),
      ),
      hit.side && h('span', { class: 'fine number nowrap', text: hit.side }),
    );
  }

  function mark(index) {
    active = index;
    for (const it of element.querySelectorAll('[role=option]')) {
      const is = it.id === `${id}-${active}`;
      it.setAttribute('aria-selected', String(is));
      if (is) it.scrollIntoView({ block: 'nearest' });
    }
    if (active >= 0) box.setAttribute('aria-activedescendant', `${id}-${active}`);
    else box.removeAttribute('aria-activedescendant');
  }

  return {
    element,
    draw,
    /** What is shown no longer answers what is asked: it stays to be seen, until the answer comes. */
    fade() {
      hits = [];
      element.inert = true;
      mark(-1);
    },
    /** The active hit, or the first. */
    get chosen() {
      return hits[Math.max(0, active)];
    },
    get isActive() {
      return active >= 0;
    },
    get count() {
      return hits.length;
    },
    step: (by) => hits.length > 0 && mark(active < 0 && by < 0 ? hits.length - 1 : (active + by + hits.length) % hits.length),
    first: () => mark(hits.length > 0 ? 0 : -1),
    last: () => mark(hits.length - 1),
  };
}
