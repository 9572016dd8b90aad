// The text of a style (SLD 1.0 or 1.1) as a document: what a form may change in it, everything else staying as written.

const SYMBOLIZERS = ['PointSymbolizer', 'LineSymbolizer', 'PolygonSymbolizer', 'TextSymbolizer'];
/** The scale denominator of zoom 0, as on the server. */
const SCALE_0 = 559082264.0287178;

/** The document of a text; throws an Error with the line where it is no XML. */
export function parseSheet(text) {
  const doc = new DOMParser().parseFromString(text, 'application/xml');
  const error = doc.querySelector('parsererror');
  if (error) {
    const failure = new Error(error.textContent.trim().split('\n')[0]);
    failure.line = Number(/line (\d+)/.exec(error.textContent)?.[1] ?? 1);
    throw failure;
  }
  return doc;
}

export const textOf = (doc) => new XMLSerializer().serializeToString(doc);

const named = (parent, name) => [...parent.children].filter((it) => it.localName === name);
const first = (parent, name) => named(parent, name)[0] ?? null;
const path = (parent, names) => names.reduce((it, name) => it && first(it, name), parent);

/** The rules in their order: [{title, rule element, symbols: [{type, element}]}] */
export function rulesOf(doc) {
  return [...doc.getElementsByTagNameNS('*', 'Rule')].map((rule) => ({
    rule,
    title: titleOf(rule),
    symbols: [...rule.children]
      .filter((it) => SYMBOLIZERS.includes(it.localName))
      .map((element) => ({ element, type: element.localName.replace('Symbolizer', '') })),
  }));
}

const titleElement = (rule) => first(rule, 'Title') ?? path(rule, ['Description', 'Title']);

/** As written: 中文 | English. */
export const titleOf = (rule) => (titleElement(rule)?.firstChild?.nodeValue ?? '').trim();

export function setTitle(rule, text) {
  const element = titleElement(rule) ?? rule.insertBefore(create(rule, 'Title'), rule.firstChild);
  element.textContent = text;
}

/** First and last zoom, null where the rule names none. */
export function zoomsOf(rule) {
  const zoom = (name) => {
    const scale = Number(first(rule, name)?.textContent);
    return scale > 0 ? Math.round(100 * Math.log2(SCALE_0 / scale)) / 100 : null;
  };
  return { min: zoom('MaxScaleDenominator'), max: zoom('MinScaleDenominator') };
}

/** side: min or max; SLD wants the scales after the filter and before the symbols. */
export function setZoom(rule, side, zoom) {
  const name = side === 'min' ? 'MaxScaleDenominator' : 'MinScaleDenominator';
  const known = first(rule, name);
  if (zoom === null) return known?.remove();
  const element = known ?? create(rule, name);
  element.textContent = (SCALE_0 / 2 ** zoom).toFixed(2);
  if (known) return undefined;
  const before = [...rule.children].find((it) => SYMBOLIZERS.includes(it.localName) || (side === 'max' && it.localName === 'MaxScaleDenominator'));
  return rule.insertBefore(element, before ?? null);
}

const WITHIN = {
  Point: { fill: ['Graphic', 'Mark', 'Fill'], stroke: ['Graphic', 'Mark', 'Stroke'], size: ['Graphic', 'Size'] },
  Line: { stroke: ['Stroke'] },
  Polygon: { fill: ['Fill'], stroke: ['Stroke'] },
  Text: { fill: ['Fill'], font: ['Font'] },
};

/** What of a symbol is a plain value that a form can change: [{key, kind, value, set(text)}] */
export function valuesOf({ element, type }) {
  const places = WITHIN[type];
  const of = (part, parameter, kind, usual) => {
    const parent = places[part] && path(element, places[part]);
    return parent && entry(`${part}.${parameter}`, kind, parameterOf(parent, parameter), (text) => setParameter(parent, parameter, text), usual);
  };
  const size = places.size && path(element, places.size);
  return [
    of('fill', 'fill', 'color', '#808080'),
    of('fill', 'fill-opacity', 'share', '1'),
    of('stroke', 'stroke', 'color', '#000000'),
    of('stroke', 'stroke-width', 'length', '1'),
    of('font', 'font-size', 'length', '10'),
    size && entry('size', 'length', size, (text) => (size.textContent = text), '6'),
    labelOf(element, type),
  ].filter(Boolean);
}

function labelOf(element, type) {
  const property = type === 'Text' && path(element, ['Label', 'PropertyName']);
  return property && first(element, 'Label').children.length === 1 && entry('label', 'field', property, (text) => (property.textContent = text), '');
}

/** Null where an expression stands: that is not for a form. */
function entry(key, kind, element, set, usual) {
  if (element && element.children.length > 0 && kind !== 'field') return null;
  return { key, kind, value: element?.textContent.trim() || usual, set };
}

const parameterOf = (parent, name) =>
  [...parent.children].find((it) => ['CssParameter', 'SvgParameter'].includes(it.localName) && it.getAttribute('name') === name) ?? null;

function setParameter(parent, name, text) {
  const kind = parent.namespaceURI?.endsWith('/se') ? 'SvgParameter' : 'CssParameter';
  const element = parameterOf(parent, name) ?? parent.appendChild(create(parent, kind));
  element.setAttribute('name', name);
  element.textContent = text;
}

/** An element as its neighbours are written: same namespace, same prefix. */
function create(near, name) {
  return near.ownerDocument.createElementNS(near.namespaceURI, near.prefix ? `${near.prefix}:${name}` : name);
}
