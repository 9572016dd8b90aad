/** Drawing asked for by a work place: on a phone the sheet makes room for the map and comes back afterwards. */

/** @param kind polygon | circle; answers the shape as map.draw does, null when given up */
export async function sketch(app, kind) {
  const before = app.panel.element.dataset.height;
  app.panel.height('peek');
  try {
    return await app.map.draw(kind);
  } finally {
    app.panel.height(before);
  }
}

/** One click on the map: {lon, lat}, null when given up. */
export async function pickPoint(app) {
  const point = await sketch(app, 'point');
  return point && { lon: point.coordinates[0], lat: point.coordinates[1] };
}
