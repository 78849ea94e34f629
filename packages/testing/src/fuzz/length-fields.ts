/** Words that stand beside a length in the formats people keep, and how far from the word's start the length begins, bytes. */
const marks: readonly { word: string; at: number; bytes: 2 | 4; order: "big" | "little" }[] = [
  // Boxes of ISO base media: MP4, MOV, 3GP, HEIC, AVIF, CR3 (ISO/IEC 14496-12, 4.2).
  ...["ftyp", "moov", "mdat", "trak", "stsd", "stsz", "stco", "stts", "meta", "iloc", "iprp", "ipco"].map(
    (word) => ({ word, at: -4, bytes: 4, order: "big" }) as const,
  ),
  // Counts and sizes inside such boxes.
  ...["ispe", "stsz", "stco", "stts", "iloc", "tkhd"].flatMap((word) =>
    [8, 12].map((at) => ({ word, at, bytes: 4, order: "big" }) as const),
  ),
  // Chunks of PNG (RFC 2083, 3.2), and the size in its header.
  ...["IHDR", "IDAT", "PLTE", "iCCP", "eXIf", "iTXt"].map(
    (word) => ({ word, at: -4, bytes: 4, order: "big" }) as const,
  ),
  { word: "IHDR", at: 4, bytes: 4, order: "big" },
  { word: "IHDR", at: 8, bytes: 4, order: "big" },
  // Chunks of RIFF: WAV, AVI, WebP.
  ...["RIFF", "LIST", "fmt ", "data", "VP8 ", "VP8L", "VP8X", "ANMF", "strf", "avih", "idx1"].map(
    (word) => ({ word, at: 4, bytes: 4, order: "little" }) as const,
  ),
  // Segments of JPEG (ITU-T T.81, B.1.1.4), and the size in its frame header.
  ...["\xff\xc0", "\xff\xc2", "\xff\xc4", "\xff\xdb", "\xff\xda", "\xff\xe1", "\xff\xe2"].map(
    (word) => ({ word, at: 2, bytes: 2, order: "big" }) as const,
  ),
  { word: "\xff\xc0", at: 5, bytes: 2, order: "big" },
  { word: "\xff\xc0", at: 7, bytes: 2, order: "big" },
  // The first directory of TIFF and of the many RAW formats that are TIFFs.
  { word: "II*\0", at: 4, bytes: 4, order: "little" },
  { word: "MM\0*", at: 4, bytes: 4, order: "big" },
  // ID3v2 and the logical screen of GIF.
  { word: "ID3", at: 6, bytes: 4, order: "big" },
  { word: "GIF8", at: 6, bytes: 2, order: "little" },
  { word: "GIF8", at: 8, bytes: 2, order: "little" },
];

/** A number in a file that says how much of something follows. */
export interface LengthField {
  name: string;
  at: number;
  bytes: 2 | 4;
  order: "big" | "little";
}

/** Finds numbers that a reader is likely to believe, by the words beside them. */
export function findLengthFields(file: Buffer): LengthField[] {
  const found: LengthField[] = [];
  for (const { word, at, bytes, order } of marks) {
    const start = file.indexOf(Buffer.from(word, "latin1"));
    const place = start + at;
    if (start < 0 || place < 0 || place + bytes > file.length) continue;
    found.push({ name: `${JSON.stringify(word)}${at < 0 ? at : `+${at}`}`, at: place, bytes, order });
  }
  return found;
}
