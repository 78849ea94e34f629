import { z } from "zod";

/** Every role, from least to most. `owner` stands on the library, the others on its members. */
export const roles = ["viewer", "contributor", "admin", "owner"] as const;

/** What a member may do in a library. */
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Names a library: part of every input below one. */
export const InLibrary = z.object({ libraryId: z.uuid() });
export type InLibrary = z.infer<typeof InLibrary>;

/** What making a library takes. */
export const CreateLibrary = z.object({
  name: z.string().trim().min(1, "Name the library.").max(100, "Use at most 100 characters."),
  emoji: z.string().trim().min(1).max(16).default("🏡"),
});
export type CreateLibrary = z.infer<typeof CreateLibrary>;

/** A library as its switcher shows it. */
export interface LibrarySummary {
  libraryId: string;
  name: string;
  emoji: string;
  isPersonal: boolean;
  role: Role;
  /** The owner included. */
  memberCount: number;
  /** Files that are not in the trash. */
  fileCount: number;
  /** Bytes of their originals. */
  sizeBytes: number;
}
