import { canHavePasskeys } from "@alcoves/core/passkeys/schema";

/**
 * Whether passkeys can be made and used: `ready`, or why not. `address`: the instance is reached by an IP address or without
 * https; `elsewhere`: this page was opened under another address than the instance's own; `browser`: the browser has none.
 */
export type PasskeySupport = "ready" | "address" | "elsewhere" | "browser";

/**
 * @param origin of the instance, as its operator set it
 * @param page where this page was opened, and what its browser has
 */
export function passkeySupport(
  origin: string,
  page: { origin: string; hasWebAuthn: boolean },
): PasskeySupport {
  if (!canHavePasskeys(origin)) return "address";
  if (page.origin !== origin) return "elsewhere";
  return page.hasWebAuthn ? "ready" : "browser";
}
