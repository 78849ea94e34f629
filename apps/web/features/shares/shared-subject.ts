/** What a link is made to. */
export type ShareSubject =
  | { kind: "moment"; momentId: string; name: string }
  | { kind: "file"; fileId: string; name: string }
  | { kind: "album"; albumId: string; name: string };

/** @returns how calls name what a link is made to */
export function subjectIds(
  libraryId: string,
  subject: ShareSubject,
): { libraryId: string; momentId?: string; fileId?: string; albumId?: string } {
  if (subject.kind === "moment") return { libraryId, momentId: subject.momentId };
  if (subject.kind === "file") return { libraryId, fileId: subject.fileId };
  return { libraryId, albumId: subject.albumId };
}
