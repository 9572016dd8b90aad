// The nearest stations of a place that is no incident.

import { t } from '../i18n.js';
import { button, h } from '../ui/index.js';
import { nearestStations } from './stations.js';

export function pointView(app, point, { onBack, marks }) {
  const stations = nearestStations(app, point, marks);
  const back = button({ text: t('emergency.back'), icon: 'left', kind: 'plain', small: true, onClick: onBack });
  const place = `${point.lon.toFixed(5)}, ${point.lat.toFixed(5)}`;
  return {
    element: h('article', { class: 'emergency stack' }, h('div', {}, back), h('p', { class: 'number quiet', text: t('emergency.fromPoint', { place }) }), stations.element),
    focus: () => back.focus(),
    stop: stations.stop,
  };
}
