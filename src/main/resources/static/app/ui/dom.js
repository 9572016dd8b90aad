const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element: h('button', {class, text, on: {click}, dataset, style: {width}, disabled, 'aria-label': …}, ...children).
 * Children are nodes, strings or numbers (always as text), arrays of them; null and false are left out.
 */
export function h(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG elements. */
export function s(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(element, props, children) {
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'class') element.setAttribute('class', value);
    else if (key === 'text') element.textContent = value;
    else if (key === 'on') for (const [type, fn] of Object.entries(value)) element.addEventListener(type, fn);
    else if (key === 'dataset') Object.assign(element.dataset, value);
    else if (key === 'style') setStyle(element, value);
    else if (key in element && !key.includes('-') && !(element instanceof SVGElement) && key !== 'list')
      element[key] = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  append(element, children);
  return element;
}

/** Through the object model, which the content security policy allows; custom properties included. */
function setStyle(element, style) {
  for (const [key, value] of Object.entries(style)) {
    if (key.startsWith('--')) element.style.setProperty(key, value);
    else element.style[key] = value;
  }
}

export function append(element, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

/** Replaces what is in an element. */
export function show(element, ...children) {
  element.replaceChildren();
  return append(element, children);
}

/** An icon of /icons.svg; silent for screen readers, so label what it stands in. */
export function icon(name, size = '') {
  return s(
    'svg',
    { class: `icon ${size}`.trim(), 'aria-hidden': 'true', viewBox: '0 0 24 24' },
    s('use', { href: `/icons.svg#${name}` }),
  );
}

let counter = 0;
/** An id no one else has, for aria-labelledby and the like. */
export const freshId = (prefix = 'id') => `${prefix}-${++counter}`;

let politeRegion = null;
/** Says a sentence to screen readers without moving the focus. */
export function announce(text) {
  politeRegion ??= document.body.appendChild(
    h('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' }),
  );
  politeRegion.textContent = '';
  setTimeout(() => (politeRegion.textContent = text), 50);
}

export const reducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
export const onPhone = () => matchMedia('(max-width: 719px)').matches;
