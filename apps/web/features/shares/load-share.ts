import type { OpenedShare } from "@alcoves/core/shares/schema";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { inProcess } from "../../server/in-process.ts";
import { serverCaller } from "../../trpc/server.ts";
import { codeOf } from "../accounts/code-of.ts";

/** Loads what a link opens, once for a request. Ends as "not found" for one that opens nothing, or whose visitor has guessed too often. */
export const loadShare = cache(async (token: string): Promise<OpenedShare> => {
  const proof = (await cookies()).get(inProcess().proofCookieOf(token))?.value ?? null;
  try {
    return await (await serverCaller()).shares.visit({ token, proof });
  } catch (error) {
    const code = codeOf(error);
    if (code === "NOT_FOUND" || code === "BAD_REQUEST" || code === "TOO_MANY_REQUESTS") notFound();
    throw error;
  }
});
