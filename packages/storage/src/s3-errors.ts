import { S3ServiceException } from "@aws-sdk/client-s3";
import { BlobExists, BlobNotFound, StorageUnavailable } from "./errors.ts";

/** What Node and the SDK say when nobody answers, or stops in the middle. */
const unreachable = /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|TimeoutError)/;

/** Waits for the S3 server. @throws BlobNotFound, StorageUnavailable with what an operator can do, or what was thrown */
export async function answered<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    throw asS3Error(error);
  }
}

function asS3Error(cause: unknown): unknown {
  if (cause instanceof S3ServiceException) {
    const status = cause.$metadata.httpStatusCode ?? 500;
    if (status === 404 && cause.name !== "NoSuchBucket")
      return new BlobNotFound("There is no such blob.", { cause });
    if (status === 412) return new BlobExists("There is such a blob already.", { cause });
    // Another write of the same key was under way; which of the two has won is seen when it is tried again.
    if (status === 409) return away(cause);
    if (status === 401 || status === 403 || cause.name === "NoSuchBucket") {
      return new StorageUnavailable("The S3 server refuses us. Check the ALCOVES_S3_* settings.", { cause });
    }
    if (status === 429 || status >= 500) return away(cause);
  }
  if (!(cause instanceof Error)) return cause;
  return unreachable.test("code" in cause ? String(cause.code) : cause.name) ? away(cause) : cause;
}

/** @returns whether the server does not know what it was asked for, of an error that `answered` has made */
export function isNotImplemented(error: unknown): boolean {
  const cause = error instanceof StorageUnavailable ? error.cause : undefined;
  return cause instanceof S3ServiceException && cause.$metadata.httpStatusCode === 501;
}

function away(cause: unknown): StorageUnavailable {
  return new StorageUnavailable("The S3 server does not answer. It is tried again.", { cause });
}
