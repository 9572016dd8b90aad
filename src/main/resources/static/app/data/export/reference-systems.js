// The reference systems a layer can be written in: its own, the national zones that suit the city, those of web maps.

import { t } from '../../i18n.js';

/** EPSG codes of CGCS2000: geographic, three-degree zones by central meridian (4534 is 75°) and by number (4513 is zone 25). */
const CGCS2000 = 'EPSG:4490';
const byMeridian = (meridian) => `EPSG:${4534 + (meridian - 75) / 3}`;
const byZone = (meridian) => `EPSG:${4513 + meridian / 3 - 25}`;

/** Systems of map services, shifted on purpose: good for laying over their maps, wrong for measuring. */
export const SHIFTED = ['GCJ02', 'BD09'];

/** options for a select; inDegrees: what is not said is longitude and latitude, not the layer's own system: [{value, text, group}]. The zones are the ones around the layer's middle and its neighbours. */
export function referenceSystems({ crs, bbox }, inDegrees) {
  const middle = bbox ? (bbox[0] + bbox[2]) / 2 : 114;
  const meridian = Math.min(135, Math.max(75, 3 * Math.round(middle / 3)));
  const zones = [meridian, meridian - 3, meridian + 3].filter((it) => it >= 75 && it <= 135);
  const options = [
    ...(inDegrees
      ? [{ value: '', text: t('data.wgs84'), group: t('data.crsGroup.usual') }, crs && { value: crs, text: t('data.ownCrs', { crs }), group: t('data.crsGroup.usual') }]
      : [{ value: '', text: crs ? t('data.ownCrs', { crs }) : t('data.ownCrs.plain'), group: t('data.crsGroup.usual') }, { value: 'OGC:CRS84', text: t('data.wgs84'), group: t('data.crsGroup.usual') }]),
    { value: CGCS2000, text: `${CGCS2000} CGCS2000`, group: t('data.crsGroup.cgcs') },
    ...zones.map((it) => ({ value: byMeridian(it), text: t('data.zoneMeridian', { code: byMeridian(it), meridian: it }), group: t('data.crsGroup.cgcs') })),
    ...zones.slice(0, 1).map((it) => ({ value: byZone(it), text: t('data.zoneNumber', { code: byZone(it), zone: it / 3 }), group: t('data.crsGroup.cgcs') })),
    { value: 'EPSG:3857', text: t('data.webMercator'), group: t('data.crsGroup.world') },
    ...SHIFTED.map((value) => ({ value, text: t(`data.shifted.${value}`), group: t('data.crsGroup.shifted') })),
  ];
  return options.filter((it, i) => it && options.findIndex((other) => other?.value === it.value) === i && (inDegrees || it.value !== crs));
}
