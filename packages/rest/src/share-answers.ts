import type { Services } from "@alcoves/core";
import type { FileBytes } from "@alcoves/core/files";
import { proofCookieOf, proofSeconds } from "@alcoves/core/shares";
import { getCookie, setCookie } from "hono/cookie";
import { contentDisposition } from "./content-disposition.ts";
import type { RestContext } from "./door.ts";
import { inert } from "./inert.ts";
import { askAgain, sendBlob } from "./send-blob.ts";

/** Pages of others may show what anyone with the link may see. */
const shownAnywhere = { ...inert, "cross-origin-resource-policy": "cross-origin" };
/** A share may be shut at any time. */
export const keptNowhere = { "cache-control": "no-store" };

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

/** Sends bytes of a share, always through us: an address that the S3 server signed would outlive the share. */
export function sendShared(
  c: RestContext,
  storage: Services["storage"],
  { name, inline, ...file }: FileBytes,
): Promise<Response> {
  const isSaved = !inline || c.req.query("download") !== undefined;
  const disposition = contentDisposition(isSaved ? "attachment" : "inline", name);
  const mimeType = inline ? file.mimeType : "application/octet-stream";
  const headers = { ...shownAnywhere, "content-disposition": disposition };
  return sendBlob(c, storage, { ...file, mimeType, headers, cacheControl: askAgain });
}
