import { notFound } from "next/navigation";
import { requireMe } from "../accounts/require-me.ts";

/** Shows a page to the owner of the instance alone; to others it is not there. The server refuses its data by itself. */
export async function requireOwner(path: string): Promise<void> {
  const me = await requireMe(path);
  if (!me.isInstanceOwner) notFound();
}
