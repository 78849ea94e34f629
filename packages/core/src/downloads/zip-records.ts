import { Buffer } from "node:buffer";

/** What the records of an archive say of one entry; a path that ends in a slash is a folder. */
export interface ZipFacts {
  /** With slashes, relative, at most 65,535 bytes. */
  path: string;
  sizeBytes: number;
  modifiedAt: Date;
}

/** Numbers that mean "look into the zip64 field" (APPNOTE.TXT 6.3.10, 4.4.1.4). */
const in64 = 0xffff_ffff;
const countIn64 = 0xffff;

const utf8Name = 1 << 11;
/** Checksum and sizes come after the content (4.4.4, bit 3): nothing is read twice. */
const describedBehind = 1 << 3;

const plainVersion = 20;
const zip64Version = 45;
/** Made on Unix, so that permissions are Unix's (4.4.2). */
const madeBy = (3 << 8) | zip64Version;
const fileMode = 0o100644;
const folderMode = 0o040755;
const dosFolder = 0x10;

/** What ZIP can date: from 1980 (4.4.6), as seconds in 31 bits. */
const earliestMs = Date.UTC(1980, 0, 1);
const latestMs = 0x7fff_ffff * 1_000;

const isFolder = ({ path }: ZipFacts) => path.endsWith("/");
const isLarge = ({ sizeBytes }: ZipFacts) => sizeBytes >= in64;

/** Little-endian fields of 2, 4 and 8 bytes, one after the other. */
function record(...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let place = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), place);
    else buffer.writeUIntLE(value, place, bytes);
    place += bytes;
  }
  return buffer;
}

/** Goes before an entry's content (4.3.7). */
export function localHeader(entry: ZipFacts): Buffer {
  const name = Buffer.from(entry.path);
  const sizes = isLarge(entry) ? record([2, 1], [2, 16], [8, 0], [8, 0]) : Buffer.alloc(0);
  const extra = Buffer.concat([instant(entry), sizes]);
  const size = isLarge(entry) ? in64 : 0;
  const head = record(
    [4, 0x04034b50],
    ...common(entry, isLarge(entry)),
    [4, 0],
    [4, size],
    [4, size],
    [2, name.length],
    [2, extra.length],
  );
  return Buffer.concat([head, name, extra]);
}

/** Goes behind a file's content (4.3.9); a folder has none. */
export function dataDescriptor(entry: ZipFacts, crc32: number): Buffer {
  if (isFolder(entry)) return Buffer.alloc(0);
  const bytes = isLarge(entry) ? 8 : 4;
  return record([4, 0x08074b50], [4, crc32], [bytes, entry.sizeBytes], [bytes, entry.sizeBytes]);
}

/** An entry in the directory at the end (4.3.12). @param place.offset where its local header begins */
export function centralHeader(entry: ZipFacts, { crc32, offset }: { crc32: number; offset: number }): Buffer {
  const name = Buffer.from(entry.path);
  const is64 = isLarge(entry) || offset >= in64;
  const { sizeBytes } = entry;
  const zip64 = is64 ? record([2, 1], [2, 24], [8, sizeBytes], [8, sizeBytes], [8, offset]) : Buffer.alloc(0);
  const extra = Buffer.concat([instant(entry), zip64]);
  const size = is64 ? in64 : sizeBytes;
  const attributes = (isFolder(entry) ? folderMode : fileMode) * 0x1_0000 + (isFolder(entry) ? dosFolder : 0);
  const head = record(
    [4, 0x02014b50],
    [2, madeBy],
    ...common(entry, is64),
    [4, crc32],
    [4, size],
    [4, size],
    [2, name.length],
    [2, extra.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, attributes],
    [4, is64 ? in64 : offset],
  );
  return Buffer.concat([head, name, extra]);
}

/** The last bytes of an archive: where its directory is (4.3.14–16). */
export function endRecords(directory: { count: number; sizeBytes: number; offset: number }): Buffer {
  const { count, sizeBytes, offset } = directory;
  const is64 = count >= countIn64 || sizeBytes >= in64 || offset >= in64;
  const zip64 = is64
    ? record(
        [4, 0x06064b50],
        [8, 44],
        [2, madeBy],
        [2, zip64Version],
        [4, 0],
        [4, 0],
        [8, count],
        [8, count],
        [8, sizeBytes],
        [8, offset],
        [4, 0x07064b50],
        [4, 0],
        [8, offset + sizeBytes],
        [4, 1],
      )
    : Buffer.alloc(0);
  const shown = Math.min(count, countIn64);
  const end = record(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, shown],
    [2, shown],
    [4, Math.min(sizeBytes, in64)],
    [4, Math.min(offset, in64)],
    [2, 0],
  );
  return Buffer.concat([zip64, end]);
}

/** Version, flags, method (stored: media do not get smaller) and time, as both headers of an entry have them. */
function common(entry: ZipFacts, is64: boolean): [2 | 4, number][] {
  const { time, date } = dosTime(entry);
  return [
    [2, is64 ? zip64Version : plainVersion],
    [2, isFolder(entry) ? utf8Name : utf8Name | describedBehind],
    [2, 0],
    [2, time],
    [2, date],
  ];
}

function datable({ modifiedAt }: ZipFacts): Date {
  return new Date(Math.min(Math.max(modifiedAt.getTime(), earliestMs), latestMs));
}

/** To two seconds, in a time zone that nobody names: UTC here. */
function dosTime(entry: ZipFacts): { time: number; date: number } {
  const at = datable(entry);
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  };
}

/** The instant itself, to the second: Info-ZIP's "extended timestamp" field, which all but Windows read. */
function instant(entry: ZipFacts): Buffer {
  const head = record([2, 0x5455], [2, 5]);
  return Buffer.concat([head, Buffer.from([1]), record([4, Math.floor(datable(entry).getTime() / 1_000)])]);
}
