import type { FilePage, FileSummary } from "@alcoves/core/files/schema";
import { filedAt } from "./captured-on.ts";

/** What the server says now about files that changed. */
export interface FileNews {
  /** The files that were asked about; one missing from `files` is gone. */
  fileIds: readonly string[];
  files: readonly FileSummary[];
}

/** Newest first, then by id backwards: the order in which the server lists files. */
export function compareFiles(a: FileSummary, b: FileSummary): number {
  const time = filedAt(b).getTime() - filedAt(a).getTime();
  if (time !== 0) return time;
  return a.fileId < b.fileId ? 1 : a.fileId > b.fileId ? -1 : 0;
}

/**
 * Brings the loaded pages of one folder up to date: changes in place, moves what was re-dated, takes out what left,
 * and puts in what is new, except beyond the last file loaded while more pages are to come.
 * Pages that nothing touches keep their identity, as do all when nothing changed.
 */
export function patchPages(pages: FilePage[], folderId: string | null, news: FileNews): FilePage[] {
  const asked = new Set(news.fileIds);
  const fresh = new Map(
    news.files.filter((file) => file.folderId === folderId).map((file) => [file.fileId, file]),
  );
  const patched = pages.map((page) => {
    if (!page.files.some((file) => asked.has(file.fileId))) return page;
    const files = page.files.flatMap((file) => {
      if (!asked.has(file.fileId)) return [file];
      const next = fresh.get(file.fileId);
      if (!next || compareFiles(file, { ...next, fileId: file.fileId }) !== 0) return [];
      fresh.delete(file.fileId);
      return [next];
    });
    return { ...page, files };
  });
  return [...fresh.values()].reduce(insertFile, patched);
}

function insertFile(pages: FilePage[], file: FileSummary): FilePage[] {
  const holds = pages.findIndex((page) => {
    const last = page.files.at(-1);
    return last !== undefined && compareFiles(file, last) < 0;
  });
  const atEnd = holds === -1;
  if (atEnd && pages.at(-1)?.nextCursor) return pages;
  const target = atEnd ? pages.length - 1 : holds;
  return pages.map((page, place) => {
    if (place !== target) return page;
    const before = page.files.findIndex((other) => compareFiles(file, other) < 0);
    return { ...page, files: page.files.toSpliced(before === -1 ? page.files.length : before, 0, file) };
  });
}
