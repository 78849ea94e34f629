import { serverCaller } from "../../trpc/server.ts";
import { codeOf } from "./code-of.ts";

/** What a link to set a password is worth. */
export type LoadedReset =
  | { kind: "good"; email: string }
  | { kind: "gone" }
  | { kind: "limited"; message: string };

/** Looks at a link without using it. */
export async function loadReset(token: string): Promise<LoadedReset> {
  const caller = await serverCaller();
  try {
    return { kind: "good", ...(await caller.passwordResets.look({ token })) };
  } catch (error) {
    const code = codeOf(error);
    if (code === "NOT_FOUND" || code === "BAD_REQUEST") return { kind: "gone" };
    if (code === "TOO_MANY_REQUESTS" && error instanceof Error)
      return { kind: "limited", message: error.message };
    throw error;
  }
}
