import { distance, number, onLang, t } from '../i18n.js';
import { createMeasure } from '../measure/measure.js';
import { createQuery } from '../query/query.js';
import { h, iconButton, notify, show } from '../ui/index.js';
import { chooseSite } from '../site/site.js';
import { toGaussKruger } from './gauss-kruger.js';

/** Zoom, whole city and own place at the right; scale and coordinates at the foot. */
export function createMapControls(app) {
  const { map } = app;
  const element = h('div', { class: 'map-controls' });
  const measure = createMeasure(app, element);
  const query = createQuery(app, element);
  const buttons = h('div', { class: 'map-buttons' });
  const scale = h(
    'div',
    { class: 'scale', 'aria-hidden': 'true' },
    h('span', { class: 'scale-text number' }),
    h('span', { class: 'scale-bar' }),
  );
  const place = h('button', { type: 'button', class: 'coordinates number', on: { click: swap } });
  const credit = h('span', { class: 'credit' });
  const foot = h('div', { class: 'map-foot' }, credit, place, scale);
  const tools = [
    { icon: 'plus', key: 'map.zoomin', run: map.zoomIn },
    { icon: 'minus', key: 'map.zoomout', run: map.zoomOut },
    { icon: 'extent', key: 'map.home', run: map.home },
    { icon: 'lasso', key: 'query.title', run: query.start },
    { icon: 'ruler', key: 'measure.start', run: measure.start },
    { icon: 'target', key: 'site.tool', run: chooseSite },
    { icon: 'locate', key: 'map.locate', run: () => locate(app) },
  ];
  app.commands.push(...tools);
  let metric = false;
  let pointer = null;

  function draw() {
    show(
      buttons,
      tools.map((tool) => iconButton({ icon: tool.icon, label: t(tool.key), onClick: tool.run })),
    );
    place.title = t('map.coordinates.switch');
    tellSources();
    tell();
  }

  function tellSources() {
    const own = app.layers.visible().length > 0 && `© ${t('app.city')}`;
    const base = app.base.current?.kind === 'layers' ? null : app.base.credit();
    credit.classList.toggle('is-base', Boolean(base));
    credit.textContent = [base, own].filter(Boolean).join(' · ');
  }

  function tell() {
    const view = map.view();
    const [lon, lat] = pointer ?? [view.lon, view.lat];
    place.textContent = metric ? inMetres(lon, lat) : `${lon.toFixed(5)}°, ${lat.toFixed(5)}°`;
    place.setAttribute('aria-label', `${t('map.coordinates')}: ${place.textContent}`);
    const perPixel = (40075016.686 * Math.cos((view.lat * Math.PI) / 180)) / 2 ** (view.zoom + 8);
    const metres = nice(perPixel * 100);
    scale.firstChild.textContent = distance(metres);
    scale.lastChild.style.width = `${metres / perPixel}px`;
  }

  function swap() {
    metric = !metric;
    tell();
  }

  draw();
  map.onMoveEnd(tell);
  map.onPointer((at) => {
    pointer = at;
    tell();
  });
  onLang(draw);
  app.base.onChange(tellSources);
  app.layers.onChange(tellSources);
  element.append(buttons, foot);
  return element;
}

function inMetres(lon, lat) {
  const { meridian, northing, easting } = toGaussKruger(lon, lat);
  return `${t('map.gk', { meridian })}  X ${number(northing, 1)}  Y ${number(easting, 1)}`;
}

/** 1, 2 or 5 times a power of ten, not above. */
function nice(metres) {
  const power = 10 ** Math.floor(Math.log10(metres));
  return power * [5, 2, 1].find((it) => it * power <= metres);
}

/** Asks the device where it is, once; answers [lon, lat] or null after having said why not. */
export function locate(app, { fly = true } = {}) {
  return new Promise((resolve) => {
    const refuse = () => {
      notify(t('map.locate.failed'), 'info');
      resolve(null);
    };
    if (!navigator.geolocation) return refuse();
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const at = [coords.longitude, coords.latitude];
        if (fly) {
          app.map.flyTo(at, 16);
          app.map
            .overlay('me')
            .setFeatures({ type: 'Feature', id: 'me', properties: {}, geometry: { type: 'Point', coordinates: at } });
        }
        resolve(at);
      },
      refuse,
      { enableHighAccuracy: true, timeout: 8000, maximumAge: 60_000 },
    );
  });
}
