import { z } from "zod";

/** Every role, from least to most. `owner` stands on the library, the others on its members. */
export const roles = ["viewer", "contributor", "admin", "owner"] as const;

/** What a member may do in a library. */
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Names a library: part of every input below one. */
export const InLibrary = z.object({ libraryId: z.uuid() });
export type InLibrary = z.infer<typeof InLibrary>;

const LibraryName = z.string().trim().min(1, "Name the library.").max(100, "Use at most 100 characters.");
const LibraryEmoji = z.string().trim().min(1).max(16);

/** What making a library takes. */
export const CreateLibrary = z.object({ name: LibraryName, emoji: LibraryEmoji.default("🏡") });
export type CreateLibrary = z.infer<typeof CreateLibrary>;

/** What is set for a library. What is understood of its files, and sharing, is off until somebody wants it. */
export const LibrarySettings = z.object({
  name: LibraryName,
  emoji: LibraryEmoji,
  findsFaces: z.boolean(),
  findsObjects: z.boolean(),
  transcribes: z.boolean(),
  findsAudioEvents: z.boolean(),
  allowsSharing: z.boolean(),
  /** Each video is also made into a stream of several sizes, for slow lines. */
  makesStreams: z.boolean(),
  /** Most bytes that its originals may take, the trash included; null for as many as there is room. */
  quotaBytes: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable(),
});
export type LibrarySettings = z.infer<typeof LibrarySettings>;

/** A change of some of a library's settings. */
export const UpdateLibrary = LibrarySettings.partial().extend(InLibrary.shape);
export type UpdateLibrary = z.infer<typeof UpdateLibrary>;

/** Deleting a library takes its name, typed. */
export const RemoveLibrary = InLibrary.extend({ name: z.string().max(200) });
export type RemoveLibrary = z.infer<typeof RemoveLibrary>;

/** A library as its switcher shows it. */
export interface LibrarySummary {
  libraryId: string;
  name: string;
  emoji: string;
  isPersonal: boolean;
  /** Whether its moments may be shared by links. */
  allowsSharing: boolean;
  role: Role;
  /** The owner included. */
  memberCount: number;
  /** Files that are not in the trash. */
  fileCount: number;
  /** Bytes of their originals. */
  sizeBytes: number;
}
