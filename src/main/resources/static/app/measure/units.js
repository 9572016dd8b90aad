// Lengths and areas in the unit that the reader chose, with as many digits as a hand on a map deserves.

import { lang, t } from '../i18n.js';

/** A 亩 is a fifteenth of a hectare. */
const SQUARE_METRES_PER_MU = 10_000 / 15;

export const LENGTHS = { m: [1, 1], km: [1000, 3] };
export const AREAS = { m2: [1, 1], ha: [10_000, 4], mu: [SQUARE_METRES_PER_MU, 2], km2: [1_000_000, 4] };

export const usualLength = (metres) => (metres < 1000 ? 'm' : 'km');
export const usualArea = (m2) => (m2 < 10_000 ? 'm2' : m2 < 10_000_000 ? 'ha' : 'km2');

/** A value in metres or square metres as a number of the unit: always the same digits. */
export function inUnit(value, unit) {
  const [size, digits] = LENGTHS[unit] ?? AREAS[unit];
  return new Intl.NumberFormat(lang() === 'zh' ? 'zh-CN' : 'en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value / size);
}

export const unitName = (unit) => t(`measure.unit.${unit}`);
export const withUnit = (value, unit) => `${inUnit(value, unit)} ${unitName(unit)}`;

/** Degrees from north, with the quarter of the compass: 45.0° 东北. */
export function bearingText(degrees) {
  const point = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'][Math.round(degrees / 45) % 8];
  return `${degrees.toFixed(1)}° ${t(`measure.${point}`)}`;
}
