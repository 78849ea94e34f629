import { Buffer } from "node:buffer";
import type { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { centralHeader, dataDescriptor, endRecords, localHeader, type ZipFacts } from "./zip-records.ts";

/** One entry of an archive; a folder opens nothing. */
export interface ZipEntry extends ZipFacts {
  /** Opened when its turn has come, and closed however the archive ends. */
  open: (() => Promise<{ stream: Readable; sizeBytes: number }>) | null;
}

/** @returns bytes of the archive that `writeZip` makes of the same entries */
export function zipSize(entries: readonly ZipFacts[]): number {
  let offset = 0;
  let directoryBytes = 0;
  for (const entry of entries) {
    directoryBytes += centralHeader(entry, { crc32: 0, offset }).length;
    offset += localHeader(entry).length + entry.sizeBytes + dataDescriptor(entry, 0).length;
  }
  const end = endRecords({ count: entries.length, sizeBytes: directoryBytes, offset });
  return offset + directoryBytes + end.length;
}

/**
 * Writes an archive entry by entry, as fast as it is read; stored, with zip64 where something is too large for plain ZIP. One chunk of
 * one content is in memory at a time. Whoever stops reading closes what is open. Entries may come one by one, each when its turn is.
 *
 * By hand, because no library writes what is wanted: yazl 3.3 tells a wrong size of more than some 700 files, cannot date before 1970 and
 * needs 2.5 times the processor time for its checksum; zip-stream and client-zip know no size, or are slower still.
 * @throws Error when a content does not have the size that its entry says: the archive must then not pass for whole
 */
export async function* writeZip(
  entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>,
): AsyncGenerator<Buffer, void, undefined> {
  const directory: Buffer[] = [];
  let offset = 0;
  // Goes out with the next header: small files would otherwise cost a packet more each.
  let before: Buffer = Buffer.alloc(0);
  for await (const entry of entries) {
    const header = localHeader(entry);
    yield Buffer.concat([before, header]);
    let checksum = 0;
    for await (const chunk of contentOf(entry)) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
    before = dataDescriptor(entry, checksum);
    directory.push(centralHeader(entry, { crc32: checksum, offset }));
    offset += header.length + entry.sizeBytes + before.length;
  }
  yield before;
  let directoryBytes = 0;
  for (const header of directory) {
    directoryBytes += header.length;
    yield header;
  }
  yield endRecords({ count: directory.length, sizeBytes: directoryBytes, offset });
}

async function* contentOf({ path, sizeBytes, open }: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
  if (!open) return;
  const content = await open();
  let sent = 0;
  try {
    if (content.sizeBytes !== sizeBytes)
      throw new Error(`${path} has ${content.sizeBytes} bytes, not ${sizeBytes}`);
    for await (const chunk of content.stream as AsyncIterable<Buffer>) {
      sent += chunk.length;
      yield chunk;
    }
    if (sent !== sizeBytes) throw new Error(`${path} ended after ${sent} of ${sizeBytes} bytes`);
  } finally {
    content.stream.destroy();
  }
}
