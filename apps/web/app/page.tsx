import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { loadMe } from "../features/accounts/load-me.ts";
import { startLibrary } from "../features/libraries/start-library.ts";
import { browserNotes } from "../features/shell/browser-note.ts";
import { serverCaller } from "../trpc/server.ts";

/** The way in: to the library that was open last, or to signing in. */
export default async function StartPage() {
  if (!(await loadMe())) redirect("/sign-in");
  const [caller, notes] = await Promise.all([serverCaller(), cookies()]);
  const library = startLibrary(await caller.libraries.list(), notes.get(browserNotes.library)?.value);
  redirect(library ? `/l/${library.libraryId}` : "/settings");
}
