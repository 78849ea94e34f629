import { proofCookieOf, proofSeconds } from "@alcoves/core/shares";
import { getCookie, setCookie } from "hono/cookie";
import type { RestContext } from "./door.ts";

/** Whoever has the address of a share may watch it: it is told to no other site, and no search engine keeps it. */
const secretAddress = {
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
  "x-content-type-options": "nosniff",
};

/** Says so on every answer of the route, refusals too, whoever writes it to the socket. */
export function keepAddressSecret(c: RestContext): void {
  for (const [name, value] of Object.entries(secretAddress)) c.env.outgoing.setHeader(name, value);
}

/** The token of an address, with the proof that the browser was given for its password. */
export function shownShare(c: RestContext): { token: string; proof: string | null } {
  const token = c.req.param("token") ?? "";
  return { token, proof: getCookie(c, proofCookieOf(token)) ?? null };
}

/** Has the browser show the proof from now on. */
export function keepProof(
  c: RestContext,
  { token, proof, origin }: { token: string; proof: string; origin: string },
): void {
  setCookie(c, proofCookieOf(token), proof, {
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
    secure: origin.startsWith("https:"),
    maxAge: proofSeconds,
  });
}
