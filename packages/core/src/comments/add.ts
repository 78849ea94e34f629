import { requireWriter } from "../access/index.ts";
import { recordActivity } from "../activity/index.ts";
import type { LibraryContext } from "../context.ts";
import { DomainError, notFound } from "../errors.ts";
import { recordEvent } from "../events/index.ts";
import { type Transaction, transaction } from "../transaction.ts";
import { type CommentedFile, findCommentedFile, requireTime } from "./commented-file.ts";
import { holdComment, lockComments } from "./hold.ts";
import { putMentions, requireMentionable } from "./mentions.ts";
import { findCommentRows, isOwn, toComment } from "./rows.ts";
import { AddComment, type Comment, mentionedIn, mostComments, readable } from "./schema.ts";

/** Characters of a comment that the activity tells. */
const excerptLength = 80;

/**
 * Adds a comment to a file, or an answer to one. Sent again under the same id it is still one.
 * @returns the comment as it is now
 * @throws NOT_FOUND for a file of another library or in the trash, and for a thread that is gone; INVALID for an answer to an answer, a
 * time outside of the file or a mention of somebody who is no member; CONFLICT where the id or the room is taken; FORBIDDEN for a token
 * that may only read
 */
export async function addComment(ctx: LibraryContext, input: AddComment): Promise<Comment> {
  const comment = AddComment.parse(input);
  const { commentId, fileId, parentId, atMs, text } = comment;
  requireWriter(ctx);
  return transaction(ctx, async (ctx) => {
    const file = await findCommentedFile(ctx, fileId);
    await lockComments(ctx, fileId);
    const sent = await findSent(ctx, comment);
    if (sent) return sent;
    requireTime(file, atMs);
    if (parentId) await requireThread(ctx, fileId, parentId);
    await requireRoom(ctx, fileId);
    await requireMentionable(ctx, text);
    const { libraryId } = ctx.access;
    const createdById = "userId" in ctx.principal ? ctx.principal.userId : null;
    await ctx.db.comment.create({
      data: { id: commentId, libraryId, fileId, parentId, createdById, atMs, text },
    });
    await putMentions(ctx, commentId, text);
    const added = await readBack(ctx, commentId);
    await tell(ctx, file, added);
    return added;
  });
}

/** @returns the comment when it was sent before. @throws CONFLICT when another has its id */
async function findSent(
  ctx: Transaction<LibraryContext>,
  { commentId, fileId, parentId }: { commentId: string; fileId: string; parentId: string | null },
): Promise<Comment | null> {
  const taken = await ctx.db.comment.findUnique({ where: { id: commentId } });
  if (!taken) return null;
  if (taken.fileId !== fileId || taken.parentId !== parentId || !isOwn(ctx, taken))
    throw new DomainError("CONFLICT", "A comment has this id already. Choose another.");
  return readBack(ctx, commentId);
}

async function requireThread(
  ctx: Transaction<LibraryContext>,
  fileId: string,
  parentId: string,
): Promise<void> {
  const thread = await holdComment(ctx, parentId);
  if (thread.fileId !== fileId) throw notFound("comment");
  if (thread.parentId !== null)
    throw new DomainError("INVALID", "Answers cannot be answered. Answer the comment above them.");
}

async function requireRoom({ db }: Transaction<LibraryContext>, fileId: string): Promise<void> {
  if ((await db.comment.count({ where: { fileId } })) < mostComments) return;
  throw new DomainError("CONFLICT", "A file has at most 2,000 comments. Delete some first.");
}

async function readBack(ctx: Transaction<LibraryContext>, commentId: string): Promise<Comment> {
  const [row] = await findCommentRows(ctx, { id: commentId });
  if (!row) throw notFound("comment");
  return toComment(ctx, row);
}

async function tell(
  ctx: Transaction<LibraryContext>,
  { id: fileId, name }: CommentedFile,
  { commentId, text, mentions }: Comment,
): Promise<void> {
  const names = new Map(mentions.map((person) => [person.userId, person.name]));
  const characters = [...readable(text, (userId) => names.get(userId) ?? "")];
  await recordActivity(ctx, "comment.added", {
    commentId,
    fileId,
    name,
    excerpt: characters.slice(0, excerptLength).join(""),
    mentioned: mentionedIn(text),
  });
  await recordEvent(ctx, { libraryId: ctx.access.libraryId, kind: "comments.changed", fileId });
}
