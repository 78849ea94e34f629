import { mayChangeOf } from "../access/index.ts";
import type { LibraryContext } from "../context.ts";
import { mayChangeSubject, type SubjectRow } from "./subject.ts";

/** @returns whether the principal may end a share: who made it, whoever may change what it is of, and admins */
export function mayRevokeShare(
  ctx: LibraryContext,
  share: SubjectRow & { createdById: string | null },
): boolean {
  return mayChangeOf(ctx, share.createdById) || mayChangeSubject(ctx, share);
}
