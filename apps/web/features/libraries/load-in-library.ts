import { notFound, redirect } from "next/navigation";
import { serverCaller } from "../../trpc/server.ts";
import { codeOf } from "../accounts/code-of.ts";

/**
 * Loads what a page of a library shows. Ends as "not found" when it is none of the reader's, and in sign-in without a session.
 * @param path of the page, to come back to
 */
export async function loadInLibrary<Loaded>(
  path: string,
  load: (caller: Awaited<ReturnType<typeof serverCaller>>) => Promise<Loaded>,
): Promise<Loaded> {
  try {
    return await load(await serverCaller());
  } catch (error) {
    const code = codeOf(error);
    // An address that is no id at all names nothing either; nor does a page that one's role does not show.
    if (code === "NOT_FOUND" || code === "BAD_REQUEST" || code === "FORBIDDEN") notFound();
    if (code === "UNAUTHORIZED") redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
    throw error;
  }
}
