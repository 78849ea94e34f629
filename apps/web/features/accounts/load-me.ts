import type { Me } from "@alcoves/core/accounts/schema";
import { cache } from "react";
import { serverCaller } from "../../trpc/server.ts";
import { codeOf } from "./code-of.ts";

/** @returns the account of the request, null without a session; asked once for each request */
export const loadMe = cache(async (): Promise<Me | null> => {
  try {
    return await (await serverCaller()).accounts.me();
  } catch (error) {
    if (codeOf(error) === "UNAUTHORIZED") return null;
    throw error;
  }
});
