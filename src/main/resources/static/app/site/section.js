import { area, date, distance, number, pick, t, unit } from '../i18n.js';
import { button, h, icon, skeleton } from '../ui/index.js';

/** The heading of a section that is still being looked for. */
export function expectedSection({ heading, layer }) {
  return h(
    'section',
    { class: 'site-section is-waiting', dataset: { layer }, 'aria-busy': 'true' },
    h('h3', { text: pick(heading) }),
    skeleton(1),
  );
}

/** A section with its answer; show(layer, feature) puts a feature on the map, retry() asks again. */
export function answeredSection(section, { show, retry }) {
  const failed = section.status === 'failed';
  return h(
    'section',
    { class: `site-section${failed ? ' is-failed' : ''}`, dataset: { layer: section.layer } },
    h('h3', { text: pick(section.heading) }),
    h('p', { class: 'site-statement', role: failed ? 'alert' : null, text: pick(section.statement) }),
    failed && button({ text: t('site.retry'), icon: 'refresh', small: true, onClick: retry }),
    section.classes && bars(section),
    section.overlapping && h('p', { class: 'fine', text: t('site.overlapping') }),
    section.features.length > 0 && features(section, show),
    from(section),
  );
}

function from({ department, source, updated, crs }) {
  const words = [
    t('site.from', { department: pick(department.title), source: pick(source) }),
    updated && t('site.updated', { date: date(updated) }),
    crs,
  ];
  return h('p', { class: 'fine site-from', text: words.filter(Boolean).join(' · ') });
}

/** Shares as bars, the largest first; what no class covers last. */
function bars({ classes, uncovered }) {
  const rows = classes.map((each) => bar(nameOf(each), each, each.color));
  if (uncovered?.share > 0.00005) rows.push(bar(t('site.uncovered'), { ...uncovered, rest: true }, null));
  return h('ul', { class: 'site-bars' }, rows);
}

const nameOf = ({ code, title }) =>
  code && pick(title) !== code && /^[A-Z]+\d*$/.test(code) ? `${code} ${pick(title)}` : pick(title);

function bar(name, { share, count, area: ground, rest }, color) {
  const percent = number(share * 100, 1);
  const figures = ground ? `${area(ground.m2)} · ${t('site.mu', { mu: number(ground.mu, 2) })}` : number(count);
  return h(
    'li',
    { class: `site-bar${rest ? ' is-rest' : ''}` },
    h('span', { class: 'site-bar-name', text: name }),
    h('span', { class: 'number', text: `${percent}%` }),
    h(
      'span',
      { class: 'site-bar-track', 'aria-hidden': 'true' },
      h('span', { style: { width: `${Math.min(100, share * 100)}%`, background: color ?? 'var(--accent)' } }),
    ),
    h('span', { class: 'fine number', text: figures }),
  );
}

function features({ layer, features: some, total }, show) {
  return h(
    'ul',
    { class: 'site-features' },
    some.map((feature) =>
      h(
        'li',
        {},
        h(
          'button',
          {
            type: 'button',
            class: 'site-feature',
            title: t('site.zoom', { name: pick(feature.title) }),
            on: { click: () => show(layer, feature) },
          },
          icon('locate', 'small'),
          h('span', { class: 'grow', text: pick(feature.title) }),
          figure(feature),
        ),
        facts(feature),
      ),
    ),
    total > some.length && h('li', { class: 'fine', text: t('site.more', { count: total - some.length }) }),
  );
}

/** How far and where to, or how much of the site. */
function figure({ distance_m: metres, bearing_deg: bearing, share }) {
  if (metres === 0) return h('span', { class: 'fine', text: t('site.inside') });
  if (metres !== undefined) {
    const arrow = h('span', { class: 'site-arrow', style: { transform: `rotate(${bearing}deg)` }, text: '↑' });
    arrow.setAttribute('aria-hidden', 'true');
    const wind = t(`site.wind.${Math.round(bearing / 45) % 8}`);
    return h('span', { class: 'fine number nowrap' }, distance(metres), ' ', arrow, ' ', wind);
  }
  return share === undefined ? null : h('span', { class: 'fine number', text: `${number(share * 100, 1)}%` });
}

function facts({ properties }) {
  const words = properties
    .filter(({ value }) => value !== null && value !== '')
    .map(({ alias, value, label, unit: code }) => `${pick(alias)} ${meaning(value, label)}${code ? ` ${unit(code)}` : ''}`);
  return words.length > 0 && h('p', { class: 'fine site-facts', text: words.join(' · ') });
}

function meaning(value, label) {
  if (label) return pick(label);
  if (typeof value === 'boolean') return t(value ? 'identify.yes' : 'identify.no');
  if (typeof value === 'number') return number(value, 2).replace(/^(\d),(\d{3})$/, '$1$2');
  return /^\d{4}-\d\d-\d\d$/.test(value) ? date(value) : String(value);
}
