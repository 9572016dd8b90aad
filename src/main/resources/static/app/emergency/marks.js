// Incidents, the area asked for, stations and the place of a new report on the map.

import { t } from '../i18n.js';
import { cssColor } from '../map/overlay.js';
import { circleRing } from './inside.js';
import { COLOURS, MARKS } from './words.js';

const STATION_SHAPES = { fire: 'diamond', police: 'shield', medical: 'square' };

const collection = (features) => ({ type: 'FeatureCollection', features });
const point = (lon, lat, id, properties = {}) => ({ type: 'Feature', id, properties, geometry: { type: 'Point', coordinates: [lon, lat] } });

/** A cross is lines only, so its colour is in the line. */
function look(incident) {
  const colour = cssColor(`--${COLOURS[incident.level] ?? 'blue'}`);
  const shape = MARKS[incident.class] ?? 'circle';
  const over = incident.status === 'resolved' || incident.status === 'closed';
  return {
    shape,
    fill: colour,
    color: shape === 'cross' ? colour : cssColor('--map-halo'),
    width: shape === 'cross' ? 3.5 : 1.5,
    size: (incident.level <= 2 ? 14 : 11) - (over ? 2 : 0),
    fillOpacity: over ? 0.55 : 1,
    opacity: over ? 0.6 : 1,
  };
}

export function createMarks(app, { onOpen }) {
  const area = app.map.overlay('emergency-area');
  const near = app.map.overlay('emergency-stations');
  const incidents = app.map.overlay('emergency');
  const draft = app.map.overlay('emergency-draft');
  let selected = null;

  return {
    /** The most serious stand on top; `fresh` is the id of one that has just come in. */
    show(list, fresh = null) {
      const ordered = [...list].sort((a, b) => Number(b.level) - Number(a.level));
      incidents.setFeatures(collection(ordered.map((it) => point(it.lon, it.lat, it.id, it))), {
        style: ({ properties: it }) => look(it),
        onClick: (feature) => onOpen(feature.id),
      });
      incidents.select(selected);
      if (fresh !== null) incidents.pulse(fresh);
    },
    select(id) {
      selected = id;
      incidents.select(id);
    },
    /** Moves the map only when the incident is out of sight. */
    bringIn({ lon, lat }) {
      const { box: [west, south, east, north], zoom } = app.map.view();
      if (lon < west || lon > east || lat < south || lat > north) app.map.flyTo([lon, lat], zoom);
    },
    area(asked) {
      if (!asked) return area.clear();
      const ring = asked.ring ?? circleRing(asked);
      area.setFeatures(collection([{ type: 'Feature', id: 'area', properties: {}, geometry: { type: 'Polygon', coordinates: [ring] } }]), {
        style: () => ({ color: cssColor('--map-select'), width: 2, dash: '5 4', fillOpacity: 0.06 }),
      });
    },
    /** Stations with a line from the place to each; an empty list removes them. */
    stations(list, from) {
      const lines = list.map((it) => ({ type: 'Feature', properties: { line: true }, geometry: { type: 'LineString', coordinates: [[from.lon, from.lat], [it.lon, it.lat]] } }));
      const points = list.map((it) => point(it.lon, it.lat, `${it.layer}.${it.fid}`, it));
      near.setFeatures(collection(list.length > 0 ? [...lines, ...points, point(from.lon, from.lat, 'from', { from: true })] : []), {
        style: ({ properties: it }) => {
          if (it.line) return { color: cssColor('--map-select'), width: 1.5, dash: '2 5', opacity: 0.8 };
          if (it.from) return { color: cssColor('--map-select'), fill: cssColor('--map-halo'), width: 3, size: 10, shape: 'circle' };
          return { fill: cssColor('--accent'), color: cssColor('--map-halo'), width: 2, size: 20, shape: STATION_SHAPES[it.kind], text: t(`emergency.letter.${it.kind}`) };
        },
      });
    },
    draft(place) {
      if (!place) return draft.clear();
      draft.setFeatures(collection([point(place.lon, place.lat, 'draft')]), {
        style: () => ({ fill: cssColor('--map-select'), color: cssColor('--map-halo'), width: 2, size: 16, shape: 'pin' }),
      });
    },
    clear: () => [area, near, incidents, draft].forEach((overlay) => overlay.clear()),
  };
}
