import type { FilePage, FileSummary } from "@alcoves/core/files/schema";

/** What the server says now about files that changed. */
export interface FileNews {
  /** The files that were asked about; one missing from `files` is gone. */
  fileIds: readonly string[];
  files: readonly FileSummary[];
}

type Comparison = (a: FileSummary, b: FileSummary) => number;

/** Whose pages they are, and how the server sorts them. */
export interface PagedFolder {
  folderId: string | null;
  compare: Comparison;
}

/**
 * Brings the loaded pages of one folder up to date: changes in place, moves what was re-dated, takes out what left,
 * and puts in what is new, except beyond the last file loaded while more pages are to come.
 * Pages that nothing touches keep their identity, as do all when nothing changed.
 */
export function patchPages(
  pages: FilePage[],
  { folderId, compare }: PagedFolder,
  news: FileNews,
): FilePage[] {
  const asked = new Set(news.fileIds);
  const fresh = new Map(
    news.files.filter((file) => file.folderId === folderId).map((file) => [file.fileId, file]),
  );
  const patched = pages.map((page) => {
    if (!page.files.some((file) => asked.has(file.fileId))) return page;
    const files = page.files.flatMap((file) => {
      if (!asked.has(file.fileId)) return [file];
      const next = fresh.get(file.fileId);
      if (!next || compare(file, next) !== 0) return [];
      fresh.delete(file.fileId);
      return [next];
    });
    return { ...page, files };
  });
  return [...fresh.values()].reduce((into, file) => insertFile(into, file, compare), patched);
}

function insertFile(pages: FilePage[], file: FileSummary, compare: Comparison): FilePage[] {
  const holds = pages.findIndex((page) => {
    const last = page.files.at(-1);
    return last !== undefined && compare(file, last) < 0;
  });
  const atEnd = holds === -1;
  if (atEnd && pages.at(-1)?.nextCursor) return pages;
  const target = atEnd ? pages.length - 1 : holds;
  return pages.map((page, place) => {
    if (place !== target) return page;
    const before = page.files.findIndex((other) => compare(file, other) < 0);
    return { ...page, files: page.files.toSpliced(before === -1 ? page.files.length : before, 0, file) };
  });
}
