// Incidents, the area asked for, stations and the place of a new report on the map.

import { cssColor } from '../map/overlay.js';
import { circleRing } from './inside.js';
import { COLOURS, MARKS } from './words.js';

const STATION_SHAPES = { fire: 'diamond', police: 'square', medical: 'cross' };

const collection = (features) => ({ type: 'FeatureCollection', features });
const point = (lon, lat, id, properties = {}) => ({ type: 'Feature', id, properties, geometry: { type: 'Point', coordinates: [lon, lat] } });

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
        style: ({ properties: it }) => ({
          shape: MARKS[it.class] ?? 'circle',
          fill: cssColor(`--${COLOURS[it.level] ?? 'blue'}`),
          color: cssColor('--map-halo'),
          width: 1,
          size: it.level <= 2 ? 13 : 10,
          opacity: it.status === 'closed' ? 0.6 : 1,
        }),
        onClick: (feature) => onOpen(feature.id),
      });
      incidents.select(selected);
      if (fresh !== null) incidents.pulse(fresh);
    },
    select(id) {
      selected = id;
      incidents.select(id);
    },
    flyTo: ({ lon, lat }) => app.map.flyTo([lon, lat]),
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
          return { fill: cssColor('--accent-strong'), color: cssColor('--map-halo'), width: 2, size: 16, shape: STATION_SHAPES[it.kind] };
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
