/** Larger files would have to be held in memory whole; the server finds their duplicates itself. */
const LARGEST = 256 * 2 ** 20;

/** The SHA-1 of a file in hexadecimal digits; null where the browser cannot, or should not, compute it. */
export async function checksumOf(file: File): Promise<string | null> {
  if (!globalThis.crypto?.subtle || file.size > LARGEST) return null;
  const digest = await crypto.subtle.digest("SHA-1", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
