import { safeCallbackUrl } from "./safe-callback-url.ts";

/** Goes into the app after signing in: a whole new page, so that nothing of a visitor or of another account is left in it. */
export function enter(callbackUrl: string | null): void {
  window.location.assign(safeCallbackUrl(callbackUrl, window.location.origin));
}
