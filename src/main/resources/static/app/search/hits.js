import { distance, nameOf, pick, t } from '../i18n.js';
import { readCoordinates } from '../map/view.js';
import { cssColor } from '../map/overlay.js';
import { PLACES } from '../shell/work-places.js';

/** A hit is {group, icon, name, detail?, side?, keep?, run()}. */
export function placeHit(app, place) {
  const view = app.map.view();
  const away = app.map.leaflet.distance([view.lat, view.lon], [place.lat, place.lon]);
  return {
    group: 'search.places',
    icon: ICONS[place.layer] ?? 'pin',
    name: nameOf(place),
    detail: [...new Set([pick(place.kind), pick(place.detail)].filter(Boolean))].join(' · '),
    side: distance(away),
    run: () => goTo(app, place),
  };
}

const ICONS = {
  fire_stations: 'fire',
  police_stations: 'police',
  hospitals: 'medical',
  bus_stops: 'bus',
  service_halls: 'services',
  roads: 'route',
  metro: 'route',
};

/** How near one wants to be: a village is larger than a door. */
const NEAR = { place_names: 15, addresses: 18 };

function goTo(app, place) {
  const { bbox, lon, lat } = place;
  if (bbox && Math.max(bbox[2] - bbox[0], bbox[3] - bbox[1]) > 0.002) app.map.fitBox(bbox);
  else app.map.flyTo([lon, lat], Math.max(NEAR[place.layer] ?? 17, app.map.view().zoom));
  pin(app, [lon, lat]);
  if (app.layers.get(place.layer)) app.identify({ lon, lat, zoom: 18, only: [place.layer], fid: place.fid });
}

export function pin(app, at) {
  app.map
    .overlay('search')
    .setFeatures(
      { type: 'Feature', id: 'pin', properties: {}, geometry: { type: 'Point', coordinates: at } },
      { style: () => ({ shape: 'pin', size: 26, fill: cssColor('--red'), color: '#fff', width: 2 }) },
    );
}

export function coordinateHit(app, query) {
  const at = readCoordinates(query);
  if (!at) return [];
  const name = `${at[0]}, ${at[1]}`;
  const run = () => {
    app.map.flyTo(at, 17);
    pin(app, at);
  };
  return [{ group: 'search.coordinates', icon: 'target', name: t('search.goto', { place: name }), keep: false, run }];
}

export function layerHits(app, query) {
  const text = query.toLowerCase();
  return app.layers
    .all()
    .filter((layer) => [layer.id, ...Object.values(layer.title)].some((it) => it.toLowerCase().includes(text)))
    .slice(0, 5)
    .map((layer) => ({
      group: 'search.layers',
      icon: 'layers',
      name: pick(layer.title),
      detail: pick(app.layers.departments().find((it) => it.id === layer.department)?.title),
      run() {
        app.layers.set(layer.id, { visible: true });
        if (app.map.view().zoom < layer.zoom.min)
          app.map.flyTo([app.map.view().lon, app.map.view().lat], layer.zoom.min);
      },
    }));
}

export function workHits(query, openWork) {
  const text = query.toLowerCase();
  return PLACES.filter((place) => t(place.titleKey).toLowerCase().includes(text)).map((place) => ({
    group: 'search.work',
    icon: place.icon,
    name: t(place.titleKey),
    keep: false,
    run: () => openWork(place.id),
  }));
}
