// Who is nearest, by kind: police, fire, medical; with distance and direction.

import { distance, nameOf, t } from '../i18n.js';
import { h, icon, load, s } from '../ui/index.js';
import { compass } from './bearing.js';

const KINDS = ['fire', 'police', 'medical'];
const EACH = 3;

/** @returns {{element: HTMLElement, stop: () => void}} a section that fills itself and marks the stations on the map */
export function nearestStations(app, { lon, lat }, marks) {
  const body = h('div');
  const element = h('section', { class: 'stack' }, h('h3', { text: t('emergency.nearest') }), body);
  const ask = (signal) => Promise.all(KINDS.map((kinds) =>
    app.api.get('/api/stations/nearest', { params: { lon, lat, kinds, limit: EACH }, signal }).then((answer) => answer.stations)));
  const stop = load(body, ask, (found) => {
    marks.stations(found.flat(), { lon, lat });
    return found.map((stations, i) => group(KINDS[i], stations));
  });
  return { element, stop };
}

function group(kind, stations) {
  return h('div', { class: 'emergency-stations' },
    h('h4', { class: 'row tight' }, icon(kind, 'small'), t(`emergency.station.${kind}`)),
    stations.length === 0
      ? h('p', { class: 'fine', text: t('emergency.noStation') })
      : h('ol', {}, stations.map(line)));
}

function line(station) {
  const towards = compass(station.bearing_deg);
  return h('li', { class: 'emergency-station' },
    s('svg', { class: 'emergency-arrow', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
      s('path', { d: 'M8 1 13 14 8 11 3 14Z', transform: `rotate(${Math.round(station.bearing_deg)} 8 8)` })),
    h('span', { class: 'grow' },
      h('span', { text: nameOf(station) }),
      h('span', { class: 'fine' }, [nameOf(station, 'address'), station.vehicles && t('emergency.vehicles', { n: station.vehicles })].filter(Boolean).join(' · '))),
    h('span', { class: 'emergency-far' },
      h('span', { class: 'number', text: distance(station.distance_m) }),
      h('span', { class: 'fine', text: t(`emergency.towards.${towards}`) })),
    station.phone && h('a', { class: 'icon-button', href: `tel:${station.phone.replace(/[^\d+]/g, '')}`, 'aria-label': t('emergency.call', { name: nameOf(station), phone: station.phone }), title: station.phone }, icon('phone', 'small')));
}
