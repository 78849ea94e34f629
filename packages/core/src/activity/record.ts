import type { LibraryContext } from "../context.ts";
import type { Transaction } from "../transaction.ts";

/** Files and folders that went one way together. */
type ItemsSubject = {
  /** That of one of them, a folder's before a file's. */
  name: string;
  files: number;
  folders: number;
};

/** What a member can be seen doing, with what each entry says of it. */
export interface ActivitySubjects {
  "library.created": { name: string };
  "member.joined": { userId: string; name: string };
  "member.removed": { userId: string; name: string };
  "member.left": { userId: string; name: string };
  "folder.created": { folderId: string; name: string };
  "file.uploaded": { fileId: string; name: string };
  "folder.renamed": { folderId: string; name: string; before: string };
  "file.renamed": { fileId: string; name: string; before: string };
  "items.moved": ItemsSubject & { folderId: string | null };
  "items.copied": ItemsSubject & { folderId: string | null };
  "items.trashed": ItemsSubject;
  "items.restored": ItemsSubject;
  "items.purged": ItemsSubject;
  "items.putBack": ItemsSubject;
  "trash.emptied": { count: number };
  /** `name` is that of the file that was kept, `count` how many went to the trash. */
  "duplicates.keptOne": { fileId: string; name: string; count: number };
  /** `name` is that of one of them. */
  "duplicates.keptAll": { name: string; count: number };
  "tag.created": { tagId: string; name: string };
  "tag.renamed": { tagId: string; from: string; name: string };
  /** `from` is the name of the one that is gone. */
  "tag.merged": { tagId: string; from: string; name: string };
  "tag.removed": { name: string };
  /** `name` is that of one of the files and folders, `added` and `removed` those of the tags. */
  "files.tagged": { name: string; count: number; added: string[]; removed: string[] };
  "file.described": { fileId: string; name: string };
  "album.created": { albumId: string; name: string };
  "album.renamed": { albumId: string; from: string; name: string };
  "album.removed": { name: string };
  "album.files_added": { albumId: string; name: string; count: number };
  "album.files_removed": { albumId: string; name: string; count: number };
  "files.tagging_undone": { name: string; count: number };
  /** `name` is that of the file, `moment` that of one of its moments. */
  "moments.saved": {
    fileId: string;
    name: string;
    moment: string;
    added: number;
    changed: number;
    removed: number;
  };
  /** `name` is that of the moment. */
  "moment.shared": { momentId: string; fileId: string; name: string };
  /** `name` is that of the file, `excerpt` the beginning of the comment as people read it. */
  "comment.added": {
    commentId: string;
    fileId: string;
    name: string;
    excerpt: string;
    /** Ids of those whom it mentions. */
    mentioned: string[];
  };
  /** `count` is that of its cues. */
  "transcript.imported": { fileId: string; name: string; count: number };
  "transcript.removed": { fileId: string; name: string };
  "file.shared": { fileId: string; name: string };
  "album.shared": { albumId: string; name: string };
  /** `name` is that of what was shared. */
  "share.revoked": { name: string } & (
    | { momentId: string; fileId: string }
    | { fileId: string }
    | { albumId: string }
  );
}

/** Writes who did what, in the transaction of the act: an act without its entry is rolled back. */
export async function recordActivity<Kind extends keyof ActivitySubjects>(
  ctx: Transaction<LibraryContext>,
  kind: Kind,
  subject: ActivitySubjects[Kind],
): Promise<void> {
  const userId = "userId" in ctx.principal ? ctx.principal.userId : null;
  await ctx.db.$executeRaw`
    INSERT INTO activity (library_id, user_id, kind, subject)
    VALUES (${ctx.access.libraryId}::uuid, ${userId}::uuid, ${kind}, ${JSON.stringify(subject)}::jsonb)`;
}
