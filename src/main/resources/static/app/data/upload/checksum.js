/** The Upload-Checksum of a chunk; null where the page has no safe context to reckon it in (plain http from afar). */
export async function checksum(buffer) {
  if (!globalThis.crypto?.subtle) return null;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', buffer));
  return `sha256 ${btoa(String.fromCharCode(...digest))}`;
}
