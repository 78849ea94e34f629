import { z } from "zod";
import { OneFile } from "../files/schema.ts";
import { InLibrary } from "../libraries/schema.ts";

/** Longest comment, characters; whom it mentions takes 39 of them each. */
export const longestComment = 5_000;
/** Most comments of one file, answers included: whoever opens it is told all of them. */
export const mostComments = 2_000;
/** Times are stored in four bytes: 24 days. */
const furthestMs = 2 ** 31 - 1;

/** What a comment says: plain text of one or more lines, with mentions as `spellMention` writes them. */
export const CommentText = z
  .string()
  .overwrite((text) => text.replaceAll("\r\n", "\n").replaceAll("\t", " "))
  .trim()
  .normalize("NFC")
  .min(1, "Write something first.")
  .max(longestComment, "Use at most 5,000 characters.")
  .regex(/^(?:\P{Cc}|\n)*$/u, "A comment holds no control characters.");

/** Adds a comment to a file, or an answer to a comment. */
export const AddComment = OneFile.extend({
  /** The sender's: a comment whose answer was lost is sent again and stays one. */
  commentId: z.uuid(),
  /** The thread that it answers; null for a new one. */
  parentId: z.uuid().nullable(),
  /** Which time of the file it is about, ms; null for the whole file. */
  atMs: z.number().int().min(0).max(furthestMs).nullable(),
  text: CommentText,
}).refine(
  ({ parentId, atMs }) => parentId === null || atMs === null,
  "An answer is about the time of its thread.",
);
export type AddComment = z.input<typeof AddComment>;

/** Names a comment in a library. */
export const OneComment = InLibrary.extend({ commentId: z.uuid() });
export type OneComment = z.infer<typeof OneComment>;

/** Gives a comment another text. */
export const EditComment = OneComment.extend({
  /** The revision that was seen. */
  seen: z.number().int().min(1),
  text: CommentText,
});
export type EditComment = z.input<typeof EditComment>;

/** Says that a thread is settled, or open again. */
export const ResolveComment = OneComment.extend({ isResolved: z.boolean() });
export type ResolveComment = z.infer<typeof ResolveComment>;

/** Somebody who wrote a comment or is mentioned in one, by their present name and picture. */
export interface CommentPerson {
  userId: string;
  name: string;
  avatarUrl: string | null;
}

/** A comment or an answer as it is shown. */
export interface Comment {
  commentId: string;
  fileId: string;
  /** The thread that it answers; null for one that begins a thread. */
  parentId: string | null;
  /** Null for the whole file, and for answers. */
  atMs: number | null;
  text: string;
  revision: number;
  /** Null when they are gone. */
  createdBy: CommentPerson | null;
  createdAt: Date;
  editedAt: Date | null;
  /** Of a thread that is settled; answers have none. */
  resolvedAt: Date | null;
  /** The name of whoever settled it; null when they are gone, too. */
  resolvedBy: string | null;
  /** Those among the mentioned who still have an account. */
  mentions: CommentPerson[];
  mayChange: boolean;
  mayRemove: boolean;
  mayResolve: boolean;
}

/** A comment with its answers, oldest first. */
export interface CommentThread extends Comment {
  answers: Comment[];
}

/** A piece of a comment's text. */
export type CommentPart = { kind: "text"; text: string } | { kind: "mention"; userId: string };

const mention = /<@([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})>/g;

/**
 * Writes a mention into a text: the id alone. A name would have to be escaped, and would stay what it was when somebody is called
 * otherwise or is gone.
 */
export function spellMention(userId: string): string {
  return `<@${userId}>`;
}

/** Reads a text in pieces; joined again they are the text. */
export function partsOf(text: string): CommentPart[] {
  const parts: CommentPart[] = [];
  let from = 0;
  for (const { 0: token, 1: userId = "", index } of text.matchAll(mention)) {
    if (index > from) parts.push({ kind: "text", text: text.slice(from, index) });
    parts.push({ kind: "mention", userId });
    from = index + token.length;
  }
  if (from < text.length) parts.push({ kind: "text", text: text.slice(from) });
  return parts;
}

/** @returns the ids of those whom a text mentions, each once */
export function mentionedIn(text: string): string[] {
  return [...new Set(partsOf(text).flatMap((part) => (part.kind === "mention" ? [part.userId] : [])))];
}

/** @returns a text as people read it, mentions as `@` and the name that `nameOf` gives */
export function readable(text: string, nameOf: (userId: string) => string): string {
  return partsOf(text)
    .map((part) => (part.kind === "text" ? part.text : `@${nameOf(part.userId)}`))
    .join("");
}
