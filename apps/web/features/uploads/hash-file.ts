import { createSHA256 } from "hash-wasm";

/** Files up to this size are hashed in one piece by the browser itself, which is several times faster. */
const wholeBytes = 8 * 1024 * 1024;

/** Of larger files so much is in memory at once. */
const sliceBytes = 4 * 1024 * 1024;

/**
 * Hashes a file in bounded memory, whatever its size.
 * @returns SHA-256 in lower-case hex
 * @throws when the file cannot be read any more
 */
export async function hashFile(file: Blob): Promise<string> {
  // Browsers hash by themselves on HTTPS alone.
  if (file.size <= wholeBytes && "subtle" in crypto) {
    return hexOf(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  }
  const hasher = (await createSHA256()).init();
  for (let offset = 0; offset < file.size; offset += sliceBytes) {
    hasher.update(new Uint8Array(await file.slice(offset, offset + sliceBytes).arrayBuffer()));
  }
  return hasher.digest();
}

function hexOf(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
