import { z } from "zod";
import type { FileKind, FileSummary } from "../files/schema.ts";

/** Fewer characters find everything. */
export const leastCharacters = 2;

/** Looks for files and folders by their names, in one library or in all that the account belongs to. */
export const SearchNames = z.object({
  text: z
    .string()
    .max(200, "Use at most 200 characters.")
    .transform((text) => text.toWellFormed().normalize("NFC").replace(/\s+/gu, " ").trim())
    .refine((text) => [...text].length >= leastCharacters, `Type at least ${leastCharacters} characters.`)
    .refine((text) => !text.includes("\0"), "Names hold no such characters."),
  libraryId: z.uuid().nullable().default(null),
  cursor: z.string().max(2_000).nullish(),
  limit: z.number().int().min(1).max(100).default(20),
});
export type SearchNames = z.input<typeof SearchNames>;

/** A folder that was found. */
export interface FoundFolder {
  type: "folder";
  folderId: string;
  libraryId: string;
  name: string;
  /** Name of the folder that it lies in; null at the top of its library. */
  parentName: string | null;
}

/** A file that was found. */
export interface FoundFile {
  type: "file";
  fileId: string;
  libraryId: string;
  /** Null at the top of its library. */
  folderId: string | null;
  name: string;
  /** Name of the folder that it lies in; null at the top of its library. */
  parentName: string | null;
  kind: FileKind;
  pictures: FileSummary["pictures"];
}

/** A page of what was found, best first; `nextCursor` is null on the last. */
export interface FoundPage {
  found: (FoundFolder | FoundFile)[];
  nextCursor: string | null;
}
