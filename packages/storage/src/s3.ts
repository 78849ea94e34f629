import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, rm, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { BlobRange, BlobStore, DirectRead, WriteOptions } from "./blob-store.ts";
import { bufferOf } from "./buffer.ts";
import { asStorageError } from "./disk-errors.ts";
import { BlobExists, BlobNotFound, StorageUnavailable } from "./errors.ts";
import { fillFile } from "./fill-file.ts";
import { assertKey, assertPrefix } from "./keys.ts";
import { answered, isNotImplemented } from "./s3-errors.ts";

/** How to reach a bucket. */
export interface S3Options {
  bucket: string;
  region: string;
  /** Address of a server that is not Amazon's. */
  endpoint?: string;
  /** Without keys the SDK's own chain looks for them. */
  accessKeyId?: string;
  secretAccessKey?: string;
  /** Whether the store gives addresses to read from it directly; default not. */
  directReads?: boolean;
  /** How long the server may take to begin an answer, the sending of one part included. */
  patienceMs?: number;
}

/** Enough for the four parts of 5 MiB that are sent at once to leave by a line of 1.5 Mbit/s. */
const defaultPatienceMs = 120_000;

/** A server that has not even taken the call by now is away. */
const connectMs = 10_000;

/** Most keys that one deletion takes. */
const deleteBatch = 1_000;

/** Blobs as objects of a bucket. An object appears when its upload is complete, so writes are atomic by themselves. */
export function createS3BlobStore({
  bucket,
  region,
  endpoint,
  accessKeyId,
  secretAccessKey,
  directReads = false,
  patienceMs = defaultPatienceMs,
}: S3Options): BlobStore {
  const client = new S3Client({
    region,
    endpoint,
    forcePathStyle: endpoint !== undefined,
    // Simple servers store the SDK's checksum framing as if it were the content, without an error.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      connectionTimeout: connectMs,
      requestTimeout: patienceMs,
      throwOnRequestTimeout: true,
    },
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  });

  function target(key: string) {
    assertKey(key);
    return { Bucket: bucket, Key: key };
  }

  async function head(key: string) {
    try {
      return await answered(client.send(new HeadObjectCommand(target(key))));
    } catch (error) {
      if (error instanceof BlobNotFound) return null;
      throw error;
    }
  }

  /** Some servers refuse every conditional write (501): they are told none again. */
  let takesConditions = true;

  async function write(key: string, source: Readable | Buffer, options: WriteOptions = {}) {
    const { contentType, ifAbsent = false, sizeBytes } = options;
    if (ifAbsent && (await head(key))) throw new BlobExists("There is such a blob already.");
    const upload = new Upload({
      client,
      partSize: partSizeOf(sizeBytes),
      params: {
        ...target(key),
        Body: source,
        ContentType: contentType,
        IfNoneMatch: ifAbsent && takesConditions ? "*" : undefined,
      },
    });
    try {
      await answered(sent(upload, source));
    } catch (error) {
      if (isNotImplemented(error)) takesConditions = false;
      throw error;
    }
    const stored = await head(key);
    return { sizeBytes: stored?.ContentLength ?? 0 };
  }

  async function read(key: string, range?: BlobRange) {
    const part = range ? `bytes=${range.start}-${range.end}` : undefined;
    const answer = await answered(client.send(new GetObjectCommand({ ...target(key), Range: part })));
    const whole = answer.ContentRange?.split("/")[1] ?? answer.ContentLength;
    if (!(answer.Body instanceof Readable)) throw new StorageUnavailable("The S3 server sent no content.");
    const ignored = range !== undefined && answer.ContentRange === undefined;
    return {
      stream: ignored ? Readable.from(partOf(answer.Body, range)) : answer.Body,
      sizeBytes: Number(whole),
    };
  }

  async function sign(
    key: string,
    { contentType, contentDisposition, seconds }: DirectRead,
  ): Promise<string> {
    const read = new GetObjectCommand({
      ...target(key),
      ResponseContentType: contentType,
      ResponseContentDisposition: contentDisposition,
    });
    return getSignedUrl(client, read, { expiresIn: seconds });
  }

  async function* list(prefix: string): AsyncIterable<string> {
    assertPrefix(prefix);
    let next: string | undefined;
    do {
      const asked = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: next });
      const page = await answered(client.send(asked));
      for (const { Key } of page.Contents ?? []) if (Key) yield Key;
      next = page.NextContinuationToken;
    } while (next);
  }

  return {
    write,
    read,
    list,

    async adopt(localPath, key, options) {
      const { size } = await stat(localPath);
      const given = { ...options, sizeBytes: size };
      const { sizeBytes } = await write(key, createReadStream(localPath), given);
      if (sizeBytes !== size) {
        await client.send(new DeleteObjectCommand(target(key)));
        throw new StorageUnavailable("The S3 server kept only a part of the file. Try again.");
      }
      await unlink(localPath);
    },

    async readBuffer(key, maxBytes) {
      return answered(bufferOf(await read(key), maxBytes));
    },

    async stat(key) {
      const found = await head(key);
      return found
        ? { sizeBytes: found.ContentLength ?? 0, modifiedAt: found.LastModified ?? new Date(0) }
        : null;
    },

    async remove(key) {
      await answered(client.send(new DeleteObjectCommand(target(key))));
    },

    async removePrefix(prefix) {
      let batch: { Key: string }[] = [];
      const flush = async () => {
        if (batch.length > 0) {
          const asked = new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: batch, Quiet: true } });
          const { Errors: [refused] = [] } = await answered(client.send(asked));
          if (refused)
            throw new StorageUnavailable(
              `The S3 server does not delete ${refused.Key}: ${refused.Message ?? refused.Code}.`,
            );
        }
        batch = [];
      };
      for await (const key of list(prefix)) {
        batch.push({ Key: key });
        if (batch.length === deleteBatch) await flush();
      }
      await flush();
    },

    async localPath(key, scratchDir) {
      await mkdir(scratchDir, { recursive: true });
      const path = join(scratchDir, randomUUID());
      const { stream } = await read(key);
      const dispose = () => rm(path, { force: true });
      try {
        await answered(fillFile(path, stream));
      } catch (error) {
        await dispose();
        throw asStorageError(error);
      }
      return { path, dispose };
    },

    directUrl: (key, read) => (directReads ? sign(key, read) : null),

    async directOrigin() {
      if (!directReads) return null;
      // The SDK alone knows whether the bucket stands in the host or in the path.
      const read = { contentType: "text/plain", contentDisposition: "attachment", seconds: 1 };
      return new URL(await sign("probe/origin", read)).origin;
    },

    async check() {
      const key = `probe/${randomUUID()}`;
      try {
        await write(key, Buffer.from("probe"));
        await client.send(new DeleteObjectCommand(target(key)));
      } catch (error) {
        throw new StorageUnavailable("The S3 server does not take files. Check the ALCOVES_S3_* settings.", {
          cause: error,
        });
      }
    },
  };
}

