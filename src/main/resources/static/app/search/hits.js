import { distance, inBoth, lang, pick, t } from '../i18n.js';
import { PLACES } from '../shell/work-places.js';
import { marked, rangesOf } from './highlight.js';
import { openPosition } from './position-card.js';

/**
 * A hit is {group, groupTitle, icon, name: nodes, text, detail?: nodes, side?, keep?, item?, run()}: what stands in the
 * list, whether its name stays in the box, what is remembered of it, and what choosing it does.
 */
export function placeHit(app, place, query = '') {
  const view = app.map.view();
  const english = lang() === 'en' && place.name_en;
  const name = english ? place.name_en : place.name;
  const field = english ? 'name_en' : 'name';
  const layer = app.layers.get(place.layer);
  // The group says already which layer it is.
  const detail = [...new Set([pick(place.kind), pick(place.detail)])].filter((it) => it && it !== pick(layer?.title));
  return {
    group: place.layer,
    groupTitle: layer ? pick(layer.title) : t('search.places'),
    icon: ICONS[place.layer] ?? 'pin',
    name: marked(name, place.highlights ? (place.highlights[field] ?? []) : rangesOf(name, query)),
    text: name,
    detail: detail.flatMap((it, i) => [
      i > 0 ? ' · ' : null,
      ...(it === pick(place.detail) ? marked(it, place.highlights?.detail ?? rangesOf(it, query)) : [it]),
    ]),
    side: distance(app.map.leaflet.distance([view.lat, view.lon], [place.lat, place.lon])),
    item: { place },
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
  app.identify({ lon, lat, zoom: 18, only: [place.layer], fid: place.fid });
  if (bbox && Math.max(bbox[2] - bbox[0], bbox[3] - bbox[1]) > 0.002) app.map.fitBox(bbox);
  else app.map.flyTo([lon, lat], Math.max(NEAR[place.layer] ?? 17, app.map.view().zoom));
}

export function positionHit(app, position) {
  return {
    group: 'positions',
    groupTitle: t('search.positions'),
    icon: 'target',
    name: [pick(position.title)],
    text: pick(position.title),
    detail: [pick(position.read)],
    side: t(position.in_city ? 'position.inside' : 'position.outside'),
    keep: false,
    item: { position },
    run: () => openPosition(position),
  };
}

export function layerHits(app, query) {
  const text = query.toLowerCase();
  return app.layers
    .all()
    .filter((layer) => [layer.id, ...Object.values(layer.title)].some((it) => it.toLowerCase().includes(text)))
    .slice(0, 5)
    .map((layer) => ({
      group: 'layers',
      groupTitle: t('search.layers'),
      icon: 'layers',
      name: marked(pick(layer.title), rangesOf(pick(layer.title), query)),
      text: pick(layer.title),
      detail: [pick(app.layers.departments().find((it) => it.id === layer.department)?.title)],
      keep: false,
      run() {
        app.layers.set(layer.id, { visible: true });
        if (app.map.view().zoom < layer.zoom.min)
          app.map.flyTo([app.map.view().lon, app.map.view().lat], layer.zoom.min);
      },
    }));
}

/** Work places and what the map's buttons do, by their names in either language. */
export function commandHits(app, query, openWork) {
  const text = query.toLowerCase();
  const work = PLACES.map(({ id, icon, titleKey }) => ({ icon, key: titleKey, run: () => openWork(id) }));
  return [...work, ...app.commands]
    .filter(({ key }) => inBoth(key).some((it) => it.toLowerCase().includes(text)))
    .slice(0, 6)
    .map(({ icon, key, run }) => ({
      group: 'commands',
      groupTitle: t('search.commands'),
      icon,
      name: marked(t(key), rangesOf(t(key), query)),
      text: t(key),
      keep: false,
      run,
    }));
}

/** What was chosen before, as far as this user may still see its layer; and a way to forget it. */
export function recentHits(app, items, onForget) {
  const open = items.filter(({ place }) => !place || app.layers.get(place.layer));
  const hits = open.map((item) => ({
    ...(item.place ? placeHit(app, { ...item.place, highlights: {} }) : positionHit(app, item.position)),
    group: 'recent',
    groupTitle: t('search.recent'),
    icon: 'history',
  }));
  const forget = { icon: 'trash', name: [t('search.forget')], text: t('search.forget'), keep: false, run: onForget };
  return hits.length === 0 ? [] : [...hits, { ...forget, group: 'recent', groupTitle: t('search.recent') }];
}
