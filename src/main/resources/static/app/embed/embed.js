import { addTexts, lang, pick, setLang, t } from '../i18n.js';
import { createBaseMaps } from '../base/base-maps.js';
import { createCatalogue } from '../layers/catalogue.js';
import { createLegend } from '../layers/legend.js';
import { createMap } from '../map/map.js';
import { createMapStatus } from '../map/status.js';
import { createState } from '../state.js';
import { append, failed, h, icon, iconButton, show } from '../ui/index.js';
import en from './en.js';
import zh from './zh.js';

// The map alone, in a frame of another site: layers, view, base map, language and theme come with the address.

addTexts({ zh, en });
const root = document.getElementById('app');
const state = createState();
const layers = createCatalogue(state);
const base = createBaseMaps(state, layers);
setLang(state.get('lang') ?? (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en'));
start();

async function start() {
  try {
    await Promise.all([layers.load(), base.load()]);
    build();
  } catch (failure) {
    console.error(failure);
    show(
      root,
      failed(failure, () => location.reload()),
    );
  }
  root.removeAttribute('aria-busy');
}

function build() {
  const element = h('div', { class: 'map', tabIndex: 0 });
  const stage = h('main', { class: 'stage-map' }, element);
  root.classList.remove('is-booting');
  show(root, stage);
  const map = createMap(element, { layers, state });
  base.attach(map);
  // The wheel belongs to the page around until somebody has turned to the map.
  map.leaflet.scrollWheelZoom.disable();
  map.leaflet.on('focus', () => map.leaflet.scrollWheelZoom.enable());
  map.leaflet.on('blur', () => map.leaflet.scrollWheelZoom.disable());
  const app = { map, layers, onWork: () => {} };
  const full = h(
    'a',
    { class: 'map-button embed-full', target: '_blank', rel: 'noopener', title: t('embed.full.tip') },
    icon('share', 'small'),
    h('span', { text: t('embed.full') }),
  );
  const tell = () => (full.href = fullAddress());
  map.onMoveEnd(tell);
  layers.onChange(tell);
  tell();
  append(
    stage,
    full,
    h(
      'div',
      { class: 'map-buttons' },
      iconButton({ icon: 'plus', label: t('map.zoomin'), onClick: map.zoomIn }),
      iconButton({ icon: 'minus', label: t('map.zoomout'), onClick: map.zoomOut }),
      iconButton({ icon: 'extent', label: t('map.home'), onClick: map.home }),
    ),
    createLegend(app),
    createMapStatus(app),
    h('div', { class: 'map-foot' }, h('span', { class: 'credit', text: credit() })),
  );
  document.title = `${t('map.label')} · ${t('app.title')}`;
}

function credit() {
  const own = `© ${t('app.city')}`;
  return [base.current?.kind === 'layers' ? null : pick(base.current?.attribution), own].filter(Boolean).join(' · ');
}

/** The same view in the portal. */
function fullAddress() {
  const url = new URL(state.link());
  url.pathname = '/';
  url.searchParams.set('lang', lang());
  return url.href;
}
