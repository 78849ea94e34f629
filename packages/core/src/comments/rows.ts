import type { PrismaHandle } from "@alcoves/db";
import { isAllowed } from "../access/index.ts";
import { avatarUrlOf } from "../avatars/schema.ts";
import type { LibraryContext } from "../context.ts";
import type { Comment, CommentPerson } from "./schema.ts";

const person = { select: { id: true, name: true, avatarVersion: true } } as const;

/** Everything a comment is shown by. */
const commentColumns = {
  file: { select: { id: true, name: true } },
  createdBy: person,
  resolvedBy: { select: { name: true } },
  mentions: { select: { user: person }, orderBy: { userId: "asc" } },
} as const;

/** A comment with its people. */
export type CommentRow = Awaited<ReturnType<typeof findCommentRows>>[number];

/** Comments of the library, oldest first. Those of files in the trash are not among them. */
export function findCommentRows(
  { db, access: { libraryId } }: LibraryContext & { db: PrismaHandle },
  where: { fileId: string } | { id: string },
) {
  return db.comment.findMany({
    where: { ...where, libraryId, file: { trashedAt: null } },
    include: commentColumns,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
}

/** @returns a comment as it is shown to whoever asks */
export function toComment(ctx: LibraryContext, row: CommentRow): Comment {
  return {
    commentId: row.id,
    fileId: row.fileId,
    parentId: row.parentId,
    atMs: row.atMs,
    text: row.text,
    revision: row.revision,
    createdBy: row.createdBy && toPerson(row.createdBy),
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    resolvedAt: row.resolvedAt,
    resolvedBy: row.resolvedBy?.name ?? null,
    mentions: row.mentions.map(({ user }) => toPerson(user)),
    mayChange: mayWrite(ctx) && isOwn(ctx, row),
    mayRemove: mayWrite(ctx) && mayRemove(ctx, row),
    mayResolve: mayWrite(ctx) && row.parentId === null,
  };
}

/** @returns whether whoever asks wrote it: nobody else puts words into their mouth, an admin neither */
export function isOwn(
  { principal }: LibraryContext,
  { createdById }: { createdById: string | null },
): boolean {
  return "userId" in principal && principal.userId === createdById;
}

/** @returns whether whoever asks may take it away */
export function mayRemove(ctx: LibraryContext, row: { createdById: string | null }): boolean {
  return isOwn(ctx, row) || isAllowed(ctx.access, "remove comments of others");
}

function mayWrite({ principal }: LibraryContext): boolean {
  return principal.kind !== "token" || principal.scope === "write";
}

function toPerson(user: { id: string; name: string; avatarVersion: number | null }): CommentPerson {
  return { userId: user.id, name: user.name, avatarUrl: avatarUrlOf(user) };
}
