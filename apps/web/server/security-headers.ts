import type { IncomingMessage, ServerResponse } from "node:http";

/** Headers of every answer, page or not. */
const always = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
};

/** Pages whose address is a secret: it is told to nobody, not to our own pages either. */
const secretAddress = /^\/(?:reset|s)\//;

/** The player of a share, which stands in frames of other sites. */
const embed = /^\/s\/[^/?]+\/embed(?:\?|$)/;

/** @returns whether an address is of a page that other sites may frame */
export function isEmbed(url = "/"): boolean {
  return embed.test(url);
}

/** Headers that only we set: what a client sends under these names is dropped. */
const ours = ["content-security-policy", "x-nonce", "x-middleware-subrequest", "x-http-method-override"];

/** Sets what every answer carries, and drops what no request may carry. */
export function secure(request: IncomingMessage, response: ServerResponse, https: boolean): void {
  for (const name of ours) delete request.headers[name];
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  if (secretAddress.test(request.url ?? "")) {
    response.setHeader("referrer-policy", "no-referrer");
    response.setHeader("x-robots-tag", "noindex, nofollow");
  }
  if (isEmbed(request.url)) response.removeHeader("x-frame-options");
  if (https) response.setHeader("strict-transport-security", "max-age=31536000");
}

/**
 * The policy of a page: scripts run by nonce alone (CSP Level 3, strict-dynamic). Styles may be inline because widths and
 * placeholders of a grid are; nothing comes from another host, but bytes of files where the operator has an S3 server send them, and tiles of the map where one is named.
 * @param options.dev Next's development client evaluates code and talks over a WebSocket
 * @param options.mediaOrigin origin of that S3 server, null without one
 * @param options.isEmbed whether other sites may frame the page
 * @param options.tilesOrigin origin of those tiles, which scripts fetch; null without them
 */
export function contentSecurityPolicy({
  nonce,
  dev,
  mediaOrigin,
  tilesOrigin,
  isEmbed = false,
}: {
  nonce: string;
  dev: boolean;
  mediaOrigin: string | null;
  tilesOrigin: string | null;
  isEmbed?: boolean;
}): string {
  const media = mediaOrigin ? ` ${mediaOrigin}` : "";
  const tiles = tilesOrigin ? ` ${tilesOrigin}` : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${media}`,
    `media-src 'self' blob:${media}`,
    "font-src 'self' data:",
    "worker-src 'self'",
    `connect-src 'self'${media}${tiles}${dev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${isEmbed ? "*" : "'none'"}`,
  ].join("; ");
}

/** What a built script may do when it is a worker, which follows the policy of its own answer: load its parts, and run WebAssembly. */
export function workerSecurityPolicy({ dev }: { dev: boolean }): string {
  return `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'${dev ? " 'unsafe-eval'" : ""}`;
}
