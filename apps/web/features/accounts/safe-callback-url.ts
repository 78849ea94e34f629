/**
 * Where to go after signing in: an address inside this app, from whatever a link said. A browser reads `\` as `/` and drops
 * tabs and line ends (WHATWG URL, 4.4), so the address is judged after the browser's own reading and given back as a path.
 * @param origin like `https://alcoves.example.org`
 * @returns a path with query and fragment; `/` for everything that leads elsewhere
 */
export function safeCallbackUrl(url: string | null | undefined, origin: string): string {
  if (!url) return "/";
  try {
    const base = new URL(origin);
    const target = new URL(url, base);
    const isOwn = target.protocol === base.protocol && target.origin === base.origin;
    if (!isOwn || target.username !== "" || target.password !== "") return "/";
    // A path like `//evil` would be read as another host the next time.
    if (/^[/\\]{2}/.test(target.pathname)) return "/";
    return target.pathname + target.search + target.hash;
  } catch {
    return "/";
  }
}
