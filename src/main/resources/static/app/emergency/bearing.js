// Directions as people say them.

const POINTS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'];

/** The nearest of eight compass points to a bearing in degrees clockwise from north. */
export const compass = (degrees) => POINTS[Math.round((((degrees % 360) + 360) % 360) / 45) % 8];
