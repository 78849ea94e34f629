/** Letters that a waveform begins with: "ALWF". */
const magic = 0x46574c41;
const formVersion = 1;
const headerBytes = 16;

/** The peaks of sound, in order. */
export interface Waveform {
  peaksPerSecond: number;
  /** Sample rate of the sound that they were taken from, Hz. */
  sampleRate: number;
  /** Largest absolute sample of each window, 0–32768, where 32768 is full scale; not normalised. */
  peaks: Uint16Array;
}

/**
 * Spells a waveform as it is kept and sent. All numbers are little-endian:
 *
 * | byte | what |
 * | --- | --- |
 * | 0–3 | `ALWF` |
 * | 4–5 | version of the form, 1 |
 * | 6–7 | peaks of a second |
 * | 8–11 | number of peaks |
 * | 12–15 | sample rate, Hz |
 * | 16– | the peaks, 16 bits each |
 */
export function encodeWaveform({ peaksPerSecond, sampleRate, peaks }: Waveform): Uint8Array {
  const bytes = new Uint8Array(headerBytes + peaks.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint16(4, formVersion, true);
  view.setUint16(6, peaksPerSecond, true);
  view.setUint32(8, peaks.length, true);
  view.setUint32(12, sampleRate, true);
  peaks.forEach((peak, place) => {
    view.setUint16(headerBytes + place * 2, peak, true);
  });
  return bytes;
}

/** Reads what `encodeWaveform` spells. @returns null for anything else, also when it was cut off */
export function decodeWaveform(bytes: Uint8Array): Waveform | null {
  if (bytes.length < headerBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(8, true);
  const isOurs = view.getUint32(0, true) === magic && view.getUint16(4, true) === formVersion;
  if (!isOurs || bytes.length !== headerBytes + count * 2) return null;
  const peaks = Uint16Array.from({ length: count }, (_, place) =>
    view.getUint16(headerBytes + place * 2, true),
  );
  return { peaksPerSecond: view.getUint16(6, true), sampleRate: view.getUint32(12, true), peaks };
}
