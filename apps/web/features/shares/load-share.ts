import type { OpenedShare, SharedAlbumItem } from "@alcoves/core/shares/schema";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { inProcess } from "../../server/in-process.ts";
import { serverCaller } from "../../trpc/server.ts";
import { codeOf } from "../accounts/code-of.ts";
import { shareUrls } from "./share-urls.ts";

/**
 * Loads what a link opens, once for a request; of an album a page of it. Ends as "not found" for one that opens nothing, or whose visitor
 * has guessed too often.
 */
export const loadShare = cache(async (token: string, cursor: string | null): Promise<OpenedShare> => {
  const proof = await proofOf(token);
  return orNotFound(async () => (await serverCaller()).shares.visit({ token, proof, cursor }));
});

/** Loads one file of an album behind a link, once for a request. Leads to the link itself while that is locked. */
export const loadShareItem = cache(async (token: string, reference: string): Promise<SharedAlbumItem> => {
  const proof = await proofOf(token);
  const item = await orNotFound(async () =>
    (await serverCaller()).shares.visitItem({ token, proof, reference }),
  );
  return item.isLocked ? redirect(shareUrls.page(token)) : item;
});

async function proofOf(token: string): Promise<string | null> {
  return (await cookies()).get(inProcess().proofCookieOf(token))?.value ?? null;
}

async function orNotFound<Result>(load: () => Promise<Result>): Promise<Result> {
  try {
    return await load();
  } catch (error) {
    const code = codeOf(error);
    if (code === "NOT_FOUND" || code === "BAD_REQUEST" || code === "TOO_MANY_REQUESTS") notFound();
    throw error;
  }
}
