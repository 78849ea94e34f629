/** What can be wrong with a request, in the words every door maps from. */
export const errorCodes = [
  "NOT_FOUND",
  "FORBIDDEN",
  "UNAUTHENTICATED",
  "CONFLICT",
  "INVALID",
  "TOO_LARGE",
  "RATE_LIMITED",
  "UNAVAILABLE",
] as const;

/** One of `errorCodes`. */
export type ErrorCode = (typeof errorCodes)[number];

/** A refusal that a person can act on: the message says what to do and holds nothing secret. */
export class DomainError extends Error {
  override readonly name = "DomainError";

  /**
   * @param code decides the status at every door
   * @param message shown to the person
   * @param options.cause kept for the log, never sent
   */
  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Refused for now: too many came. Doors say when to come back (`Retry-After`, RFC 9110, 10.2.3). */
export class RateLimited extends DomainError {
  /** @param retryAfterSeconds whole seconds, at least 1 */
  constructor(readonly retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
    super("RATE_LIMITED", `That was tried too often. Wait ${wait}, then try again.`);
  }
}

/** The password was right, and the account wants a code beside it: the form asks for that and sends both. */
export class SecondFactorWanted extends DomainError {
  /** Tells it apart where a bundle has its own copy of this class. */
  readonly wants = "second factor";

  constructor() {
    super("UNAUTHENTICATED", "Enter the code of your authenticator app, or a recovery code.");
  }
}

/** The one answer for what is missing and for what a non-member may not know of. */
export function notFound(what: string): DomainError {
  return new DomainError("NOT_FOUND", `This ${what} does not exist, or you have no access to it.`);
}
