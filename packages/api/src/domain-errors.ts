import { DomainError, type ErrorCode } from "@alcoves/core";
import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";

/** The tRPC code of every domain error. */
const trpcCodes = {
  NOT_FOUND: "NOT_FOUND",
  FORBIDDEN: "FORBIDDEN",
  UNAUTHENTICATED: "UNAUTHORIZED",
  CONFLICT: "CONFLICT",
  INVALID: "BAD_REQUEST",
  TOO_LARGE: "PAYLOAD_TOO_LARGE",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
} as const satisfies Record<ErrorCode, TRPCError["code"]>;

/**
 * Maps what core threw, once for every procedure. The cause is kept for the log; an unknown error tells the caller nothing
 * of itself.
 */
export function toTrpcError(cause: unknown): TRPCError {
  if (cause instanceof DomainError) {
    return new TRPCError({ code: trpcCodes[cause.code], message: cause.message, cause });
  }
  if (cause instanceof ZodError) {
    return new TRPCError({ code: "BAD_REQUEST", message: firstIssueOf(cause), cause });
  }
  return new TRPCError({
    code: "INTERNAL_SERVER_ERROR",
    message: "Something went wrong on the server. Try again.",
    cause,
  });
}

/** The first thing wrong with an input, as a sentence that names its field when the schema gave none of its own. */
export function firstIssueOf(error: ZodError): string {
  const [issue] = error.issues;
  if (!issue) return "The request is not what this server expects.";
  return issue.path.length > 0 && issue.message.startsWith("Invalid")
    ? `${issue.path.join(".")}: ${issue.message}`
    : issue.message;
}