/** Smallest part that an S3 server takes, and the most of them (Amazon S3 User Guide, "Multipart upload limits"). */
const smallestPartBytes = 5 * 1024 * 1024;
const mostParts = 10_000;

/** @returns bytes of each part but the last, so that the parts of the largest file suffice; 5 MiB where nobody knows its size */
export function partSizeOf(sizeBytes = 0): number {
  return Math.max(smallestPartBytes, Math.ceil(sizeBytes / mostParts));
}

/** Waits for an upload. One that breaks off takes its parts along: nobody else would ever ask for them to be removed. */
async function sent(upload: Upload, source: Readable | Buffer): Promise<void> {
  const done = upload.done();
  // A source that breaks must end the upload: the SDK would otherwise wait for more of it.
  const broken = new Promise<never>((_, reject) => {
    if (!Buffer.isBuffer(source)) source.once("error", reject);
  });
  try {
    await Promise.race([done, broken]);
  } catch (error) {
    // A server that is away cannot be told either; its parts expire, and the first reason is the one to tell.
    await upload.abort().catch(() => {});
    throw error;
  }
}

/** A server may ignore the range that it was asked for (RFC 9110, 14.2), and some do. */
async function* partOf(whole: Readable, { start, end }: BlobRange): AsyncGenerator<Buffer> {
  let place = 0;
  for await (const chunk of whole as AsyncIterable<Buffer>) {
    const part = chunk.subarray(Math.max(0, start - place), Math.max(0, end + 1 - place));
    if (part.length > 0) yield part;
    place += chunk.length;
    if (place > end) return;
  }
}
