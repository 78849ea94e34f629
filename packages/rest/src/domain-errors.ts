import { DomainError, type ErrorCode } from "@alcoves/core";
import type { ContentfulStatusCode } from "hono/utils/http-status";

/** The HTTP status of every domain error (RFC 9110). */
export const statusOf = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  UNAUTHENTICATED: 401,
  CONFLICT: 409,
  INVALID: 400,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
} as const satisfies Record<ErrorCode, ContentfulStatusCode>;

/** What an answer says of an error: a status and a sentence, nothing of the inside. */
export interface ErrorAnswer {
  status: ContentfulStatusCode;
  message: string;
}

/** Maps whatever a route threw, once for every route. */
export function toErrorAnswer(error: unknown): ErrorAnswer {
  if (error instanceof DomainError) return { status: statusOf[error.code], message: error.message };
  // By name, as storage is nothing that routes import. What is full, read-only or away says what can be done.
  const name = error instanceof Error ? error.name : "";
  if (error instanceof Error && name === "StorageUnavailable")
    return { status: statusOf.UNAVAILABLE, message: error.message };
  if (name === "BlobNotFound")
    return { status: statusOf.NOT_FOUND, message: "The bytes of this file are missing on the server." };
  return { status: 500, message: "Something went wrong on the server. Try again." };
}
