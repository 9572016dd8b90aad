// Halls and the starting point on the map.

import { nameOf } from '../i18n.js';
import { cssColor } from '../map/overlay.js';

const point = (lon, lat, id, properties) => ({ type: 'Feature', id, properties, geometry: { type: 'Point', coordinates: [lon, lat] } });

export function createHallMarks(app, { onOpen }) {
  const overlay = app.map.overlay('services');

  return {
    show(halls, place) {
      const features = halls.map((hall) => point(hall.lon, hall.lat, hall.fid, { open: hall.open, name: nameOf(hall) }));
      if (place) features.push(point(place.lon, place.lat, 'start', { start: true }));
      overlay.setFeatures({ type: 'FeatureCollection', features }, {
        style: ({ properties }) => ({
          shape: properties.start ? 'pin' : 'square',
          fill: cssColor(properties.start ? '--red' : properties.open ? '--accent' : '--ink-4'),
          color: cssColor('--map-halo'),
          width: 2,
          size: properties.start ? 18 : 14,
        }),
        onClick: ({ id }) => onOpen(id),
      });
    },
    select: (fid) => overlay.select(fid),
    flyTo(hall) {
      app.panel.height('half');
      app.map.flyTo([hall.lon, hall.lat], 16);
    },
    clear: () => overlay.clear(),
  };
}
