import { lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";

/** Addresses that are not on the internet: this machine, its networks, and what only they can reach (RFC 6890). */
const inside = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const) {
  inside.addSubnet(network, prefix, "ipv4");
  // The same by way of a NAT64 gateway (RFC 6052); where there is one, public hosts have such addresses too.
  inside.addSubnet(`64:ff9b::${network}`, 96 + prefix, "ipv6");
}
for (const [network, prefix] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  inside.addSubnet(network, prefix, "ipv6");
}

/** @param address an IPv4 or IPv6 address; an IPv4 one written as IPv6 is judged as what it is */
export function isInside(address: string): boolean {
  return inside.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
}

/**
 * What requests to a provider are made with. The operator named the issuer, so its host may be anywhere; the other hosts
 * that its document names must be on the internet, so that it cannot send us, with our secret, to a neighbour.
 * @returns options for one request. @throws when the host of `url` is an address inside
 */
export function providerRequest(issuer: string, url: URL): { lookup?: LookupFunction } {
  const host = hostOf(url);
  if (host === hostOf(new URL(issuer))) return {};
  if (isIP(host) && isInside(host)) throw new Error(`${issuer} names ${host}, which is a private address`);
  return { lookup: lookupOutside };
}

/** The address is looked at where the connection is made: asking twice could get two answers. */
const lookupOutside: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, options, (error, found, family) => {
    const addresses = typeof found === "string" ? [found] : (found ?? []).map(({ address }) => address);
    if (!error && addresses.some(isInside)) {
      callback(new Error(`${hostname} has a private address`), found, family);
    } else callback(error, found, family);
  });
};

/** WHATWG URLs write every form of an IPv4 address in the one usual form, and IPv6 in brackets. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}
