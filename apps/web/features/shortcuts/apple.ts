/** @returns whether this is one of Apple's devices, where ⌘ is what Ctrl is elsewhere; false on the server */
export function isApple(): boolean {
  return typeof navigator !== "undefined" && /mac|iphone|ipad/i.test(navigator.platform);
}
