import { DomainError } from "../errors.ts";

/** Who announces an upload twice asks how far it is instead: tus would begin it anew. */
export function hasBegun(): DomainError {
  return new DomainError(
    "CONFLICT",
    "This upload has begun already. Ask how much of it is here, and go on from there.",
  );
}
