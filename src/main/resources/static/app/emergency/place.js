// One click on the map.

/** @returns {Promise<{lon: number, lat: number} | null>} null when given up */
export async function pickPlace(map) {
  const drawn = await map.draw('point');
  return drawn && { lon: drawn.coordinates[0], lat: drawn.coordinates[1] };
}
