// The browser's own position, asked for once and only on a press of the button.

/** @returns {Promise<{lon: number, lat: number}>} rejected with {reason: 'refused' | 'unavailable' | 'slow' | 'insecure'} */
export function whereAmI() {
  if (!window.isSecureContext || !navigator.geolocation) return Promise.reject({ reason: 'insecure' });
  const reasons = { 1: 'refused', 2: 'unavailable', 3: 'slow' };
  return new Promise((resolve, reject) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude }),
      (error) => reject({ reason: reasons[error.code] ?? 'unavailable' }),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    );
  });
}
