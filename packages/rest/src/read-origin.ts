import type { IncomingMessage } from "node:http";
import type { Origin } from "@alcoves/core";
import proxyaddr from "proxy-addr";

const longestUserAgent = 400;

/**
 * Reads where requests come from. `X-Forwarded-For` counts only as far as the proxies that wrote it are trusted: of anybody else
 * it is a claim, and a way around rate limits.
 * @param trustedProxies IP addresses, CIDR ranges, or `loopback`, `linklocal`, `uniquelocal`
 */
export function createOriginReader(trustedProxies: readonly string[]): (request: IncomingMessage) => Origin {
  const trusts = proxyaddr.compile([...trustedProxies]);
  return (request) => ({
    // A socket that was closed meanwhile has no address.
    address: request.socket.remoteAddress ? plain(proxyaddr(request, trusts)) : null,
    userAgent: request.headers["user-agent"]?.slice(0, longestUserAgent) ?? null,
  });
}

/** IPv4 in the clothes of IPv6, as dual-stack sockets say it, is one address with the plain one. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, "");
}
